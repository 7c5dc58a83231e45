"""What happened under those who came by one way or another, and after a change of head; described, never explained."""

from __future__ import annotations

from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Distribution, Dot, Figure, Group
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kata, kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_WAYS = "select * from app.hasil_cara where tahun = ? and bulan = ? order by n desc, cara"
_CHANGES = (
    "select s.*, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, s.kode_opd) as opd "
    "from app.sesudah_ganti as s left join app.orang as o on s.orang_id = o.orang_id "
    "left join app.opd as u on s.kode_opd = u.kode_opd "
    "where s.sebelum is not null and s.sesudah is not null and s.tahun * 12 + s.bulan + 2 <= ? "
    "and s.tahun >= ? order by s.tahun desc, s.bulan desc, s.kode_opd"
)
DRAWN = 20
_WAY_UNITS: dict[str, Any] = {
    "cara": "teks", "n": "bulat", "n_orang": "bulat", "median": "poin", "kuartil_bawah": "poin", "kuartil_atas": "poin",
    "tahun": "teks",
}  # fmt: skip
_CHANGE_UNITS: dict[str, Any] = {
    "opd": "teks", "bulan": "bulan", "keadaan": "teks", "pejabat": "teks", "sebelum": "poin", "sesudah": "poin",
    "beda": "poin", "beda_pembanding": "poin", "n_pembanding": "bulat",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """Own change by way of appointment, and absorption before and after a change of head."""
    return [ways(ask, view), changes(ask, view)]


def ways(ask: Ask, view: View) -> Figure:
    """How the deviation changed under heads by how they were appointed; groups under five are counted only."""
    lang = view.lang
    rows = ask.run(_WAYS, view.tahun, view.bulan)
    provenance = siapa.provenance(ask, view, "riwayat", money=True)
    question = text("rotasi.tanya_cara", lang)
    if not rows:
        return missing(
            "rotasi.hasil_cara", title=text("rotasi.kosong_cara_judul", lang), empty=text("rotasi.kosong_cara", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    groups = tuple(
        Group(
            str(kata.way(row["cara"], lang)).capitalize(), row["n"],
            exact(row["median"], "poin"), exact(row["kuartil_bawah"], "poin"),
            exact(row["kuartil_atas"], "poin"),
            text("rotasi.kelompok_kecil", lang) if row["median"] is None else None,
        )
        for row in rows
    )  # fmt: skip
    points = ("median", "kuartil_bawah", "kuartil_atas")
    lines = [
        {
            **row,
            **{name: exact(row[name], "poin") for name in points},
            "tahun": f"{row['dari_tahun']}–{row['sampai_tahun']}",
            "cara": kata.way(row["cara"], lang),
        }
        for row in rows
    ]
    known = [group for group in groups if group.median is not None]
    return compose(
        "rotasi.hasil_cara",
        title=text(
            "rotasi.judul_cara" if known else "rotasi.judul_cara_kecil", lang, n=sum(row["n"] for row in rows),
            cara=len(known),
        ),
        chart=Distribution(groups, "poin", text("rotasi.perubahan", lang)),
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _WAY_UNITS.items()]
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.bukan_sebab", lang), text("rotasi.catatan_cara", lang)),
        tags=("rotasi",),
    )  # fmt: skip


def changes(ask: Ask, view: View) -> Figure:
    """Absorption in the three months from a change of head less that of the three before, beside OPD without one."""
    lang, members = view.lang, ask.members(view)
    found = ask.run(_CHANGES, view.tahun * 12 + view.bulan, view.tahun - 1)
    rows = [row for row in found if members is None or row["kode_opd"] in members]
    provenance = siapa.provenance(ask, view, "riwayat", money=True)
    question = text("rotasi.tanya_ganti", lang)
    if not rows:
        return missing(
            "rotasi.sesudah_ganti", title=text("rotasi.kosong_ganti_judul", lang),
            empty=text("rotasi.kosong_ganti", lang), provenance=provenance, question=question,
        )  # fmt: skip
    lines = [_change(row, view) for row in rows]
    beside = [line for line in lines if line["beda_pembanding"] is not None]
    faster = sum(line["beda"] > line["beda_pembanding"] for line in beside)
    dots = (
        Dot(
            key=f"{row['kode_opd']}-{row['bulan']}",
            label=f"{row['opd']} · {write(row['bulan'], 'bulan', lang, short=True)}",
            value=row["beda"], target=row["beda_pembanding"], link=tautan.pejabat(row["orang_id"]),
        )
        for row in lines
    )  # fmt: skip
    return compose(
        "rotasi.sesudah_ganti",
        title=text("rotasi.judul_ganti", lang, n=len(lines), lebih=faster, banding=len(beside)),
        chart=ranking(
            dots, unit="poin", order=False, shown=DRAWN, value_label=text("rotasi.opd_berganti", lang),
            target_label=text("rotasi.opd_tetap", lang),
        ),
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _CHANGE_UNITS.items()],
            link=lambda line: tautan.pejabat(line["orang_id"]),
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.bukan_sebab", lang), text("rotasi.catatan_ganti", lang)),
        tags=("rotasi",),
    )  # fmt: skip


def _change(row: Row, view: View) -> Row:
    lang = view.lang
    other = None
    if row["sebelum_pembanding"] is not None and row["sesudah_pembanding"] is not None:
        other = exact(row["sesudah_pembanding"] - row["sebelum_pembanding"], "poin")
    return {
        **row, "bulan": f"{row['tahun']:04d}-{row['bulan']:02d}", "keadaan": siapa.held(row["keadaan"], lang),
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "sebelum": exact(row["sebelum"], "poin"),
        "sesudah": exact(row["sesudah"], "poin"), "beda": exact(row["sesudah"] - row["sebelum"], "poin"),
        "beda_pembanding": other,
    }  # fmt: skip
