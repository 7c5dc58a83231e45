"""Rapor masa jabatan: the year of one OPD split by who held its head seat: what each inherited, what changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Card, Cards, Column, Figure, Lang, Series, Trend, Unit
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka, kepala, pergantian, tautan
from dashboard.topics.kepala import Kepala
from dashboard.topics.papan import Unit as Opd
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_MASA = (
    "select m.*, o.nama, o.sebutan from app.masa_jabatan as m left join app.orang as o on m.orang_id = o.orang_id "
    "where m.tahun = ? and m.bulan = ? and m.kode_opd = ? and m.cakupan = ? order by m.urutan"
)
_BEFORE = (
    "select p.keadaan, p.orang_id, p.selesai, o.nama_gelar, o.sebutan from app.pemegang as p "
    "inner join app.kursi as k on p.kode_jabatan = k.kode_jabatan and k.pimpinan_opd "
    "left join app.orang as o on p.orang_id = o.orang_id "
    "where p.kode_opd = ? and p.selesai <= ? and p.orang_id is not null and p.orang_id is distinct from ? "
    "order by p.selesai desc limit 1"
)
_COLOUR = "select warna from app.rapor where tahun = ? and bulan = ? and kode_opd = ? and cakupan = ? and profil = ?"
Row = Mapping[str, Any]


def figures(ask: Ask, view: View, unit: Opd) -> list[Figure]:
    """The head with what was handed over, the split of the year, and its deviation month by month."""
    lines = [_line(row, view) for row in ask.run(_MASA, view.tahun, view.bulan, unit.kode, view.cakupan)]
    if unit.kepala is None:
        return [_unknown(ask, view)]
    return [
        head(ask, view, unit, unit.kepala, lines),
        *_split(ask, view, unit, lines),
        *_months(ask, view, unit, lines),
    ]


def _unknown(ask: Ask, view: View) -> Figure:
    lang = view.lang
    return missing(
        "profil_opd.kepala",
        title=text("masa.kosong_judul", lang),
        empty=text("masa.kosong", lang),
        provenance=ask.provenance(view, sources=("riwayat_jabatan",)),
        question=text("masa.tanya_kepala", lang),
    )


def _line(row: Row, view: View) -> dict[str, Any]:
    """One holder's run of months as a row of the table."""
    lang = view.lang
    word = kepala.status(row["keadaan"], lang)
    who = kepala.person(row["sebutan"], row["nama"], lang)  # a chart has no room for titles
    first, last = (month(row[name], lang, short=True) for name in ("dari_bulan", "sampai_bulan"))
    return {
        "siapa": who or word,
        "keadaan": word,
        "bulan": first if first == last else f"{first}–{last}",
        "tmt": None if row["masa_mulai"] is None else str(row["masa_mulai"]),
        "hari": row["hari"],
        "warisan": exact(row["warisan"], "poin"),
        "sendiri": exact(row["sendiri"], "poin"),
        "akhir": _sum(row["warisan"], row["sendiri"]),
        "catatan": _caution(row, lang),
        "kini": bool(row["kini"]),
        "dari": row["dari_bulan"],
        "sampai": row["sampai_bulan"],
        "deviasi": exact(row["deviasi"], "poin"),
        "link": tautan.pejabat(row["orang_id"]) if row["orang_id"] else None,
    }


def _sum(a: Any, b: Any) -> Any:
    return None if a is None or b is None else exact(Decimal(str(a)) + Decimal(str(b)), "poin")


def _caution(row: Row, lang: Lang) -> str | None:
    if row["keadaan"] == kepala.UNKNOWN:
        return text("masa.belum_tercatat", lang)
    if row["terlalu_dini"]:
        return text("masa.terlalu_dini", lang)
    return None if row["n_dilaporkan"] else text("masa.tanpa_laporan", lang)


