"""Moves: one inauguration as a chain of seats left and filled, all inaugurations, and flows between OPD."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Flow, Link, Series, Stream
from dashboard.figures.flow import strongest
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import kata, kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_SWORN = (
    "select pelantikan, min(tanggal) as tanggal, count(*) as n, count(distinct rantai) as n_rantai, "
    "sum(case when tingkat in ('I', 'II') then 1 else 0 end) as n_dua, "
    "max(case when pengisi_tanggal <= ? then jeda_hari end) as jeda, "
    "sum(case when coalesce(pengisi_tanggal > ?, true) and g.keadaan <> 'plt' then 1 else 0 end) as n_kosong "
    "from app.rantai as r left join app.pemegang as g "
    "on r.dari_kode_jabatan = g.kode_jabatan and g.mulai <= ? and g.selesai > ? "
    "where r.tanggal <= ? group by pelantikan order by min(tanggal) desc, pelantikan"
)
_CHAIN = (
    "select r.* replace (coalesce(r.dari_jabatan, d.nama_jabatan) as dari_jabatan, "
    "coalesce(r.ke_jabatan, e.nama_jabatan) as ke_jabatan), o.nama_gelar as nama, o.sebutan, "
    "f.nama_gelar as nama_pengisi, f.sebutan as sebutan_pengisi, coalesce(a.singkatan, a.nama, r.dari_opd) as asal, "
    "coalesce(b.singkatan, b.nama, r.ke_opd) as tujuan, d.pimpinan_opd as dari_kepala, e.pimpinan_opd as ke_kepala, "
    "g.keadaan as kini from app.rantai as r left join app.orang as o on r.orang_id = o.orang_id "
    "left join app.orang as f on r.pengisi_orang_id = f.orang_id left join app.opd as a on r.dari_opd = a.kode_opd "
    "left join app.opd as b on r.ke_opd = b.kode_opd left join app.kursi as d on r.dari_kode_jabatan = d.kode_jabatan "
    "left join app.kursi as e on r.ke_kode_jabatan = e.kode_jabatan left join app.pemegang as g "
    "on r.dari_kode_jabatan = g.kode_jabatan and g.mulai <= ? and g.selesai > ? "
    "where r.pelantikan = ? and r.tanggal <= ? order by r.rantai, r.langkah"
)
_MOVES = (
    "select m.*, year(m.tanggal) as tahun, coalesce(a.singkatan, a.nama, m.dari_opd) as asal, "
    "coalesce(b.singkatan, b.nama, m.ke_opd) as tujuan from app.mutasi as m "
    "left join app.opd as a on m.dari_opd = a.kode_opd left join app.opd as b on m.ke_opd = b.kode_opd "
    "where m.rotasi and m.tanggal >= ? and m.tanggal <= ? and m.tingkat in ('I', 'II', 'III', 'IV')"
)
DRAWN, FLOWS, YEARS, SWORN = 12, 14, 6, 12
_CHAIN_UNITS: dict[str, Any] = {
    "pejabat": "teks", "dari": "teks", "asal": "teks", "ke": "teks", "tujuan": "teks", "tanggal": "tanggal",
    "cara": "teks", "kursi_lama": "teks", "pengisi": "teks", "pengisi_tanggal": "tanggal", "jeda_hari": "hari",
    "no_sk": "teks", "rantai": "bulat", "langkah": "bulat",
}  # fmt: skip
_SWORN_UNITS: dict[str, Any] = {
    "pelantikan": "teks", "tanggal": "tanggal", "n": "bulat", "n_dua": "bulat", "n_rantai": "bulat", "jeda": "hari",
    "n_kosong": "bulat",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The chain of the view's inauguration, all inaugurations, flows and turnover."""
    end = siapa.end_of(view)
    sworn = ask.run(_SWORN, end, end, end, end, end)
    if not sworn:
        return [
            missing(
                "rotasi.rantai", title=text("rotasi.kosong_rantai_judul", view.lang),
                empty=text("rotasi.kosong_rantai", view.lang), provenance=siapa.provenance(ask, view, "riwayat"),
                question=text("rotasi.tanya_rantai", view.lang),
            )
        ]  # fmt: skip
    return [chain(ask, view, sworn), inaugurations(ask, view, sworn), flows(ask, view), turnover(ask, view)]


def opened(sworn: Sequence[Row], view: View) -> Row:
    """The inauguration that the view names, else the last of several with one of eselon II, else the last."""
    asked = next((row for row in sworn if row["pelantikan"] == view.pelantikan), None)
    return asked or next((row for row in sworn if row["n"] > 1 and row["n_dua"]), sworn[0])


