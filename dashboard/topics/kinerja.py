"""SKP: how many of those who owe one are assessed, how predicates spread, whether money agrees; and PK."""

from __future__ import annotations

from decimal import Decimal

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import (
    kata,
    kinerja_catatan,
    kinerja_konsisten,
    kinerja_pk,
    kinerja_predikat,
    kinerja_rinci,
    kinerja_tahun,
)
from dashboard.topics.kinerja_unit import Staff, basis, few, share, staff
from dashboard.topics.periode_skp import Period, chosen
from dashboard.view import View
from pipelines.catalogue import text

_REASONS = "select alasan, kode_opd, n from app.skp_dikecualikan where tahun = ? and jenis_periode = ? and periode = ?"
_NAMED = 3  # reasons that a card has room for


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the view's period of SKP, and of its quarter's agreements."""
    period = chosen(ask, view)
    units = staff(ask, view, period) if period else []
    if period is None or not units:
        return [_nothing(ask, view, period), *kinerja_pk.figures(ask, view)]
    return [
        cards(ask, view, period, units),
        kinerja_predikat.spread(ask, view, period, units),
        kinerja_tahun.years(ask, view),
        *kinerja_konsisten.figures(ask, view, period, units),
        *kinerja_rinci.figures(ask, view, period, units),
        *kinerja_catatan.figures(ask, view, period),
        *kinerja_pk.figures(ask, view),
    ]


def _nothing(ask: Ask, view: View, period: Period | None) -> Figure:
    lang = view.lang
    key = "kosong" if period is None else "kosong_kelompok"
    return missing(
        "kinerja.kartu",
        title=text("kinerja.kosong_judul", lang),
        empty=text(f"kinerja.{key}", lang, bulan=month(view.until, lang)),
        provenance=ask.provenance(view, sources=("skp",)),
    )


def cards(ask: Ask, view: View, period: Period, units: list[Staff]) -> Figure:
    """Who owes an SKP, and how many of them have set one, had it approved, been assessed and found good."""
    lang = view.lang
    owed = sum(unit.wajib for unit in units)
    told = [unit for unit in units if unit.dinilai is not None]
    rated = sum((unit.dinilai or 0) - (unit.tanpa or 0) for unit in told)
    good = sum(unit.baik_ke_atas for unit in told)
    n = {name: sum(getattr(unit, name) or 0 for unit in units) for name in ("disusun", "disetujui", "dinilai")}
    base = {
        name: sum(unit.wajib for unit in units if getattr(unit, name) is not None)
        for name in ("disusun", "disetujui", "dinilai")
    }
    five = (
        Card(text("kinerja.kartu_wajib", lang), owed, "bulat", note=_excepted(ask, view, period, units)),
        *(
            Card(
                text(f"kinerja.kartu_{name}", lang), share(n[name], base[name]), "persen",
                note=text("kinerja.n_dari", lang, n=write(n[name], "bulat", lang),
                          wajib=write(base[name], "bulat", lang)),
            )
            for name in ("disusun", "disetujui", "dinilai")
        ),
        Card(
            text("kinerja.kartu_baik", lang), share(good, rated), "persen",
            note=text("kinerja.n_predikat", lang, n=write(good, "bulat", lang), dinilai=write(rated, "bulat", lang)),
        ),
    )  # fmt: skip
    heads = (
        Column("ukuran", text("kinerja.kolom_ukuran", lang)),
        Column("nilai", text("kinerja.kolom_nilai", lang)),
        Column("keterangan", text("kinerja.kolom_keterangan", lang)),
    )
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    silent = [unit.label for unit in units if unit.dinilai is None or (unit.dinilai == 0 and unit.wajib >= few(ask))]
    assessed = share(n["dinilai"], base["dinilai"])
    return compose(
        "kinerja.kartu",
        title=_title(assessed, len(silent), period, view),
        chart=Cards(five),
        table=table(rows, heads),
        provenance=ask.provenance(view, sources=("skp", "pegawai", "riwayat_jabatan"), rule=basis(ask, period, lang)),
        lang=lang,
        question=text("kinerja.tanya_kartu", lang, periode=period.said(lang)),
        notes=(
            text(f"skp.dasar_wajib_{'pegawai' if any(unit.terdaftar for unit in units) else 'laporan'}", lang),
            text("kinerja.belum_menilai", lang, n=len(silent), nama=", ".join(silent[:5])) if silent else "",
        ),
        tags=("skp.kartu",),
    )


def _title(assessed: Decimal | None, silent: int, period: Period, view: View) -> str:
    lang = view.lang
    if assessed is None:
        return text("kinerja.judul_belum", lang, periode=period.said(lang))
    key = "judul_kartu_belum" if silent else "judul_kartu"
    return text(f"kinerja.{key}", lang, dinilai=write(assessed, "persen", lang), periode=period.said(lang), n=silent)


def _excepted(ask: Ask, view: View, period: Period, units: list[Staff]) -> str:
    """How many owe none, by the most common reasons."""
    seen = {unit.kode for unit in units}
    found: dict[str, int] = {}
    for row in ask.run(_REASONS, period.tahun, period.jenis, period.nomor):
        if row["kode_opd"] in seen:
            found[row["alasan"]] = found.get(row["alasan"], 0) + row["n"]
    if not found:
        return text("kinerja.tanpa_dikecualikan", view.lang)
    most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMED]
    said = ", ".join(f"{kata.reason(why, view.lang)} {write(n, 'bulat', view.lang)}" for why, n in most)
    return text("kinerja.dikecualikan", view.lang, n=write(sum(found.values()), "bulat", view.lang), sebab=said)