def head(ask: Ask, view: View, unit: Opd, now: Kepala, lines: Sequence[dict[str, Any]]) -> Figure:
    """Who heads the OPD and since when, who did before, and where it stood when it was handed over."""
    lang = view.lang
    before = _before(ask, unit.kode, now)
    then = _handover(ask, view, unit.kode, now)
    mine: dict[str, Any] = next((line for line in lines if line["kini"]), {})
    cards = (
        Card(
            text("masa.kartu_kepala", lang), kepala.status(now.keadaan, lang), "teks",
            note=" · ".join(part for part in (now.nama, now.jabatan) if part),
        ),
        Card(
            text("masa.kartu_lama", lang), now.hari, "hari",
            note=text("masa.sejak", lang, tanggal=write(now.tmt, "tanggal", lang)) if now.tmt else None,
        ),
        Card(
            text("masa.kartu_sebelum", lang), before["keadaan"] if before else None, "teks",
            note=text("masa.sampai", lang, siapa=before["siapa"], tanggal=before["sampai"]) if before
            else text("masa.sebelum_kosong", lang),
        ),
        Card(
            text("masa.kartu_serah", lang), then.get("deviasi"), "poin", status=then.get("warna"),
            note=text("masa.serah", lang, bulan=then["bulan"], serapan=write(then.get("serapan"), "persen", lang))
            if then else text("masa.serah_kosong", lang),
        ),
        Card(
            text("masa.kartu_sendiri", lang), mine.get("sendiri"), "poin",
            note=mine.get("catatan") or text("masa.sendiri", lang),
        ),
    )  # fmt: skip
    heads = (
        Column("ukuran", text("masa.kolom_ukuran", lang)),
        Column("nilai", text("masa.kolom_nilai", lang)),
        Column("keterangan", text("masa.kolom_keterangan", lang)),
    )
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in cards]
    links = [("masa.buka_kepala", now.link), ("masa.buka_sebelum", before["link"] if before else None)]
    return compose(
        "profil_opd.kepala",
        title=_head_title(now, mine, lang),
        chart=Cards(cards),
        table=table(rows, heads),
        provenance=ask.provenance(view, sources=("riwayat_jabatan", "realisasi", "rak"), rule=True),
        lang=lang,
        question=text("masa.tanya_kepala", lang),
        notes=(_clock(now, view),),
        tags=("opd.kepala",),
        trail=[(text(key, lang), link) for key, link in links if link],
    )


def _head_title(now: Kepala, mine: Row, lang: Lang) -> str:
    if now.keadaan == "kosong":
        return text("masa.judul_kosong", lang, lama=kepala.days(now, lang))
    key = "judul_kepala" if mine.get("sendiri") is None else "judul_kepala_masa"
    return text(
        f"masa.{key}", lang, keadaan=kepala.status(now.keadaan, lang), lama=kepala.days(now, lang),
        warisan=write(mine.get("warisan"), "poin", lang), sendiri=write(mine.get("sendiri"), "poin", lang),
    )  # fmt: skip


def _clock(now: Kepala, view: View) -> str:
    if not now.baru or now.hari_100 is None:
        return ""
    return text("masa.seratus", view.lang, tanggal=write(now.hari_100, "tanggal", view.lang))


def _before(ask: Ask, opd: str, now: Kepala) -> dict[str, Any] | None:
    """The last other person in the seat before this term."""
    rows = ask.run(_BEFORE, opd, now.tmt, now.orang_id) if now.tmt else []
    if not rows:
        return None
    row, lang = rows[0], ask.lang
    return {
        "siapa": kepala.person(row["sebutan"], row["nama_gelar"], lang),
        "keadaan": kepala.status(row["keadaan"], lang),
        "sampai": write(row["selesai"] - timedelta(days=1), "tanggal", lang),  # the last day in the post
        "link": tautan.pejabat(row["orang_id"]),
    }


def _handover(ask: Ask, view: View, opd: str, now: Kepala) -> dict[str, Any]:
    """Where the OPD stood at the end of the month before the term began; empty where that is not known."""
    if now.tmt is None:
        return {}
    year, number = (now.tmt.year, now.tmt.month - 1) if now.tmt.month > 1 else (now.tmt.year - 1, 12)
    until = f"{year}-{number:02d}"
    sums = angka.total(ask, view, ("serapan", "deviasi"), until=until, also={"opd": opd})
    if sums.get("serapan") is None:
        return {}
    rows = ask.run(_COLOUR, year, number, opd, view.cakupan, view.profil)
    return {
        "bulan": month(until, view.lang),
        "serapan": sums["serapan"],
        "deviasi": sums.get("deviasi"),
        "warna": rows[0]["warna"] if rows else None,
    }


