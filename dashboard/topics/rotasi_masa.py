"""How long posts are held: tenure by level against two and five years, and who was moved most often."""

from __future__ import annotations

from datetime import date
from statistics import median, quantiles
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Distribution, Figure, Group
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines import aturan_jabatan
from pipelines.catalogue import text

Row = dict[str, Any]
_HELD = (
    "select g.orang_id, g.kode_jabatan, g.kode_opd, g.masa_mulai as tmt, date_diff('day', g.masa_mulai, ?) as hari, "
    "k.nama_jabatan, k.tingkat, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, k.kode_opd) as opd "
    "from app.pemegang as g inner join app.kursi as k on g.kode_jabatan = k.kode_jabatan "
    "left join app.orang as o on g.orang_id = o.orang_id left join app.opd as u on k.kode_opd = u.kode_opd "
    "where g.keadaan = 'definitif' and g.mulai <= ? and g.selesai > ? and k.tingkat in ('I', 'II', 'III', 'IV') "
    "order by k.tingkat, hari desc, g.kode_jabatan"
)
_OFTEN = (
    "select m.orang_id, o.nama_gelar as nama, o.sebutan, count(*) as n, max(m.tanggal) as tanggal, "
    "max_by(coalesce(m.ke_jabatan, k.nama_jabatan), m.tanggal) as jabatan, "
    "max_by(coalesce(m.ke_opd, m.dari_opd), m.tanggal) as kode_opd "
    "from app.mutasi as m left join app.orang as o on m.orang_id = o.orang_id "
    "left join app.kursi as k on m.ke_kode_jabatan = k.kode_jabatan "
    "where m.rotasi and m.tanggal > ? and m.tanggal <= ? and m.tingkat in ('I', 'II', 'III', 'IV') "
    "group by m.orang_id, o.nama_gelar, o.sebutan having count(*) >= 3 order by count(*) desc, m.orang_id"
)
LEVELS = ("I", "II", "III", "IV")
FEW = 5  # under so many no quartile is drawn
SHOWN = 15
YEARS = 5
_UNITS: dict[str, Any] = {"jabatan": "teks", "opd": "teks", "pejabat": "teks", "eselon": "teks", "tmt": "tanggal",
                          "hari": "hari"}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """Tenure by level, and who moved often."""
    return [tenure(ask, view), often(ask, view)]


def back(day: date, months: int) -> date:
    """The same day so many calendar months earlier, the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def tenure(ask: Ask, view: View) -> Figure:
    """How long those who hold a post today have held it, by level."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    rows = [r for r in ask.run(_HELD, end, end, end) if members is None or r["kode_opd"] in members]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_lama", lang)
    if not rows:
        return missing(
            "rotasi.lama", title=text("rotasi.kosong_lama_judul", lang), empty=text("rotasi.kosong_garis", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    marks = tuple(((end - back(end, months)).days, text("rotasi.bulan_n", lang, n=months)) for months in _limits(end))
    groups = [_group(level, [r["hari"] for r in rows if r["tingkat"] == level], lang) for level in LEVELS]
    high = [row for row in rows if row["tingkat"] in ("I", "II")]
    over = sum(row["hari"] > max(at for at, _ in marks) for row in high) if marks else 0
    lines = [
        {
            **row, "jabatan": row["nama_jabatan"], "eselon": row["tingkat"],
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang),
        }
        for row in rows
    ]  # fmt: skip
    return compose(
        "rotasi.lama",
        title=text(
            "rotasi.judul_lama", lang, n=over, total=len(high),
            hari=write(median(row["hari"] for row in high) if high else None, "hari", lang),
        ),
        chart=Distribution(tuple(g for g in groups if g.n), "hari", text("rotasi.lama", lang), marks),
        table=table(
            lines, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in _UNITS.items()],
            link=lambda line: tautan.pejabat(line["orang_id"]),
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.catatan_lama", lang),),
        tags=("rotasi",),
    )  # fmt: skip


def limit(key: str, day: date) -> int | None:
    """The calendar months of a rule as in force on the day; None where none is."""
    rules = aturan_jabatan.angka()[key]
    return next((a.nilai for a in rules if a.berlaku <= day and (a.sampai is None or day < a.sampai)), None)


def _limits(day: date) -> list[int]:
    """The shortest and the longest term."""
    found = [limit(key, day) for key in ("masa_paling_singkat", "masa_paling_lama")]
    return [months for months in found if months is not None]


def _group(level: str, days: list[int], lang: Any) -> Group:
    label = text("rotasi.eselon", lang, tingkat=level)
    if len(days) < FEW:
        return Group(label, len(days), None, None, None, text("rotasi.terlalu_sedikit", lang, n=FEW))
    low, middle, high = (round(value) for value in quantiles(days, n=4, method="inclusive"))
    return Group(label, len(days), middle, low, high)


def often(ask: Ask, view: View) -> Figure:
    """Who moved three times or more in the last five years."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    rows = [r for r in ask.run(_OFTEN, back(end, YEARS * 12), end) if members is None or r["kode_opd"] in members]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_sering", lang)
    if not rows:
        return missing(
            "rotasi.sering", title=text("rotasi.kosong_sering_judul", lang), empty=text("rotasi.kosong_sering", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    units: dict[str, Any] = {"jabatan": "teks", "pejabat": "teks", "n": "bulat", "tanggal": "tanggal"}
    lines = [{**row, "pejabat": kepala.person(row["sebutan"], row["nama"], lang)} for row in rows]
    return compose(
        "rotasi.sering",
        title=text("rotasi.judul_sering", lang, n=len(rows), kali=rows[0]["n"]),
        chart=None,
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}_sering", lang), unit) for name, unit in units.items()],
            link=lambda line: tautan.pejabat(line["orang_id"]), shown=SHOWN,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.catatan_sering", lang),),
        tags=("rotasi.lampiran",),
    )  # fmt: skip
