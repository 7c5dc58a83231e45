"""A Figure: a chart as data with its table, its source, its rule and its words; pages and exports take the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Value = Decimal | int | float | str | bool | None

# How a number is written; look.py holds the one formatter for each.
# "angka" is a number in a unit of its own (an indicator's): as many decimals as it has, four at most.
Unit = Literal["teks", "kode", "rupiah", "persen", "poin", "bulat", "hari", "angka", "status", "bulan", "tanggal"]
Lang = Literal["id", "en"]

# The statuses a rule can give, worst first; "abu" is "cannot be judged" and always comes with its reason.
STATUSES = ("merah", "oranye", "kuning", "hijau", "biru", "abu")


@dataclass(frozen=True)
class Link:
    """Where a click leads: always to the entity itself."""

    page: str  # url_path of the page
    params: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Column:
    id: str
    label: str
    unit: Unit = "teks"


@dataclass(frozen=True)
class Table:
    """All rows behind a figure; what a page cuts short, the .xlsx still carries whole."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    links: tuple[Link | None, ...] = ()  # one a row, or empty
    shown: int | None = None  # how many rows a page or slide shows; None = all


@dataclass(frozen=True)
class Provenance:
    """What every figure says at its foot, on screen and on paper."""

    source: str  # e.g. "SIPD: LRA, RAK · 48 berkas"
    as_of: str  # "s.d. Oktober 2026 (data direkam 5 Nov 2026)"
    scope: str  # "Seluruh OPD", "Asisten 2"
    rule: str | None  # rule id and legal basis
    build: str
    coverage: str | None = None  # "46 dari 48 OPD melapor"
    warnings: tuple[str, ...] = ()  # control totals that do not match, target that is assumed; never dropped
    brief: str | None = None  # the one line of a page: sources, data date, and who is missing; paper prints all
    known_at: str | None = None  # "15 Nov 2026": nothing recorded after that day is in it


# ---- charts, one dataclass a kind ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Card:
    label: str
    value: Value
    unit: Unit
    note: str | None = None  # one line under the number: against what, or why there is none
    status: str | None = None
    delta: Value = None
    delta_label: str | None = None


@dataclass(frozen=True)
class Cards:
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Dot:
    """One entity of a ranking."""

    key: str
    label: str
    value: Value  # None: not reported; drawn apart, never at zero
    target: Value = None  # drawn as a mark
    before: Value = None  # same date last year, drawn hollow
    status: str | None = None
    note: str | None = None  # e.g. "sisa Rp1,2 M"
    link: Link | None = None
    low: Value = None  # both ends of what the value may become, drawn as a bar behind it
    high: Value = None


@dataclass(frozen=True)
class Ranking:
    """Entities from worst to best on one scale."""

    dots: tuple[Dot, ...]
    unit: Unit
    value_label: str
    target_label: str | None = None
    before_label: str | None = None
    shown: int | None = None  # how many a page draws before it is asked for all; None = all
    range_label: str | None = None  # what the bar from low to high is called


@dataclass(frozen=True)
class Series:
    label: str
    values: tuple[Value, ...]  # None leaves a gap
    role: Literal["actual", "target", "before", "part", "other"]
    kind: Literal["line", "bar"] = "line"
    status: str | None = None  # a series that stands for one colour of the rapor


@dataclass(frozen=True)
class Ahead:
    """Where a line is expected to end: between low and high at one place of the axis, most likely at the value."""

    at: int  # index in x
    label: str
    value: Value
    low: Value
    high: Value


@dataclass(frozen=True)
class Trend:
    """Series over months (or years)."""

    x: tuple[str, ...]  # labels as shown: "Jan", ...; each once
    series: tuple[Series, ...]
    unit: Unit
    marks: tuple[tuple[int, str], ...] = ()  # (index in x, label): vertical lines, e.g. a TMT
    zero: bool = True  # False for positions only: the axis fits the lines, where no length is read
    ahead: Ahead | None = None


@dataclass(frozen=True)
class Grid:
    """A heat map: rows by columns, coloured by status or along one diverging scale about zero."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]
    unit: Unit
    statuses: tuple[tuple[str | None, ...], ...] | None = None
    links: tuple[Link | None, ...] = ()  # one a row


@dataclass(frozen=True)
class Bars:
    """Categories with one or more series, side by side or stacked."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    stacked: bool = False
    statuses: tuple[str | None, ...] = ()  # colours the bars of a single series
    links: tuple[Link | None, ...] = ()


