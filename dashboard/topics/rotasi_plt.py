"""The clock of acting officials, and everything that asks for attention, with the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_CLOCK = (
    "select p.*, k.nama_jabatan, k.pimpinan_opd, o.nama_gelar as nama, o.sebutan, "
    "min(coalesce(d.nama_jabatan, e.nama_jabatan)) as definitif, "
    "coalesce(u.singkatan, u.nama, k.kode_opd) as opd from app.plt_bulan as p "
    "inner join app.kursi as k on p.kode_jabatan = k.kode_jabatan left join app.orang as o on p.orang_id = o.orang_id "
    "left join app.opd as u on k.kode_opd = u.kode_opd left join app.riwayat as d on p.orang_id = d.orang_id "
    "and d.jenis_penugasan = 'definitif' and d.mulai <= ? and d.selesai > ? "
    "left join app.kursi as e on d.kode_jabatan = e.kode_jabatan "
    "where p.tahun = ? and p.bulan = ? group by all order by p.hari_kumulatif desc, p.kode_jabatan"
)
_MATTERS = (
    "select p.*, k.nama_jabatan, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, p.kode_opd) as opd "
    "from app.perhatian as p left join app.kursi as k on p.kode_jabatan = k.kode_jabatan "
    "left join app.orang as o on p.orang_id = o.orang_id left join app.opd as u on p.kode_opd = u.kode_opd "
    "where p.tahun = ? and p.bulan = ? order by p.tingkat desc, p.jenis, p.hari desc, p.kode_jabatan, p.orang_id"
)
_CLOCK_UNITS: dict[str, Any] = {
    "jabatan": "teks", "pejabat": "teks", "definitif": "teks", "mulai": "tanggal", "hari": "hari",
    "bulan_lewat": "bulat", "hari_kumulatif": "hari", "masa_ke": "bulat", "bergantian": "teks", "batas_3": "tanggal",
    "batas_6": "tanggal",
}  # fmt: skip
_MATTER_UNITS: dict[str, Any] = {
    "jabatan": "teks", "hal": "teks", "opd": "teks", "pejabat": "teks", "sejak": "tanggal", "hari": "hari",
    "tingkat": "teks", "tag": "kode",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The clock, what asks for attention, and the rules behind it."""
    rows = found(ask, view)
    return [clock(ask, view), matters(ask, view, rows), *basis(ask, view, rows)]


def found(ask: Ask, view: View) -> list[Row]:
    """One row a matter of the group in the view's month, the most pressing kind first."""
    members = ask.members(view)
    return [m for m in ask.run(_MATTERS, view.tahun, view.bulan) if members is None or m["kode_opd"] in members]