def _split(ask: Ask, view: View, unit: Opd, lines: list[dict[str, Any]]) -> list[Figure]:
    """The year by holders: inherited and own, in points of deviation; their own add up to the deviation of today."""
    lang = view.lang
    if not lines:
        return []
    names = tuple(f"{line['bulan']} · {line['siapa']}" for line in lines)
    series = (
        Series(text("masa.deret_warisan", lang), tuple(line["warisan"] for line in lines), "before", "bar"),
        Series(text("masa.deret_sendiri", lang), tuple(line["sendiri"] for line in lines), "actual", "bar"),
    )
    units: dict[str, Unit] = {
        "siapa": "teks", "keadaan": "teks", "bulan": "teks", "tmt": "tanggal", "hari": "hari", "warisan": "poin",
        "sendiri": "poin", "akhir": "poin", "catatan": "teks",
    }  # fmt: skip
    if not any(line["catatan"] for line in lines):
        del units["catatan"]
    heads = [Column(name, text(f"masa.kolom_{name}", lang), kind) for name, kind in units.items()]
    return [
        compose(
            "profil_opd.masa",
            title=_split_title(lines, lang),
            chart=Bars(names, series, "poin"),
            table=table(lines, heads, link=lambda line: line["link"]),
            provenance=ask.provenance(view, sources=("riwayat_jabatan", "realisasi", "rak"), rule=True),
            lang=lang,
            question=text("masa.tanya_masa", lang),
            notes=(
                text("masa.jumlah", lang, deviasi=write(lines[0]["deviasi"], "poin", lang)),
                text("masa.cara", lang),
                *(f"{line['siapa']} · {line['bulan']}: {line['catatan']}" for line in lines if line["catatan"]),
            ),
            width="half",
            tags=("opd.masa",),
        )
    ]


def _split_title(lines: Sequence[dict[str, Any]], lang: Lang) -> str:
    now = next((line for line in lines if line["kini"]), lines[-1])
    if len(lines) == 1:
        return text("masa.judul_satu", lang, siapa=now["siapa"], sendiri=write(now["sendiri"], "poin", lang))
    if now["sendiri"] is None:
        return text("masa.judul_belum", lang, n=len(lines))
    key = "memburuk" if now["sendiri"] < 0 else "membaik"
    return text(
        f"masa.judul_{key}", lang, n=len(lines), warisan=write(now["warisan"], "poin", lang),
        sendiri=write(abs(now["sendiri"]), "poin", lang).lstrip("+"),
    )  # fmt: skip


def _months(ask: Ask, view: View, unit: Opd, lines: Sequence[dict[str, Any]]) -> list[Figure]:
    """The deviation by month, each holder's months a line of their own, with a mark where the seat changed hands."""
    lang = view.lang
    rows = angka.measure(ask, view, ("deviasi",), by=("bulan",), also={"opd": unit.kode})
    values = angka.over_months(rows, "deviasi", last=view.bulan)
    if not lines or all(value is None for value in values):
        return []
    series = tuple(
        Series(
            line["siapa"],
            # a line begins where the one before it ended: that is what was handed over
            tuple(v if line["dari"] - 1 <= n <= line["sampai"] else None for n, v in enumerate(values, 1)),
            "actual" if line["kini"] else "other",
        )
        for line in lines
    )
    owner = {n: line["siapa"] for line in lines for n in range(line["dari"], line["sampai"] + 1)}
    heads = (
        Column("bulan", text("masa.kolom_bulan", lang), "bulan"),
        Column("deviasi", text("masa.kolom_deviasi", lang), "poin"),
        Column("siapa", text("masa.kolom_siapa", lang)),
    )
    body = [{"bulan": n, "deviasi": value, "siapa": owner.get(n)} for n, value in enumerate(values[: view.bulan], 1)]
    return [
        compose(
            "profil_opd.deviasi",
            title=text("masa.judul_bulan", lang, n=len(lines)),
            chart=Trend(angka.months(lang), series, "poin", marks=pergantian.marks(ask, view, unit.kode)),
            table=table(body, heads),
            provenance=ask.provenance(view, sources=("riwayat_jabatan", "realisasi", "rak"), rule=True),
            lang=lang,
            question=text("masa.tanya_bulan", lang),
            notes=(text("masa.gambaran", lang),),
            width="half",
            tags=("opd.masa",),
        )
    ]