@dataclass(frozen=True)
class Point:
    key: str
    label: str
    x: Value
    y: Value
    status: str | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Quadrant:
    points: tuple[Point, ...]
    x_label: str
    y_label: str
    x_unit: Unit
    y_unit: Unit
    x_split: Value
    y_split: Value
    excluded: tuple[tuple[str, str], ...] = ()  # who is not plotted, and why
    named: tuple[str, ...] = ()  # keys of the points that carry their names; none: those farthest from the crossing


@dataclass(frozen=True)
class Item:
    title: str
    reason: str
    status: str | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Priorities:
    """A short list of what to ask today, each with its reason."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Prose:
    """Words only: a rule, a formula, a note."""

    paragraphs: tuple[str, ...]


# How a seat is held on a day, the strongest claim first; each has its own fill, icon and word.
HELD = ("definitif", "pj", "plt", "plh", "kosong", "tidak_tercatat")


@dataclass(frozen=True)
class Span:
    """Days [start, end) of a lane, held in one of the ways of HELD by whom `label` says."""

    start: date
    end: date
    held: str
    label: str
    link: Link | None = None


@dataclass(frozen=True)
class Lane:
    """One row of a timeline; `note` is said at its right."""

    label: str
    spans: tuple[Span, ...]
    note: str | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Band:
    """Days [start, end) behind every lane that `label` names; `mark` is the letter it is found by."""

    start: date
    end: date
    mark: str
    label: str


@dataclass(frozen=True)
class Timeline:
    """Lanes over days: seats and who held them, or the posts of one person."""

    lanes: tuple[Lane, ...]
    start: date
    end: date
    bands: tuple[Band, ...] = ()  # spans of days with a rule of their own
    marks: tuple[tuple[date, str], ...] = ()  # upright lines with a word, e.g. the month that is looked at
    shown: int | None = None  # how many lanes a page draws before it is asked for all; None = all


@dataclass(frozen=True)
class Stream:
    """What goes from one name to another; `label` is said on its way."""

    source: str
    target: str
    value: Value
    label: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Flow:
    """Streams between two columns of names; `chained` where what one leaves is what the next one takes."""

    streams: tuple[Stream, ...]
    unit: Unit
    source_label: str
    target_label: str
    chained: bool = False


@dataclass(frozen=True)
class Area:
    """One area of a map by its outlines (longitude, latitude); `step` is its class, None without a figure."""

    key: str
    label: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    value: Value
    step: int | None = None
    ours: bool = False


@dataclass(frozen=True)
class Choropleth:
    """Areas in classes of their figure, lowest first; never the only form of it: the table ranks them."""

    areas: tuple[Area, ...]
    unit: Unit
    value_label: str
    classes: tuple[str, ...]  # each as it is read: "4,10 – 5,20"


@dataclass(frozen=True)
class Group:
    """The spread of one group; without its values where it is too small to be shown."""

    label: str
    n: int
    median: Value
    lower: Value  # quartiles
    upper: Value
    note: str | None = None  # why nothing is shown
    link: Link | None = None


@dataclass(frozen=True)
class Distribution:
    """How values are spread in groups, on one scale."""

    groups: tuple[Group, ...]
    unit: Unit
    value_label: str
    marks: tuple[tuple[Value, str], ...] = ()  # upright lines with a word, e.g. two years


@dataclass(frozen=True)
class Node:
    """One line of a tree: a heading that holds others, or a leaf with how far it got."""

    label: str
    level: int  # 0 is the root's
    leaf: bool = False
    value: Value = None  # None of a leaf: no number, and `note` says why
    status: str | None = None
    note: str | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Tree:
    """Headings and what hangs under them, in reading order; leaves stand on one scale with a mark at the target."""

    nodes: tuple[Node, ...]
    unit: Unit
    value_label: str
    target: Value
    target_label: str


Chart = (
    Cards | Ranking | Trend | Grid | Bars | Quadrant | Timeline | Flow | Distribution | Tree | Priorities | Prose
    | Choropleth
    | None  # None: the table is the figure
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One answer: a chart as data and all rows behind it, with where they come from.

    `title` states the finding where it can ("Tiga OPD merah, terbanyak di Asisten 2"), `question` what it answers.
    An empty figure has `empty` set: what is missing and what to import; nothing else is then drawn.
    """

    id: str  # stable, e.g. "peringkat.serapan"; also the name of the sheet and of the download
    title: str
    chart: Chart
    table: Table
    provenance: Provenance
    alt: str  # for screen readers and slides, written from the figure's own rows
    question: str | None = None
    notes: tuple[str, ...] = ()
    empty: str | None = None
    width: Literal["full", "half"] = "full"
    tags: tuple[str, ...] = field(default=())
    trail: tuple[tuple[str, Link], ...] = ()  # the way up from what is opened: each level's name and page
