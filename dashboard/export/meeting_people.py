"""What the meeting is shown of people: how SKP stand, which posts ask for a decision, and terms beside the money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.export.deck import Slide
from dashboard.export.pack import Part
from dashboard.figures.figure import Bars, Figure, Table
from dashboard.query import Ask
from dashboard.topics import kinerja, pejabat, rotasi
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

_DRAWN = 15  # bars of OPD that can be read beside another chart
_ANNEX = (
    "kinerja.kartu", "kinerja.tahun", "kinerja.pola", "kinerja.kepala", "rotasi.garis_waktu", "rotasi.perhatian",
    "rotasi.dasar", "rotasi.pelantikan", "rotasi.arus",
)  # fmt: skip
_TERM = ("profil_opd.kepala", "profil_opd.masa", "profil_opd.deviasi")
_NEW = ("jabatan", "keadaan", "hari", "pejabat", "seratus")
_HEAD = "Kepala "  # nearly every post of the list begins so: its column says it, and the OPD has the room
_SHORT = "select distinct nama, singkatan from app.opd where singkatan is not null"
_MOST = 7  # seats in the list beside the clock


def people(ask: Ask, view: View) -> Part:
    """SKP and posts of the view; nothing where no file about people was imported."""
    whole = replace(view, opd=None, pejabat=None, jabatan=None, pelantikan=None)
    found = [f for topic in (kinerja, pejabat, rotasi) for f in topic.figures(ask, whole) if not f.empty]
    by_id = {figure.id: figure for figure in found}
    made = (*_skp(by_id), *_posts(ask, by_id, view))
    shown = {figure.id for slide in made for figure in slide.figures}
    return Part(made, tuple(by_id[one] for one in _ANNEX if one in by_id and one not in shown))


def term(found: Sequence[Figure], view: View) -> list[Slide]:
    """One slide for the terms of an OPD's head: what was inherited, what came since; none where that is not known."""
    by_id = {figure.id: figure for figure in found if not figure.empty}
    split = by_id.get("profil_opd.masa")
    if split is not None and isinstance(split.chart, Bars) and len(split.chart.categories) < 2:
        del by_id["profil_opd.masa"]  # of one holder the cards say it all
    shown = tuple(by_id[one] for one in _TERM if one in by_id)
    if len(shown) < 2:
        return []
    head = shown[0]
    said = text("ekspor.judul_masa", view.lang, nama=head.provenance.scope, temuan=head.title)
    return [Slide(shown, title=said)]


def _skp(found: Mapping[str, Figure]) -> list[Slide]:
    """How far the period is, the spread of predicates and where it disagrees with the money, side by side."""
    cards, spread = found.get("kinerja.kartu"), found.get("kinerja.predikat")
    if cards is None or spread is None:
        return []
    shown = [replace(_first(spread), notes=(*spread.notes, *cards.notes))]
    if "kinerja.konsistensi" in found:
        shown.append(found["kinerja.konsistensi"])
    return [Slide(tuple(shown), title=cards.title)]


def _first(spread: Figure) -> Figure:
    """The spread with as many of its bars as stand beside another chart; its table stays whole."""
    chart = spread.chart
    if not isinstance(chart, Bars):
        return spread
    series = tuple(replace(one, values=one.values[:_DRAWN]) for one in chart.series)
    cut = replace(chart, categories=chart.categories[:_DRAWN], series=series, links=chart.links[:_DRAWN])
    return replace(spread, chart=cut)


def _posts(ask: Ask, found: Mapping[str, Figure], view: View) -> list[Slide]:
    """Acting, empty and new posts on one slide; the chain of the last inauguration on the next."""
    cards, listed, clock, chain = (
        found.get(one) for one in ("pejabat.ringkas", "pejabat.kepala", "rotasi.plt", "rotasi.rantai")
    )
    made: list[Slide] = []
    if cards is not None and listed is not None:
        beside = (clock,) if clock is not None else ()
        short = {row["nama"]: row["singkatan"] for row in ask.run(_SHORT)}
        made.append(Slide((cards, *beside, asked(listed, view, short))))
    if chain is not None:
        made.append(Slide((chain,)))
    return made


def asked(listed: Figure, view: View, short: Mapping[str, str]) -> Figure:
    """Of the list of heads: the empty seats and those in their first hundred days; agencies by their short names."""
    at = {column.id: i for i, column in enumerate(listed.table.columns)}
    empty = siapa.held("kosong", view.lang)
    free = [row for row in listed.table.rows if row[at["keadaan"]] == empty]
    new = [row for row in listed.table.rows if row[at["seratus"]] is not None]
    kept = [at[name] for name in _NEW]
    heads = [str(row[kept[0]]).removeprefix(_HEAD) for row in (*free, *new)]
    rows = tuple(
        (short.get(head, head), *(row[i] for i in kept[1:])) for head, row in zip(heads, (*free, *new), strict=True)
    )
    columns = tuple(listed.table.columns[i] for i in kept)
    columns = (replace(columns[0], label=text("ekspor.kolom_kepala_opd", view.lang)), *columns[1:])
    key = "judul_jabatan_baru" if rows else "judul_jabatan_tenang"
    title = text(f"ekspor.{key}", view.lang, kosong=len(free), baru=len(new))
    table = Table(columns, rows, shown=_MOST)
    return replace(listed, id="pejabat.ditanya", title=title, chart=None, table=table, alt=title, notes=())
