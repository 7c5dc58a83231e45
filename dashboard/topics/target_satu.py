"""One indicator: where it stands and how that was computed, how it moved, who contributes, and who serves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Figure, Lang, Link
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala, target_perjalanan, target_sumbangan, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text

_PEOPLE = (
    "select m.orang_id, m.kode_opd, m.kode_indikator_pk, l.jarak, o.nama_gelar as nama, o.sebutan, o.nama_jabatan, "
    "coalesce(u.singkatan, u.nama, m.kode_opd) as opd from app.leluhur as l "
    "inner join app.melayani as m on l.kode_indikator = m.kode_indikator_pk and l.tahun = m.tahun "
    "and l.triwulan = m.triwulan left join app.orang as o on m.orang_id = o.orang_id "
    "left join app.opd as u on m.kode_opd = u.kode_opd where l.leluhur = ? and l.tahun = ? and l.triwulan = ? "
    "and m.pk_dikenal order by opd, l.jarak, o.nama_jabatan, m.orang_id"
)
_TOLD = (
    "select triwulan, pendorong, penghambat, tindak_lanjut, bukti, diverifikasi, tgl_isi, percobaan "
    "from app.indikator_kata where kode_indikator = ? and tahun = ? and triwulan <= ? order by triwulan desc"
)


def figures(ask: Ask, view: View, found: Sequence[Indikator], when: Quarter) -> list[Figure]:
    """The figures of the indicator that a link opens; one that says so where nobody knows it."""
    one = next((each for each in found if each.kode == view.indikator), None)
    if one is None:
        return [
            missing(
                "target.satu", title=text("target.tak_dikenal_judul", view.lang),
                empty=text("target.tak_dikenal", view.lang, kode=view.indikator, triwulan=when.said(view.lang)),
                provenance=siapa.provenance(ask, view, "target"), trail=_trail(None, found, view),
            )
        ]  # fmt: skip
    shown = [card(ask, view, one, found, when), target_perjalanan.trend(ask, view, one, when)]
    if one.row["lingkup"] == "daerah":
        shown.append(target_sumbangan.parts(ask, view, one, when))
    else:
        shown.append(target_sumbangan.below(ask, view, one, found, when))
    return [*shown, *told(ask, view, one, when), *people(ask, view, one, when)]


def _trail(one: Indikator | None, found: Sequence[Indikator], view: View) -> tuple[tuple[str, Link], ...]:
    """The way up: the page, then every indicator above, the nearest last; an agreement's also leads to its OPD."""
    up = [(text("target.semua", view.lang), Link(tautan.TARGET, ()))]
    by_code = {each.kode: each for each in found}
    above: list[tuple[str, Link]] = []
    at = by_code.get(str(one.row["induk"])) if one else None
    while at and (at.nama, at.link) not in above:
        above.insert(0, (at.nama, at.link))
        at = by_code.get(str(at.row["induk"]))
    unit = one.row["kode_opd"] if one and one.row["lingkup"] == "pk" else None
    own = [(str(one.row["nama_opd"] or unit), tautan.opd(unit))] if one and unit else []
    return (*up, *above, *own)


