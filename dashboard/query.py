"""The one door to the published numbers: an Ask is one build, one scope and one language."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from dashboard import look
from dashboard.access import Scope
from dashboard.figures.figure import Lang, Provenance
from dashboard.memory import Memory
from dashboard.view import View, scope_words
from dashboard.words import Words
from pipelines import measures, publish, snapshots
from pipelines.control_words import tokens
from pipelines.engines.duckdb import Reader
from pipelines.workspace import Workspace

Row = dict[str, Any]


class Reads(Protocol):
    """What an Ask needs of an engine: rows of one statement, cut to the OPD of a scope, people named or not."""

    def run(
        self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None, names: bool = False
    ) -> list[Row]: ...


_ROWS: Memory[list[Row]] = Memory(2_000)
_READERS: Memory[Reads] = Memory(4)  # a page pins its build; the one before it and what meetings froze are read too


@dataclass(frozen=True)
class Ask:
    """Questions to one build. `build` names it; everything asked through one Ask comes from the same file."""

    build: str
    reader: Reads = field(compare=False, repr=False)
    scope: Scope = field(default_factory=Scope)
    lang: Lang = "id"
    known_at: date | None = None  # answered from what was recorded by that day; None: from everything

    def unnamed(self) -> Ask:
        """The same questions by a reader who has nobody named."""
        return replace(self, scope=replace(self.scope, names=False))

    def run(self, sql: str, *params: Hashable) -> list[Row]:
        """The rows of one statement over app.*; money is Decimal. Kept by build, scope, statement and parameters."""
        key = (self.build, self.scope, sql, params)
        rows = _ROWS.get(key, lambda: self.reader.run(sql, params, opd=self.scope.opd, names=self.scope.names))
        return [dict(row) for row in rows]

    def measure(
        self, ids: Sequence[str], *, until: str, by: Sequence[str] = (), where: Mapping[str, str] | None = None
    ) -> list[Row]:
        """Measures of the catalogue by dimensions, up to a month ('YYYY-MM'); one row per combination."""
        sql, params = measures.statement(ids, by=tuple(by), where=dict(where or {}), until=until)
        return self.run(sql, *(tuple(p) if isinstance(p, list) else p for p in params))

    def rule(self, view: View) -> str | None:
        """The profile that judges the view's month, its legal basis and its id; None where none does."""
        sql = (
            "select distinct profil, aturan_id, dasar_hukum, dasar_hukum_en from app.rapor "
            "where tahun = ? and bulan = ? and profil = ? and aturan_id is not null order by aturan_id"
        )
        rows = self.run(sql, view.tahun, view.bulan, view.profil)
        return "; ".join(dict.fromkeys(_rule(r, self.lang) for r in rows)) or None

    def members(self, view: View) -> frozenset[str] | None:
        """The OPD of the view's group, or None when the group is everyone."""
        if not (view.asisten or view.komisi):
            return None
        rows = self.run("select kode_opd, asisten, komisi_dprd from app.opd")
        return frozenset(r["kode_opd"] for r in rows if in_group(r, view))

    def provenance(
        self, view: View, *, sources: Sequence[str] = ("realisasi", "rak"), rule: str | bool | None = None
    ) -> Provenance:
        """The foot of a figure: where its numbers come from, as of when, for whom, by which rule.

        `sources` are names of app.posisi_data.sumber, none for what rests on rules alone; `rule` is True for the rule
        of the view, or words to print.
        """
        words, members = Words(self.lang), self.members(view)
        until = look.month(view.until, self.lang)
        known = look.day(self.known_at, self.lang) if self.known_at else None
        if not sources:  # what is said of rules and words rests on no file
            rules, when = words("umum.sumber_aturan"), words("umum.posisi", bulan=until)
            return Provenance(rules, when, _scope(self, view, words), None, self.build, brief=rules, known_at=known)
        wanted = {view.opd} if view.opd else members
        position = [r for r in self.run(_POSITION) if r["sumber"] in sources and _inside(r, wanted)]
        recorded = max((r["direkam_pada"] for r in position if r["direkam_pada"]), default=None)
        # who has reported is said of money; people have denominators of their own
        coverage, complete = _coverage(self, view, words, wanted) if _MONEY.intersection(sources) else (None, True)
        return Provenance(
            source=_source(words, position, sources),
            as_of=words("umum.posisi_direkam", bulan=until, tanggal=look.day(recorded, self.lang))
            if recorded
            else words("umum.posisi", bulan=until),
            scope=_scope(self, view, words),
            rule=self.rule(view) if rule is True else (rule or None),
            build=self.build,
            coverage=coverage,
            warnings=_warnings(self, words, wanted, sources),
            brief=_brief(words, view, position, recorded, None if complete else coverage),
            known_at=known,
        )