def chain(ask: Ask, view: View, sworn: Sequence[Row]) -> Figure:
    """Who moved where, which seat that left, who filled it and after how many days."""
    lang = view.lang
    one = opened(sworn, view)
    end = siapa.end_of(view)
    rows = [_as_of(row, end) for row in ask.run(_CHAIN, end, end, one["pelantikan"], end)]
    steps = Counter(row["rantai"] for row in rows)
    order = [row for number, _ in steps.most_common() for row in followed([r for r in rows if r["rantai"] == number])]
    drawn = order[:DRAWN]
    open_seats = sum(row["keadaan"] == "kosong" for row in rows)
    return compose(
        "rotasi.rantai",
        title=text(
            "rotasi.judul_rantai", lang, nama=_named(one, lang), n=len(rows), rantai=len(steps),
            panjang=max(steps.values()), kosong=open_seats,
        ),
        chart=Flow(
            tuple(
                Stream(
                    _seat(row, "dari", lang), _seat(row, "ke", lang), 1,
                    kepala.person(row["sebutan"], row["nama"], lang) or "", tautan.pejabat(row["orang_id"]),
                )
                for row in drawn
            ),
            "bulat", text("rotasi.meninggalkan", lang), text("rotasi.menempati", lang), chained=True,
        ),
        table=table(
            [_line(row, view) for row in order],
            [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _CHAIN_UNITS.items()],
            link=lambda line: tautan.pejabat(line["orang_id"]),
        ),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("rotasi.tanya_rantai", lang),
        notes=(
            text("rotasi.catatan_rantai", lang),
            text("rotasi.catatan_digambar", lang, n=len(drawn), total=len(rows)) if len(drawn) < len(rows) else "",
        ),
        tags=("rotasi",),
    )  # fmt: skip


def followed(rows: Sequence[Row]) -> list[Row]:
    """The moves of one chain, each followed by the one that took the seat it left; a circle has no first."""
    left = sorted(rows, key=lambda row: row["langkah"])
    found: list[Row] = []
    while left:
        seat = found[-1]["dari_kode_jabatan"] if found else None
        at = next((n for n, row in enumerate(left) if seat and row["ke_kode_jabatan"] == seat), 0)
        found.append(left.pop(at))
    return found


def _as_of(row: Row, end: date) -> Row:
    """A move as it stood on the day: a seat filled later is still acting or empty, and open for so many days."""
    if row["dari_kode_jabatan"] is None or (row["pengisi_tanggal"] and row["pengisi_tanggal"] <= end):
        return row
    # The model counts to the last day of all data; the view may look at an earlier one.
    nobody = {"pengisi_orang_id": None, "nama_pengisi": None, "pengisi_tanggal": None}
    held = {None: None, "plt": "plt"}.get(row["kini"], "kosong")  # None: a seat outside the reader's scope
    return {**row, **nobody, "keadaan": held, "jeda_hari": (end - row["ditinggal"]).days}


def _named(one: Row, lang: Any) -> str:
    """An inauguration by the name it was given, with its day."""
    when = day(one["tanggal"], lang)
    name = str(one["pelantikan"])
    if name == str(one["tanggal"]):
        return when
    name = name[:1].upper() + name[1:]
    return name if str(one["tanggal"].year) in name else f"{name} ({when})"


def _seat(row: Row, end: str, lang: Any) -> str:
    """A seat in few words: heads by their OPD, others by OPD and title, so that what is cut is the title's end."""
    unit = row["asal" if end == "dari" else "tujuan"]
    title = row[f"{end}_jabatan"] or text("pejabat.tanpa_jabatan", lang)
    if row[f"{end}_kepala"]:
        return text("rotasi.kepala", lang, opd=unit)
    return f"{unit}: {title}" if unit else str(title)


def _line(row: Row, view: View) -> Row:
    lang = view.lang
    return {
        **row, "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "dari": row["dari_jabatan"],
        "ke": row["ke_jabatan"], "cara": kata.way(row["cara"], lang),
        "kursi_lama": text(f"jabatan.keadaan_{row['keadaan']}", lang) if row["keadaan"] else None,
        "pengisi": kepala.person(row["sebutan_pengisi"], row["nama_pengisi"], lang),
    }  # fmt: skip


def sworn_link(name: str) -> Link:
    """The chain of one inauguration."""
    return Link("rotasi", (("pelantikan", name), ("bagian", "rantai")))


