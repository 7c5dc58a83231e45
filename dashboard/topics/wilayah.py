"""The region among others: its macro indicators against nation, province and RKPD, their rank, trend and map."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure, Link, Series, Trend
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.query import Ask
from dashboard.topics import wilayah_angka, wilayah_peta
from dashboard.topics.wilayah_angka import Own, Row
from dashboard.topics.wilayah_kata import figure as written
from dashboard.topics.wilayah_kata import measured, name, period, unit
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

SHOWN = 20  # areas that a page draws before it is asked for all
_MARK = "▸ "
_NAMED = 20  # letters of a name that stand whole at the end of a line


def figures(ask: Ask, view: View) -> list[Figure]:
    """The indicators of the pemda's area, and of one of them: the rank, the trend, the map, its sub-districts."""
    own = wilayah_angka.own(ask, view.lang)
    mine = wilayah_angka.series(ask, view, own.kode)
    first = [summary(ask, view, own, mine)]
    makro = view.indikator if view.indikator in mine else _chosen(mine)
    if makro is None:
        return first
    induk, rows = wilayah_angka.held_beside(ask, view, makro, own)
    found = [
        *first,
        rank(ask, view, own, rows) if rows else None,
        trend(ask, view, own, mine[makro]),
        wilayah_peta.figure(ask, view, induk, rows) if rows else None,
    ]
    if own.tingkat == "kabupaten" and (parts := wilayah_angka.beside(ask, view, makro, own.kode)):
        drawn = wilayah_peta.figure(ask, view, own.kode, parts, id="wilayah.peta_kecamatan")
        found += [rank(ask, view, own, parts, id="wilayah.kecamatan", mapped=drawn is not None), drawn]
    return [figure for figure in found if figure is not None]


def _chosen(mine: dict[str, list[Row]]) -> str | None:
    """The indicator shown unless another is asked for: one that misses its target first, then one with a direction."""
    latest = [row for rows in mine.values() if (row := wilayah_angka.latest(rows))]
    order = sorted(latest, key=lambda r: (_short(r) is None, _short(r) or 0, r["arah"] is None, r["kode_makro"]))
    return str(order[0]["kode_makro"]) if order else None


def _short(row: Row) -> Decimal | None:
    """The attainment of a figure that misses its RKPD target; None where it does not, or nobody can say."""
    return row["capaian"] if row["capaian"] is not None and row["capaian"] < 100 else None


def open_link(makro: str) -> Link:
    """The same page, opened at an indicator."""
    return Link("wilayah", (("indikator", makro),))