def clock(ask: Ask, view: View) -> Figure:
    """Each acting official's days against the limits of three and six calendar months."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    found = ask.run(_CLOCK, end, end, view.tahun, view.bulan)
    rows = [row for row in found if members is None or row["kode_opd"] in members]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_plt", lang)
    if not rows:
        return missing(
            "rotasi.plt", title=text("rotasi.kosong_plt_judul", lang), empty=text("rotasi.kosong_plt", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    three = sum(bool(row["lewat_3"] or row["lewat_3_kumulatif"]) for row in rows)
    six = sum(bool(row["lewat_6"] or row["lewat_6_kumulatif"]) for row in rows)
    lines = [
        {
            **row, "jabatan": siapa.post("plt", row["nama_jabatan"], lang),
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang),
            "bergantian": write(row["bergantian"], "teks", lang),
        }
        for row in rows
    ]  # fmt: skip
    return compose(
        "rotasi.plt",
        title=text("rotasi.judul_plt", lang, n=len(rows), tiga=three, enam=six),
        chart=ranking(
            (_dot(row, view) for row in rows), unit="hari", order=False, value_label=text("rotasi.hari_plt", lang),
            target_label=text("rotasi.batas_enam", lang), before_label=text("rotasi.batas_tiga", lang),
        ),
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _CLOCK_UNITS.items()],
            link=lambda line: tautan.pejabat(line["orang_id"]),
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.catatan_plt", lang), text("pejabat.catatan_perhatian", lang)),
        tags=("rotasi",),
    )  # fmt: skip


def _dot(row: Row, view: View) -> Dot:
    """An acting term on the scale of days; its limits are dates, so each has limits of its own in days."""
    end, days = siapa.end_of(view), row["hari_kumulatif"]
    late = "merah" if row["lewat_6"] or row["lewat_6_kumulatif"] else None
    late = late or ("kuning" if row["lewat_3"] or row["lewat_3_kumulatif"] else "hijau")
    title = text("rotasi.kepala", view.lang, opd=row["opd"]) if row["pimpinan_opd"] else row["nama_jabatan"]
    return Dot(
        key=row["kode_jabatan"],
        label=siapa.post("plt", title, view.lang),
        value=days,
        target=days + (row["batas_6_kumulatif"] - end).days if row["batas_6_kumulatif"] else None,
        before=days + (row["batas_3_kumulatif"] - end).days if row["batas_3_kumulatif"] else None,
        status=late,
        note=text("rotasi.masa_ke", view.lang, n=row["masa_ke"]) if row["masa_ke"] > 1 else None,
        link=tautan.pejabat(row["orang_id"]),
    )


def matters(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """One row a matter: what, which post, who, since when."""
    lang = view.lang
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_perhatian", lang)
    if not rows:
        return missing(
            "rotasi.perhatian", title=text("rotasi.kosong_perhatian_judul", lang),
            empty=text("rotasi.kosong_perhatian", lang), provenance=provenance, question=question,
        )  # fmt: skip
    lines = [line(row, view) for row in rows]
    asking = sum(row["tingkat"] == "perhatian" for row in rows)
    return compose(
        "rotasi.perhatian",
        title=text("rotasi.judul_perhatian", lang, n=asking, info=len(rows) - asking),
        chart=None,
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _MATTER_UNITS.items()],
            link=lambda line: siapa.seat(line["kode_jabatan"]) if line["kode_jabatan"] else None,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("pejabat.catatan_perhatian", lang),),
        tags=("rotasi",),
    )  # fmt: skip


def line(row: Row, view: View) -> Row:
    """A matter in words, with the rule that says so."""
    lang = view.lang
    return {
        **row, "jabatan": row["nama_jabatan"] or row["kode_jabatan"],
        "hal": siapa.matter(row, lang),
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang) if row["jenis"] != "jabatan_kosong" else None,
        "tingkat": text(f"rotasi.tingkat_{row['tingkat']}", lang),
        "dasar": row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"],
    }  # fmt: skip


def basis(ask: Ask, view: View, rows: Sequence[Row]) -> list[Figure]:
    """The rule behind each kind of matter, once; nothing where there is no matter."""
    lang = view.lang
    kinds: dict[tuple[str, str], Row] = {}
    for row in rows:
        kept = kinds.setdefault((row["jenis"], row["aturan_id"]), {**row, "n": 0})
        kept["n"] += 1
    if not kinds:
        return []
    lines = [
        {
            "hal": text(f"jabatan.perhatian_{row['jenis']}", lang), "n": row["n"], "tag": row["tag"],
            "dasar": row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"],
        }
        for row in kinds.values()
    ]  # fmt: skip
    units: dict[str, Any] = {"hal": "teks", "dasar": "teks", "n": "bulat", "tag": "kode"}
    return [
        compose(
            "rotasi.dasar",
            title=text("rotasi.judul_dasar", lang, n=len(lines)),
            chart=None,
            table=table(lines, [Column(name, text(f"rotasi.kolom_{name}", lang), u) for name, u in units.items()]),
            provenance=siapa.provenance(ask, view, "riwayat"),
            lang=lang,
            question=text("rotasi.tanya_dasar", lang),
            notes=(text("aturan.catatan_tag", lang),),
            tags=("rotasi",),
        )
    ]