def inaugurations(ask: Ask, view: View, sworn: Sequence[Row]) -> Figure:
    """Every inauguration up to the month, the latest first; a click opens its chain."""
    lang = view.lang
    lines = [{**row, "link": sworn_link(row["pelantikan"]), "pelantikan": _named(row, lang)} for row in sworn]
    largest = max(sworn, key=lambda row: row["n"])
    return compose(
        "rotasi.pelantikan",
        title=text("rotasi.judul_pelantikan", lang, n=len(sworn), nama=_named(largest, lang), terbanyak=largest["n"]),
        chart=None,
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in _SWORN_UNITS.items()],
            link=lambda line: line["link"], shown=SWORN,
        ),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("rotasi.tanya_pelantikan", lang),
        tags=("rotasi.lampiran",),
    )  # fmt: skip


def flows(ask: Ask, view: View) -> Figure:
    """From which OPD to which in the view's year and the one before; moves within an OPD are in the table only."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    rows = [
        row
        for row in ask.run(_MOVES, date(view.tahun - 1, 1, 1), end)
        if members is None or row["dari_opd"] in members or row["ke_opd"] in members
    ]
    pairs = Counter((row["asal"], row["tujuan"], row["ke_opd"]) for row in rows if row["asal"] and row["tujuan"])
    across = [
        Stream(start, goal, n, link=tautan.opd(code)) for (start, goal, code), n in pairs.items() if start != goal
    ]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("rotasi.tanya_arus", lang)
    if not across:
        return missing(
            "rotasi.arus", title=text("rotasi.kosong_arus_judul", lang, tahun=view.tahun),
            empty=text("rotasi.kosong_arus", lang), provenance=provenance, question=question,
        )  # fmt: skip
    moved = sum(pairs.values())
    left = sum(int(stream.value or 0) for stream in across)
    drawn = strongest(across, FLOWS)
    units: dict[str, Any] = {"tujuan": "teks", "asal": "teks", "n": "bulat"}
    lines = [
        {"asal": start, "tujuan": goal, "n": n, "link": tautan.opd(code)}
        for (start, goal, code), n in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return compose(
        "rotasi.arus",
        title=text("rotasi.judul_arus", lang, n=left, total=moved, tahun=view.tahun - 1, bulan=month(view.until, lang)),
        chart=Flow(drawn, "bulat", text("rotasi.asal", lang), text("rotasi.tujuan", lang)),
        table=table(
            lines, [Column(name, text(f"rotasi.kolom_{name}", lang), unit) for name, unit in units.items()],
            link=lambda line: line["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("rotasi.catatan_arus", lang, n=len(drawn), total=len(across)),),
        width="half",
        tags=("rotasi",),
    )  # fmt: skip


def turnover(ask: Ask, view: View) -> Figure:
    """Moves by year and level; the table has them by OPD left and year."""
    lang, end, members = view.lang, siapa.end_of(view), ask.members(view)
    years = list(range(view.tahun - YEARS + 1, view.tahun + 1))
    rows = [
        row
        for row in ask.run(_MOVES, date(years[0], 1, 1), end)
        if members is None or row["dari_opd"] in members or row["ke_opd"] in members
    ]
    by_year = Counter((row["tahun"], row["tingkat"]) for row in rows)
    totals = Counter(row["tahun"] for row in rows)
    levels = [level for level in ("I", "II", "III", "IV") if any(by_year[year, level] for year in years)]
    left = Counter((row["asal"], row["dari_opd"], row["tahun"]) for row in rows if row["asal"])
    units = sorted({key[:2] for key in left}, key=lambda unit: (-sum(left[*unit, year] for year in years), unit))
    busiest = max(years, key=lambda year: (totals[year], year))
    lines = [
        {"asal": name, "jumlah": sum(left[name, code, year] for year in years), "link": tautan.opd(code)}
        | {str(year): left[name, code, year] for year in years}
        for name, code in units
    ]
    heads = [Column("asal", text("rotasi.kolom_asal", lang))]
    heads += [Column(str(year), str(year), "bulat") for year in years]
    heads += [Column("jumlah", text("rotasi.kolom_jumlah", lang), "bulat")]
    return compose(
        "rotasi.perputaran",
        title=text("rotasi.judul_perputaran", lang, tahun=busiest, n=write(totals[busiest], "bulat", lang)),
        chart=Bars(
            tuple(str(year) for year in years),
            tuple(
                Series(
                    text("rotasi.eselon", lang, tingkat=level), tuple(by_year[year, level] for year in years), "part",
                    "bar",
                )
                for level in levels
            ),
            "bulat",
        ),
        table=table(lines, heads, link=lambda line: line["link"]),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("rotasi.tanya_perputaran", lang),
        notes=(text("rotasi.catatan_perputaran", lang),),
        width="half",
        tags=("rotasi",),
    )  # fmt: skip