def summary(ask: Ask, view: View, own: Own, mine: dict[str, list[Row]]) -> Figure:
    """One row an indicator: where our area stands against nation, province, last year and its RKPD target."""
    lang = view.lang
    rows = [row for found in mine.values() if (row := wilayah_angka.latest(found))]
    provenance = wilayah_angka.provenance(ask, view, rows=rows)
    question = text("wilayah.tanya_ringkas", lang)
    if not rows:
        return missing(
            "wilayah.ringkas", title=text("wilayah.kosong_judul", lang), empty=text("wilayah.kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    worst = sorted(rows, key=lambda r: (_short(r) is None, _short(r) or 0, name(r, lang)))
    units: dict[str, Any] = {
        "indikator": "teks", "warna": "status", "nilai": "angka", "satuan": "teks", "masa": "teks",
        "target_rkpd": "angka", "capaian": "persen", "provinsi": "angka", "nasional": "angka", "tahun_lalu": "angka",
        "peringkat": "teks", "arah": "teks", "kode": "kode",
    }  # fmt: skip
    labels = ("provinsi", "nasional", "target_rkpd")
    heads = [
        Column(id, text(f"wilayah.{id}" if id in labels else f"wilayah.kolom_{id}", lang), unit)
        for id, unit in units.items()
    ]
    short = sum(_short(row) is not None for row in rows)
    judged = any(row["capaian"] is not None for row in rows)
    unsaid = sum(row["arah"] is None for row in rows)
    title = (
        text(f"wilayah.judul_ringkas{'' if judged else '_tanpa'}", lang, wilayah=own.nama, n=len(rows), buruk=short)
        if own.known
        else text("wilayah.judul_ringkas_nasional", lang, n=len(rows))
    )
    return compose(
        "wilayah.ringkas",
        title=title,
        chart=None,
        table=table([_line(row, view) for row in worst], heads, link=lambda line: open_link(line["kode"])),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            "" if own.known else text("wilayah.tanpa_kode", lang),
            text("wilayah.arah_belum_n", lang, n=unsaid) if unsaid else "",
        ),
        tags=("wilayah.ringkas",),
    )


def _line(row: Row, view: View) -> dict[str, Any]:
    lang = view.lang
    place = text("wilayah.peringkat_dari", lang, ke=row["peringkat"], n=row["n_wilayah"]) if row["peringkat"] else None
    return {
        **row,
        "kode": row["kode_makro"],
        "indikator": name(row, lang),
        "masa": period(row["tahun"], row["periode"], lang),
        "capaian": exact(row["capaian"], "persen"),
        "peringkat": place,
        "arah": text(f"wilayah.arah_{row['arah'] or 'belum'}", lang),
    }


def rank(
    ask: Ask, view: View, own: Own, rows: Sequence[Row], *, id: str = "wilayah.peringkat", mapped: bool = True
) -> Figure:
    """The areas beside ours for one indicator, the worst on top where the direction is known; ours marked."""
    lang = view.lang
    one = rows[0]
    arah, masa = one["arah"], period(one["tahun"], one["periode"], lang)
    known = sorted((r for r in rows if r["nilai"] is not None), key=lambda r: _order(r, arah))
    silent = [row for row in rows if row["nilai"] is None]
    chart = ranking(
        [_dot(row, view) for row in (*known, *silent)], unit=unit(one), value_label=measured(one, lang),
        target_label=text("wilayah.target_rkpd", lang), order=False, shown=SHOWN,
    )  # fmt: skip
    mine = next((row for row in rows if row["kita"]), None)
    said = {"indikator": name(one, lang), "masa": masa}
    if id == "wilayah.kecamatan":
        title = text("wilayah.judul_kecamatan", lang, **said)
    elif mine and mine["peringkat"]:
        title = text(
            "wilayah.judul_peringkat", lang, wilayah=own.nama, ke=mine["peringkat"], n=mine["n_wilayah"], **said
        )
    else:
        title = text("wilayah.judul_peringkat_tanpa", lang, n=len(known), **said)
    order = (
        text("wilayah.catatan_urut", lang, arah=text(f"wilayah.arah_{arah}", lang).lower())
        if arah in ("naik", "turun")
        else text("wilayah.catatan_urut_tanpa", lang)
    )
    return compose(
        id,
        title=title,
        chart=chart,
        table=wilayah_peta.rows_table([*known, *silent], view),
        provenance=wilayah_angka.provenance(ask, view, makro=one["kode_makro"], rows=list(rows)),
        lang=lang,
        question=text("wilayah.tanya_peringkat", lang),
        notes=(
            "" if arah else text("wilayah.arah_belum_ket", lang),
            order,
            text("wilayah.catatan_dikenal", lang, n=len(known), total=len(rows)) if silent else "",
            "" if mapped else text("wilayah.tanpa_batas_kecamatan", lang),
        ),
        tags=(id,),
    )


def _order(row: Row, arah: str | None) -> tuple[Decimal, str]:
    """Worst first where the direction says what is worst, else from the smallest up."""
    value = Decimal(row["nilai"])
    return (-value if arah == "turun" else value), str(row["wilayah"])


def _dot(row: Row, view: View) -> Dot:
    target = row["target_rkpd"] if row["arah"] else None
    return Dot(
        row["kode_wilayah"], f"{_MARK if row['kita'] else ''}{row['wilayah']}", row["nilai"], target=target,
        status=row["warna"],
    )  # fmt: skip


def trend(ask: Ask, view: View, own: Own, rows: Sequence[Row]) -> Figure | None:
    """Our figure over the years against province, nation and RKPD target, at the same time of each year."""
    lang = view.lang
    last = wilayah_angka.latest(list(rows))
    if last is None:
        return None
    alike = [row for row in rows if row["periode"] == last["periode"]]
    same = [row for row in alike if row["satuan_baku"] in (None, last["satuan_baku"])]
    other = sorted({str(row["satuan"]) for row in alike if row not in same})
    by_year = {row["tahun"]: row for row in same}
    years = list(range(min(by_year), max(by_year) + 1))
    ours = own.nama if len(own.nama) <= _NAMED else text("wilayah.kolom_nilai", lang)
    lines = [("nilai", ours, "actual"), ("provinsi", text("wilayah.provinsi", lang), "before")]
    lines += [("nasional", text("wilayah.nasional", lang), "other")] if own.tingkat != "nasional" else []
    lines += [("target_rkpd", text("wilayah.target_rkpd", lang), "target")]
    series = []
    for column, label, role in lines:
        values = tuple(by_year[year][column] if year in by_year else None for year in years)
        if any(value is not None for value in values):
            series.append(Series(label, values, role))  # type: ignore[arg-type]
    heads = [Column("masa", text("wilayah.kolom_masa", lang)), Column("nilai", own.nama, "angka")]
    heads += [Column(name, text(f"wilayah.{name}", lang), "angka") for name in ("provinsi", "nasional", "target_rkpd")]
    heads += [Column("sumber", text("wilayah.kolom_sumber", lang))]
    lines_of = [{**row, "masa": period(row["tahun"], row["periode"], lang)} for row in same]
    return compose(
        "wilayah.tren",
        title=text(
            "wilayah.judul_tren",
            lang,
            indikator=measured(last, lang),
            wilayah=own.nama,
            nilai=written(last["nilai"], lang),
            masa=period(last["tahun"], last["periode"], lang),
        ),
        chart=Trend(tuple(map(str, years)), tuple(series), unit(last), zero=False),
        table=table(lines_of, heads),
        provenance=wilayah_angka.provenance(ask, view, makro=last["kode_makro"]),
        lang=lang,
        question=text("wilayah.tanya_tren", lang),
        notes=(
            text("wilayah.tren_tanya_satu", lang) if len(years) == 1 else "",
            text("wilayah.tren_satuan", lang, n=len(alike) - len(same), satuan=", ".join(other)) if other else "",
            "" if last["arah"] else text("wilayah.arah_belum_ket", lang),
        ),
        tags=("wilayah.tren",),
    )
