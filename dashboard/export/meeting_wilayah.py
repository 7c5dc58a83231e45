"""What the meeting is shown of the region among others: the macro indicators furthest below their RKPD target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.export.deck import Slide
from dashboard.export.pack import Part
from dashboard.figures.figure import Dot, Figure, Lang, Ranking
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import wilayah, wilayah_angka
from dashboard.topics.wilayah_angka import Own, Row
from dashboard.topics.wilayah_kata import name, period, unit
from dashboard.view import View
from pipelines.catalogue import text

_MOST = 2  # indicators that get a slide
_AREAS = 14  # areas beside a trend whose names can be read
_MARK = "◇ "
_KIND, _SHORT = re.compile(r"\bKabupaten\b"), "Kab."  # beside a trend there is room for one of both


def areas(ask: Ask, view: View) -> Part:
    """A slide for each of the worst indicators; of a region that misses none, where it stands in all of them."""
    whole = replace(view, opd=None, indikator=None, program=None, kegiatan=None, sub=None)
    own = wilayah_angka.own(ask, view.lang)
    mine = wilayah_angka.series(ask, whole, own.kode)
    first = wilayah.summary(ask, whole, own, mine)
    if first.empty:
        return Part(silent=(first,))
    if not own.known:  # the nation's figures say nothing of this region
        return Part(more=(first,))
    made = [_slide(ask, whole, own, mine[str(row["kode_makro"])], row) for row in behind(mine)[:_MOST]]
    return Part(tuple(made), (first,)) if made else Part((Slide((first,)),))


def behind(mine: dict[str, list[Row]]) -> list[Row]:
    """The latest figures that miss their RKPD target in the direction known to be good, the furthest first."""
    latest = (row for rows in mine.values() if (row := wilayah_angka.latest(rows)))
    short = [row for row in latest if row["arah"] in ("naik", "turun") and _missed(row)]
    return sorted(short, key=lambda row: (row["capaian"], row["kode_makro"]))


def _missed(row: Row) -> bool:
    return row["capaian"] is not None and row["capaian"] < 100


def _slide(ask: Ask, view: View, own: Own, rows: Sequence[Row], row: Row) -> Slide:
    """One indicator: those beside us with province and nation among them, and our years against their targets."""
    lang, makro = view.lang, str(row["kode_makro"])
    years = wilayah.trend(ask, view, own, rows)
    said = {
        "indikator": name(row, lang), "masa": period(row["tahun"], row["periode"], lang), "wilayah": own.nama,
        "nilai": _said(row, "nilai", lang), "target": _said(row, "target_rkpd", lang),
    }  # fmt: skip
    title = text("ekspor.judul_makro", lang, **said)
    _, parts = wilayah_angka.held_beside(ask, view, makro, own)
    shown = []
    if parts:
        beside = wilayah.rank(ask, view, own, parts)
        ours = next((one for one in parts if one["kita"] and one["peringkat"]), None)
        if ours:
            title = text("ekspor.judul_makro_peringkat", lang, ke=ours["peringkat"], n=ours["n_wilayah"], **said)
        order = text("ekspor.judul_makro_daftar", lang, arah=text(f"wilayah.arah_{row['arah']}", lang).lower())
        shown.append(among(replace(beside, title=order), own, parts, rows, view))
    if years is not None:
        shown.append(years)
    figures = tuple(replace(one, id=f"{one.id}_{makro}") for one in shown)
    return Slide(figures, title=title)


def _said(row: Row, column: str, lang: Lang) -> str:
    """A figure of the indicator as its chart writes it, with its unit."""
    kind = unit(row)
    said = write(row[column], kind, lang)
    return f"{said} {row['satuan']}" if kind == "angka" and row["satuan"] else said


def among(figure: Figure, own: Own, parts: Sequence[Row], rows: Sequence[Row], view: View) -> Figure:
    """The ranking with province and nation where they stand, cut to the worst and ourselves; the rest is a note."""
    chart, lang = figure.chart, view.lang
    assert isinstance(chart, Ranking)
    when = (parts[0]["tahun"], parts[0]["periode"])
    then = next((row for row in rows if (row["tahun"], row["periode"]) == when), None)
    beside = [
        Dot(key, f"{_MARK}{text(f'wilayah.{key}', lang)}", then[column])
        for key, column in _compared(own, parts).items() if then is not None and then[column] is not None
    ]  # fmt: skip
    known = [dot for dot in chart.dots if dot.value is not None]
    kept = [
        replace(dot, label=_KIND.sub(_SHORT, dot.label)) for at, dot in enumerate(known)
        if at < _AREAS or dot.key == own.kode
    ]  # fmt: skip
    worse = -1 if parts[0]["arah"] == "turun" else 1
    placed = sorted([*kept, *beside], key=lambda dot: worse * float(dot.value or 0))
    notes = [*figure.notes, text("ekspor.catatan_pembanding", lang)] if beside else [*figure.notes]
    away = len(chart.dots) - len(kept)
    if away:
        notes.append(text("ekspor.wilayah_lain", lang, n=away))
    return replace(
        figure,
        chart=replace(chart, dots=tuple(placed), value_label=text("wilayah.kolom_angka", lang)),
        notes=tuple(notes),
    )


def _compared(own: Own, parts: Sequence[Row]) -> dict[str, str]:
    """What our area is held against and the column of its figure; a province among provinces is there itself."""
    if own.tingkat != "provinsi":
        return {"provinsi": "provinsi", "nasional": "nasional"}
    ours = {} if any(row["kita"] for row in parts) else {"provinsi": "nilai"}
    return {**ours, "nasional": "nasional"}
