"""The build: from the ledger to one published file. Written aside, checked, and only then served."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from pipelines import aturan_jabatan, aturan_pertanyaan, clock, ledger, locks, publish, raw, rules, store, wilayah
from pipelines.catalogue import DATA, both, keys
from pipelines.engines.duckdb import Builder, EngineError
from pipelines.ledger import Event
from pipelines.models import CHECKS, TABLES, VIEWS, Model, digest, fingerprints, models
from pipelines.publish import Build, Check
from pipelines.reading_json import dumps
from pipelines.records import source
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, how many there are


def build(ws: Workspace, *, known_at: date | datetime | None = None, progress: Progress | None = None) -> Build:
    """The build of everything recorded (by `known_at`); made, checked and served unless it is there already.

    A build of an earlier knowledge is never served to all; days that know the same share one file.
    """
    ws.home.mkdir(parents=True, exist_ok=True)
    try:
        with locks.held(ws.building, wait=False):
            store.sweep(ws)
            publish.sweep(ws)
            return _build(ws, clock.until(known_at) if known_at else None, progress or _silent)
    except locks.Busy as busy:
        raise Trouble("perintah.build_berjalan", pid=busy.pid or "?", mulai=busy.since or "?") from None
    except OSError as error:
        raise Trouble("perintah.tanpa_ruang", home=ws.home, sebab=error.strerror or error) from error


@dataclass(frozen=True)
class _Plan:
    """What a build will hold: the events it knows and what it will be called."""

    known: Sequence[Event]
    recorded: Sequence[Event]  # all of them: the salt is that of the ledger, whatever was known when
    larangan: pa.Table  # when replacing officials needs approval, by the dates of the pemda
    pemda: pa.Table  # which area the pemda is
    pertanyaan: pa.Table  # the rules that write sentences, the pemda's own before ours
    catatan: Mapping[str, pa.Table]  # what people wrote in and around meetings, by kind

    @cached_property
    def in_force(self) -> list[Event]:
        return ledger.in_force(self.known)

    @cached_property
    def sources(self) -> dict[str, str]:
        """What the rows of each raw table depend on, as one hash."""
        told = [[e.id, e.kind, e.recorded_at.isoformat(), e.actor, e.body] for e in self.known if e.kind != "pemetaan"]
        imports = digest(clock.zone().tzname(None), json.dumps(told, sort_keys=True))
        marks = {
            "raw.impor": imports,
            "raw.kalender": "2000-2100",
            "raw.garam": repr(raw.garam(self.recorded).to_pylist()),
        }
        at = {e.id: e.recorded_at.isoformat() for e in self.in_force}
        for name, columns in raw.arriving().items():
            files = [f"{id} {sha} {at[id]}" for id, sha in raw.files(self.in_force, name)]
            marks[f"raw.{name}"] = digest(clock.zone().tzname(None), str(columns), *files)
        marks["raw.masalah"] = digest(marks["raw.masalah"], imports)  # refused files bring problems too
        marks["raw.larangan"] = repr(self.larangan.to_pylist())
        marks["raw.pemda"] = repr(self.pemda.to_pylist())
        marks["raw.pertanyaan"] = repr(self.pertanyaan.to_pylist())
        for name, table in self.catatan.items():
            marks[f"raw.{name}"] = digest(name, repr(table.to_pylist()))
        for name, rows in rules.rows().items():
            marks[f"raw.{name}"] = digest(name, repr(rows))
        return marks

    @cached_property
    def id(self) -> str:
        texts = [f"{m.name}\0{m.sql}" for layer in (TABLES, VIEWS, CHECKS) for m in models(layer)]
        measures = DATA / "ukuran.toml"
        texts.append(measures.read_text(encoding="utf-8") if measures.exists() else "")
        marks = [f"{name}={mark}" for name, mark in sorted(self.sources.items())]
        return digest(version("raporda"), *marks, *sorted(texts))[:12]


def _build(ws: Workspace, known_at: datetime | None, progress: Progress) -> Build:
    recorded = ledger.events(ws.ledger)
    source.arrive(ws, recorded)
    said_until = source.head(ws)  # before the records are read: what is said meanwhile is told to be missing
    windows = aturan_jabatan.larangan(aturan_jabatan.pilkada_of(ws.home))
    known = [e for e in recorded if known_at is None or e.recorded_at <= known_at]
    rules_of = aturan_pertanyaan.table(ws.home)
    plan = _Plan(known, recorded, windows, wilayah.pemda(ws.home), rules_of, source.tables(ws, known_at))
    served = publish.current(ws)
    if served and served.id == plan.id:
        return replace(served, known_at=known_at)
    made = publish.find(ws, plan.id, as_known=known_at is not None)
    if made is None:
        folder = publish.unfinished(ws, plan.id)
        checks = _write(ws, plan, folder / publish.FILE, served, progress)
        said = {
            "build": plan.id,
            "known_at": known_at.isoformat() if known_at else None,
            "recorded_until": _latest(plan).isoformat() if plan.in_force else None,
            "catatan": said_until,
            "checks": [asdict(check) for check in checks],
        }
        publish.finish(ws, folder, said)
        made = publish.find(ws, plan.id, as_known=known_at is not None)
    if made is None:
        raise RuntimeError("the build that was just finished cannot be found")
    if known_at is None:
        publish.point(ws, plan.id)
    publish.tidy(ws)
    return replace(made, known_at=known_at, fresh=True)


def _write(ws: Workspace, plan: _Plan, path: Path, served: Build | None, progress: Progress) -> list[Check]:
    try:
        with closing(Builder(path, scratch=path.parent / "spill")) as engine:
            engine.schemas(["raw", *TABLES, *VIEWS])
            writing = _Writing(engine, plan, served, progress)
            writing.raw(ws)
            writing.tables()
            checks = writing.checks()
            writing.forget()
            writing.views()
            writing.about()
            engine.finish()
    except EngineError as error:
        raise Trouble("perintah.tanpa_ruang", home=ws.home, sebab=str(error).splitlines()[0]) from error
    finally:
        shutil.rmtree(path.parent / "spill", ignore_errors=True)
    return checks


class _Writing:
    """The steps of one build, counted for whoever watches."""

    def __init__(self, engine: Builder, plan: _Plan, served: Build | None, progress: Progress) -> None:
        self._engine, self._plan, self._progress = engine, plan, progress
        self._marks = fingerprints(models(TABLES), plan.sources)
        self._earlier = self._unchanged(served)
        self._total = len(plan.sources) + sum(len(models(layer)) for layer in (TABLES, CHECKS, VIEWS))
        self._done = 0
        self._looked: set[str] = set()  # raw tables that stand in the imports' files only

    def raw(self, ws: Workspace) -> None:
        """The rows as they arrived, of every import in force."""
        self._make("raw.impor", lambda: self._engine.rows("raw.impor", raw.impor(self._plan.known)))
        self._make("raw.kalender", lambda: self._engine.rows("raw.kalender", raw.kalender()))
        self._make("raw.garam", lambda: self._engine.rows("raw.garam", raw.garam(self._plan.recorded)))
        self._make("raw.larangan", lambda: self._engine.rows("raw.larangan", self._plan.larangan))
        self._make("raw.pemda", lambda: self._engine.rows("raw.pemda", self._plan.pemda))
        self._make("raw.pertanyaan", lambda: self._engine.rows("raw.pertanyaan", self._plan.pertanyaan))
        for name, rows in self._plan.catatan.items():
            self._make(f"raw.{name}", _later(self._engine.rows, f"raw.{name}", rows))
        for name, rows in rules.tables().items():
            self._make(f"raw.{name}", _later(self._engine.rows, f"raw.{name}", rows))
        for name, columns in raw.arriving().items():
            self._make(f"raw.{name}", _later(self._arrive, ws, name, columns))

    def tables(self) -> None:
        """The models, each after what it reads."""
        for model in models(TABLES):
            if model.view:
                self._step(model.name, _later(self._engine.view, model.name, model.sql))
            else:
                self._make(model.name, _later(self._engine.select, model.name, model.sql))

    def checks(self) -> list[Check]:
        """What the checks found; raises Trouble when one of them forbids to publish."""
        found = [check for model in models(CHECKS) if (check := self._check(model))]
        for check in found:
            if check.severity == "tolak":
                raise Trouble(
                    "perintah.build_ditolak",
                    nama=check.name, jumlah=check.count, arti=check.meaning, contoh=check.example,
                )  # fmt: skip
        self._engine.rows("marts.periksa", pa.Table.from_pylist([_row(c) for c in found], schema=_PERIKSA))
        return found

    def forget(self) -> None:
        """Drops what is only looked through from files that a reader cannot open."""
        gone = sorted(self._looked)
        gone += [model.name for model in models(TABLES) if model.view and not model.reads.isdisjoint(gone)]
        self._engine.forget(reversed(gone))

    def views(self) -> None:
        """What readers may ask."""
        names = {model.name for model in models(VIEWS)}
        if "app.periksa" not in names:
            self._engine.view("app.periksa", "from marts.periksa")
        for model in models(VIEWS):
            self._step(model.name, _later(self._engine.view, model.name, model.sql))

    def about(self) -> None:
        """What the file says of itself: its build, and what each table was made of."""
        plan = self._plan
        about = {
            "build": plan.id,
            "direkam_sampai": clock.local(_latest(plan)) if plan.in_force else None,
            "n_impor": len(plan.in_force),
        }
        self._engine.rows("raw.build", pa.Table.from_pylist([about], schema=_BUILD))
        marks = [
            {"nama": name, "sidik": mark} for name, mark in sorted(self._marks.items()) if name not in self._looked
        ]
        self._engine.rows("raw.model", pa.Table.from_pylist(marks, schema=_MODEL))

    def _arrive(self, ws: Workspace, name: str, columns: pa.Schema) -> None:
        files = [ws.imports / id / f"{name}.parquet" for id, _ in raw.files(self._plan.in_force, name)]
        if raw.stay(name, files):
            self._looked.add(f"raw.{name}")
            self._engine.look(f"raw.{name}", columns, files)
            return
        refused = raw.refused(self._plan.known) if name == "masalah" else columns.empty_table()
        self._engine.rows(f"raw.{name}", refused)
        if files:
            self._engine.parquet(f"raw.{name}", files)

    def _unchanged(self, served: Build | None) -> set[str]:
        """The tables that the served build already holds as they would become."""
        if served is None or not self._engine.attach_previous(served.path):
            return set()
        try:
            earlier = self._engine.fetch("select nama, sidik from earlier.raw.model")
        except EngineError:  # written by a version that kept no marks
            return set()
        return {row["nama"] for row in earlier if self._marks.get(row["nama"]) == row["sidik"]}

    def _make(self, name: str, compute: Callable[[], None]) -> None:
        self._step(name, _later(self._engine.copy, name) if name in self._earlier else compute)

    def _step(self, name: str, do: Callable[[], None]) -> None:
        self._progress(name, self._done, self._total)
        try:
            do()
        except EngineError as error:
            if "IO Error" in str(error) or "Out of Memory" in str(error):
                raise
            raise Trouble("perintah.build_rusak", model=name, sebab=str(error).splitlines()[0]) from error
        self._done += 1

    def _check(self, model: Model) -> Check | None:
        severity, name = model.heading.partition(":")[0].strip(), model.name.removeprefix("checks.")
        rows: list[Mapping[str, object]] = []
        self._step(model.name, lambda: rows.extend(self._engine.fetch(model.sql)))
        if not rows:
            return None
        meaning = _meaning(name, model)
        return Check(name, severity, meaning["id"], len(rows), min(map(dumps, rows)), meaning["en"])


def _meaning(name: str, model: Model) -> dict[str, str]:
    """The words for a check; its own heading where the catalogue has none."""
    if f"periksa.{name}" in keys():
        return both(f"periksa.{name}")
    heading = model.heading.partition(":")[2].strip()
    return {"id": heading, "en": heading}


_PERIKSA = pa.schema([
    ("nama", pa.string()), ("tingkat", pa.string()), ("arti", pa.string()), ("arti_en", pa.string()),
    ("jumlah", pa.int64()), ("contoh", pa.string()),
])  # fmt: skip
_BUILD = pa.schema([
    ("build", pa.string()), ("direkam_sampai", pa.timestamp("us")), ("n_impor", pa.int32()),
])  # fmt: skip
_MODEL = pa.schema([("nama", pa.string()), ("sidik", pa.string())])


def _row(check: Check) -> dict[str, object]:
    return {
        "nama": check.name, "tingkat": check.severity, "arti": check.meaning,
        "arti_en": check.meaning_en, "jumlah": check.count, "contoh": check.example,
    }  # fmt: skip


def _latest(plan: _Plan) -> datetime:
    return max(e.recorded_at for e in plan.in_force)


def _later(do: Callable[..., None], *args: object) -> Callable[[], None]:
    return lambda: do(*args)


def _silent(_what: str, _done: int, _total: int) -> None:
    return None