def card(ask: Ask, view: View, one: Indikator, found: Sequence[Indikator], when: Quarter) -> Figure:
    """Where the indicator stands against the quarter, the year and the end of the plan, side by side, each named."""
    lang, row = view.lang, one.row
    end = text("target.akhir_rpjmd" if row["lingkup"] == "daerah" else "target.akhir_renstra", lang)
    shown = (
        Card(text("target.kartu_nilai", lang), indikator.value(one, lang), "teks", note=_last_year(row, lang)),
        Card(
            text("target.kartu_capaian", lang), one.capaian, "persen",
            status=one.warna if one.capaian is not None else None,
            note=indikator.why(one.sebab, lang)
            or text("target.terhadap", lang, target=indikator.goal(one, lang),
                    acuan=text(f"target.acuan_{row['acuan']}", lang)),
        ),
        Card(text("target.kartu_setahun", lang), indikator.share(row["capaian_tahun"]), "persen",
             note=_against(row["target_tahun"], row["sebab_tahun"], row, lang)),
        Card(end, indikator.share(row["capaian_akhir"]), "persen",
             note=_against(row["target_akhir"], row["sebab_akhir"], row, lang)),
        Card(text("target.kartu_pembanding", lang),
             indikator.said(row["pembanding_nasional"] or row["pembanding_provinsi"] or "", lang), "teks",
             note=_compared(row, lang)),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    owner = row["nama_jabatan"] or row["opd"] or indikator.carriers(ask, row["opd_pengampu"])
    about = " · ".join(
        str(part) for part in (row["misi"], row["tujuan"], row["sasaran"], owner, row["sumber"] and
        text("target.sumber", lang, nama=row["sumber"])) if part
    )  # fmt: skip
    key = "satu_tanpa" if one.capaian is None else "satu"
    return compose(
        "target.satu",
        title=text(
            f"target.judul_{key}", lang, nama=one.nama, capaian=write(one.capaian, "persen", lang),
            triwulan=when.said(lang), sebab=indikator.why(one.sebab, lang),
        ),
        chart=Cards(shown),
        table=table(lines, [Column(n, text(f"kinerja.kolom_{n}", lang)) for n in ("ukuran", "nilai", "keterangan")]),
        provenance=siapa.provenance(ask, view, "target", rule=indikator.rule([one], lang)),
        lang=lang,
        question=text("target.tanya_satu", lang),
        notes=(
            indikator.computed(one, lang),
            "" if row["lengkap"] or one.capaian is None
            else text("target.belum_lengkap", lang, n=row["n_triwulan"], tw=when.nomor),
            about,
        ),
        trail=_trail(one, found, view),
        tags=("target.satu",),
    )  # fmt: skip


def _last_year(row: dict[str, Any], lang: Lang) -> str | None:
    written = row["realisasi_tahun_lalu"]
    return (
        text("target.tahun_lalu", lang, nilai=indikator.said(written, lang), tahun=row["tahun"] - 1)
        if written
        else None
    )


def _against(target: Any, sebab: Any, row: dict[str, Any], lang: Lang) -> str | None:
    if not target:
        return text("target.sebab_tanpa_target", lang)
    unit = "" if row["metode"] == "predikat" else f" {row['satuan']}"
    said = text("target.terhadap_target", lang, target=f"{indikator.said(target, lang)}{unit}")
    return f"{said}; {text(f'target.sebab_{sebab}', lang)}" if sebab else said


def _compared(row: dict[str, Any], lang: Lang) -> str | None:
    said = [
        text(f"target.pembanding_{name}", lang, nilai=indikator.said(row[f"pembanding_{name}"], lang))
        + (f" ({row[f'sumber_{name}']})" if row[f"sumber_{name}"] else "")
        for name in ("nasional", "provinsi")
        if row[f"pembanding_{name}"]
    ]
    return "; ".join(said) or text("target.tanpa_pembanding", lang)


def told(ask: Ask, view: View, one: Indikator, when: Quarter) -> list[Figure]:
    """What was written beside the numbers: what helped, what hindered, what is next; nothing where nothing was."""
    lang = view.lang
    names = ("pendorong", "penghambat", "tindak_lanjut", "bukti")
    rows = [row for row in ask.run(_TOLD, one.kode, when.tahun, when.nomor) if any(row[name] for name in names)]
    if not rows:
        return []
    lines = [
        {
            **row, "kapan": text(f"target.tw_{row['triwulan']}", lang),
            "diverifikasi": text(f"target.verifikasi_{'ya' if row['diverifikasi'] else 'belum'}", lang),
        }
        for row in rows
    ]  # fmt: skip
    heads = [Column(n, text(f"target.kolom_{n}", lang)) for n in ("kapan", *names, "diverifikasi")]
    return [
        compose(
            "target.kata",
            title=text("target.judul_kata", lang, hambatan=rows[0]["penghambat"] or text("umum.kosong", lang)),
            chart=None, table=table(lines, heads), provenance=siapa.provenance(ask, view, "target"), lang=lang,
            question=text("target.tanya_kata", lang), tags=("target.kata",),
        )
    ]  # fmt: skip


def people(ask: Ask, view: View, one: Indikator, when: Quarter) -> list[Figure]:
    """Whose SKP serve the indicator or one below it; by post where people are not named."""
    lang = view.lang
    rows = ask.run(_PEOPLE, one.kode, when.tahun, when.nomor)
    if not rows:
        return []
    lines = [
        {
            "opd": row["opd"], "jabatan": row["nama_jabatan"],
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang),
            "melayani": row["kode_indikator_pk"], "jarak": row["jarak"], "orang_id": row["orang_id"],
        }
        for row in rows
    ]  # fmt: skip
    units: dict[str, Any] = {"opd": "teks", "jabatan": "teks", "pejabat": "teks", "melayani": "kode", "jarak": "bulat"}
    heads = len({row["orang_id"] for row in rows})
    return [
        compose(
            "target.orang",
            title=text(
                "target.judul_orang", lang, n=write(heads, "bulat", lang), opd=len({r["kode_opd"] for r in rows})
            ),
            chart=None,
            table=table(
                lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()],
                link=lambda row: tautan.pejabat(row["orang_id"]), shown=12,
            ),
            provenance=siapa.provenance(ask, view, "target", "skp"),
            lang=lang,
            question=text("target.tanya_orang", lang),
            notes=(text("target.catatan_orang", lang),),
            tags=("target.orang",),
        )
    ]  # fmt: skip