_POSITION = "select kode_opd, sumber, posisi_terakhir, direkam_pada, impor_id, format from app.posisi_data"
_MONEY = frozenset({"realisasi", "rak", "pagu", "fisik"})
_ABOUT = {"realisasi": "realisasi", "rak": "rak", "anggaran": "pagu", "pagu": "pagu"}
_CONTROL = "select kode_opd, nama_berkas, nama, selisih from app.rekonsiliasi where selisih <> 0"
_REPORTED = "select kode_opd, dilaporkan from app.opd_bulan where tahun = ? and bulan = ? and cakupan = ?"


def in_group(opd: Mapping[str, Any], view: View) -> bool:
    """Whether an OPD (a row with asisten and komisi_dprd) belongs to the view's group."""
    if view.asisten:
        return str(opd["asisten"]) == view.asisten
    return view.komisi is None or str(opd["komisi_dprd"]) == view.komisi


def _inside(row: Row, wanted: frozenset[str] | set[str] | None) -> bool:
    return wanted is None or row["kode_opd"] is None or row["kode_opd"] in wanted


def _rule(row: Row, lang: Lang) -> str:
    basis = (row["dasar_hukum_en"] if lang == "en" else None) or row["dasar_hukum"]
    return f"{Words(lang).profile(row['profil'])} · {basis} ({row['aturan_id']})"


def _files(words: Words, position: Sequence[Row]) -> str:
    """The kinds of files that the numbers are read from, as people call them."""
    formats = dict.fromkeys(words.source(str(r["format"])) for r in position if r["format"])
    return ", ".join(sorted(formats)) or words("umum.sumber_kosong")


def _source(words: Words, position: Sequence[Row], sources: Sequence[str]) -> str:
    files = {r["impor_id"] for r in position if r["impor_id"]}
    if not files:
        return words("umum.sumber_kosong")
    there = [s for s in sources if any(r["sumber"] == s for r in position)]
    named = ", ".join(words(f"umum.sumber_{s}") for s in there)
    return f"{_files(words, position)} ({named}) · {words('umum.n_berkas', n=len(files))}"


def _brief(words: Words, view: View, position: Sequence[Row], recorded: Any, missing: str | None) -> str:
    until = look.month(view.until, words.lang, short=True)
    when = (
        words("umum.posisi_singkat", bulan=until, tanggal=look.day(recorded, words.lang))
        if recorded
        else words("umum.posisi", bulan=until)
    )
    return " · ".join(part for part in (_files(words, position), when, missing) if part)


def _scope(ask: Ask, view: View, words: Words) -> str:
    name = scope_words(view)
    if view.opd:
        rows = ask.run("select nama from app.opd where kode_opd = ? limit 1", view.opd)
        name = rows[0]["nama"] if rows else view.opd
    return name if view.cakupan == "semua" else f"{name} · {words(f'umum.cakupan_{view.cakupan}')}"


def _coverage(ask: Ask, view: View, words: Words, wanted: frozenset[str] | set[str] | None) -> tuple[str | None, bool]:
    """How many of those asked about have reported the month, and whether all have."""
    rows = [r for r in ask.run(_REPORTED, view.tahun, view.bulan, view.cakupan) if _inside(r, wanted)]
    if not rows:
        return None, True
    n = sum(bool(r["dilaporkan"]) for r in rows)
    if view.opd and not n:
        return words("umum.alasan_belum_lapor"), False
    return words("umum.cakupan_lapor", n=n, total=len(rows)), n == len(rows)


def _warnings(
    ask: Ask, words: Words, wanted: frozenset[str] | set[str] | None, sources: Sequence[str]
) -> tuple[str, ...]:
    rows = [r for r in ask.run(_CONTROL) if _inside(r, wanted) and _concerns(str(r["nama"]), sources)]
    if not rows:
        return ()
    worst = max(abs(Decimal(r["selisih"])) for r in rows)
    files = len({r["nama_berkas"] for r in rows})
    return (words("umum.selisih_kontrol", n=files, rupiah=look.write(worst, "rupiah", words.lang)),)


def _concerns(control: str, sources: Sequence[str]) -> bool:
    """Whether a control total is about one of the sources; one that does not say so is about all."""
    about = {source for word, source in _ABOUT.items() if word in tokens(control)}
    return not about or not about.isdisjoint(sources)


def open_build(path: Path, build: str, *, scope: Scope, lang: Lang, known_at: date | None = None) -> Ask:
    """An Ask over one published file; `known_at` when it was made of what was recorded by that day."""
    return Ask(build, _READERS.get((build, str(path)), lambda: Reader(path)), scope, lang, known_at)


def frozen(ws: Workspace, id: str, *, scope: Scope, lang: Lang) -> Ask | None:
    """An Ask over the build that a meeting froze; None where it is not kept."""
    build = snapshots.find(ws, id)
    return None if build is None else open_build(build.path, build.id, scope=scope, lang=lang)


def current(ws: Workspace, *, scope: Scope, lang: Lang) -> Ask | None:
    """An Ask over the build that is current now; None before the first build. Call it once per page run."""
    build = publish.current(ws)
    return None if build is None else open_build(build.path, build.id, scope=scope, lang=lang)
