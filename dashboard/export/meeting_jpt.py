"""The material of the meeting that evaluates high officials: their seats together, then one page for each official."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.export.deck import Slide
from dashboard.figures.figure import Cards, Column, Figure, Prose, Table, Timeline, Value
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import jpt_kursi, pejabat_janji, pejabat_orang, pejabat_skp, pertanyaan, pertanyaan_pejabat
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

_CAREER = ("jabatan", "opd", "mulai", "selesai", "hari")
_RESULT = ("opd", "tahun", "bulan", "warisan", "sendiri")
_SHORT = "select distinct nama, singkatan from app.opd where singkatan is not null order by length(nama) desc, nama"
_SKP = ("pejabat.skp_pan6", "pejabat.skp_pp30", "pejabat.skp_pp46")
_KNOWN = ("pejabat.perhatian", "pejabat.catatan")
_PARTS = {
    "karier": ("pejabat.karier",), "hasil": ("pejabat.masa",), "skp": _SKP, "janji": ("pejabat.komitmen",),
    "tindak": ("pejabat.tindak_lanjut",), "hal": _KNOWN,
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """One official: what is shown on the page, and the figures of the page Pejabat that it is made of."""

    slide: Slide
    who: str
    post: str
    found: tuple[Figure, ...]
    silent: tuple[Figure, ...]  # what cannot be shown, each saying why


def holders(ask: Ask, view: View, opd: Sequence[str]) -> list[str]:
    """Who holds the seats of high officials today, of these agencies where any are called; each once."""
    rows = jpt_kursi.seats(ask, view)
    return list(dict.fromkeys(r["orang_id"] for r in rows if r["orang_id"] and (not opd or r["kode_opd"] in opd)))


def person(ask: Ask, view: View, orang_id: str) -> Person | None:
    """The page of one official; None for one of whom no post is known in this month."""
    one = replace(view, opd=None, pejabat=orang_id, jabatan=None, pelantikan=None)
    every = pejabat_orang.figures(ask, one)
    found = {figure.id: figure for figure in every if not figure.empty}
    called = pejabat_orang.who(ask, one)
    if called is None:
        return None
    who, post = called
    left = [_shortened(kept(found["pejabat.karier"], _CAREER, text("jpt.judul_karier", view.lang)), ask)]
    if "pejabat.masa" in found:
        result = kept(found["pejabat.masa"], _RESULT, text("jpt.judul_hasil", view.lang))
        left.append(replace(result, chart=None, notes=result.notes[1:]))  # the first speaks of the picture
    right = [
        figure
        for figure in (pejabat_skp.yearly(ask, one), _to_know(found, pejabat_janji.brief(ask, one), view))
        if figure is not None
    ]
    head = _facts(found["pejabat.kartu"], of=(*left[1:], *right))
    head = replace(head, title=_title(ask, view, head.title, orang_id=orang_id, called=called))
    shown = tuple(_of(figure, f"{who}, {post}") for figure in (head, *left, *right))
    asks = pertanyaan.spoken(pertanyaan_pejabat.of_official(ask, one, orang_id), view.lang)
    slide = Slide(shown, columns=tuple(n for n in (len(left), len(right)) if n), spoken=asks)
    return Person(slide, who, post, tuple(found.values()), tuple(figure for figure in every if figure.empty))


def _facts(head: Figure, *, of: Sequence[Figure]) -> Figure:
    """The cards of the page with the notes of its parts; how the post is held says by itself that it is held."""
    chart = head.chart
    assert isinstance(chart, Cards)
    first, *rest = chart.cards
    held = replace(first, label=first.note or first.label, note=None)
    notes = dict.fromkeys((*head.notes, *(note for figure in of for note in figure.notes)))
    return replace(head, chart=Cards((held, *rest)), question=None, notes=tuple(notes))


def _shortened(career: Figure, ask: Ask) -> Figure:
    """The career whose lanes call agencies by their short names: a lane has room for a few words."""
    chart = career.chart
    assert isinstance(chart, Timeline)
    rows = ask.run(_SHORT)
    lanes = []
    for lane in chart.lanes:
        label = lane.label
        for row in rows:
            label = label.replace(row["nama"], row["singkatan"])
        lanes.append(replace(lane, label=label))
    return replace(career, chart=replace(chart, lanes=tuple(lanes)))


def _title(ask: Ask, view: View, said: str, *, orang_id: str, called: tuple[str, str]) -> str:
    """The title of the page; who acts in a high post is called by it, and by the own post beside it."""
    acting = [r for r in jpt_kursi.seats(ask, view) if r["orang_id"] == orang_id and r["keadaan"] != "definitif"]
    posts = [siapa.post(row["keadaan"], row["nama_jabatan"], view.lang) for row in acting]
    who, own = called
    if not posts or own in posts:
        return said
    return text("jpt.judul_plt", view.lang, nama=who, plt=", ".join(posts), jabatan=own)


def _of(figure: Figure, who: str) -> Figure:
    """The figure with the official as its scope: whose page it is stands in its foot."""
    return replace(figure, provenance=replace(figure.provenance, scope=who))


def kept(figure: Figure, names: Sequence[str], title: str | None = None) -> Figure:
    """The figure with the columns that a page has room for, under its own or a short title."""
    at = {column.id: i for i, column in enumerate(figure.table.columns)}
    kept = [at[name] for name in names]
    columns = tuple(figure.table.columns[i] for i in kept)
    rows = tuple(tuple(row[i] for i in kept) for row in figure.table.rows)
    return replace(figure, title=title or figure.title, table=Table(columns, rows))


def _to_know(found: dict[str, Figure], promised: Sequence[str], view: View) -> Figure | None:
    """Promises, what asks for attention, then training, discipline and credit, a line each; bases become notes."""
    told = [found[name] for name in _PARTS["janji"] if name in found]
    given = [*told, *(found[name] for name in _KNOWN if name in found)]
    if not given:
        return None
    said, bases = [*promised], []
    for figure in given[len(told) :]:
        at = {column.id: i for i, column in enumerate(figure.table.columns)}
        for row in figure.table.rows:
            said.append(_line({name: row[i] for name, i in at.items()}, view))
            bases.append(str(row[at["dasar"]] or ""))
    title, first = text("jpt.judul_hal", view.lang), given[0]
    table = Table((Column("hal", title),), tuple((one,) for one in said))
    notes = (*(note for figure in given for note in figure.notes), *(one for one in dict.fromkeys(bases) if one))
    return replace(first, id="pejabat.hal", title=title, alt=title, chart=Prose(tuple(said)), table=table, notes=notes)


def _line(row: dict[str, Value], view: View) -> str:
    """One matter or note in words."""
    if "hal" in row:
        since = write(row["sejak"], "tanggal", view.lang)
        return text("jpt.sejak_hal", view.lang, hal=row["hal"], tanggal=since)
    known = " · ".join(str(row[name]) for name in ("nilai", "kategori") if row[name]) or row["uraian"]
    return f"{row['catatan']} {row['tahun']}: {known}"


def together(people: Sequence[Person], view: View) -> list[Figure]:
    """For the workbook: the figures of all officials as one sheet a kind, each row with whose it is."""
    made = []
    for part, ids in _PARTS.items():
        given = [(one, figure) for one in people for figure in one.found if figure.id in ids]
        if given:
            made.append(_joined(part, given, view))
    return made


def _joined(part: str, given: Sequence[tuple[Person, Figure]], view: View) -> Figure:
    lang = view.lang
    columns: dict[str, Column] = {}
    for _, figure in given:
        columns |= {column.id: columns.get(column.id, column) for column in figure.table.columns}
    lead = (
        Column("pejabat_kini", text("pejabat.kolom_pejabat", lang)),
        Column("jabatan_kini", text("jpt.kolom_jabatan_kini", lang)),
    )
    rows: list[tuple[Value, ...]] = []
    for one, figure in given:
        at = {column.id: i for i, column in enumerate(figure.table.columns)}
        for row in figure.table.rows:
            cells = (row[at[name]] if name in at else None for name in columns)
            rows.append((one.who, one.post, *cells))
    n = len({one.who for one, _ in given})
    first = given[0][1]
    title = text(f"jpt.judul_semua_{part}", lang, n=n)
    return replace(
        first, id=f"jpt.{part}", title=title, alt=title, question=text("jpt.tanya_semua", lang), chart=None,
        table=Table((*lead, *columns.values()), tuple(rows)), trail=(),
        notes=tuple(dict.fromkeys(note for _, figure in given for note in figure.notes)),
    )  # fmt: skip
