"""Taking a file in: read it in a child process, weigh it against the others, store it, record it last."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipelines import clock, ledger, locks, store
from pipelines.catalogue import both
from pipelines.doubts import asking, doubts
from pipelines.doubts_people import people_doubts
from pipelines.doubts_rapat import meeting_doubts
from pipelines.evidence import suggest_basis
from pipelines.intake.report import Answers, Problem, Reading
from pipelines.known import Known
from pipelines.ledger import Entry, Event
from pipelines.reading_json import shown
from pipelines.records.where import brought
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace, scratch

Read = Callable[..., Reading]  # the signature of intake.read; tests pass a smaller reader


NOT_RUN = "PEMBACA_TIDAK_JALAN"  # how intake says that its reader could not be started
AHEAD = 3  # files read before their turn; their tables wait on the disk


@dataclass(frozen=True)
class ImportReport:
    """What became of one file; `import_id` names the import that holds it, None where nothing was stored."""

    reading: Reading
    import_id: str | None

    def json(self) -> dict[str, Any]:
        """The file's object of `raporda import --json`."""
        return {**shown(self.reading), "import_id": self.import_id}


@dataclass(frozen=True)
class Job:
    """A file to take in, with what a person says beside it."""

    path: Path
    answers: Answers = Answers()  # noqa: RUF009  frozen
    recorded_at: datetime | None = None  # when it became known, where that is not now
    name: str | None = None  # its name as people know it, where the path has another


@dataclass(frozen=True)
class _File:
    """A file, copied and read; the copy is what was read and what will be stored."""

    reading: Reading
    bytes: Path
    work: Path
    job: Job


def import_file(
    ws: Workspace,
    path: Path,
    answers: Answers | None = None,
    *,
    recorded_at: datetime | None = None,
    dry_run: bool = False,
    actor: str = "cli",
    name: str | None = None,
    read: Read | None = None,
) -> ImportReport:
    """Take one file in and say what became of it; a dry run says the same and writes nothing."""
    job = Job(path, answers or Answers(), recorded_at, name)
    (report,) = import_files(ws, [job], dry_run=dry_run, actor=actor, read=read)
    return report


def preview(ws: Workspace, path: Path, answers: Answers | None = None, *, name: str | None = None) -> ImportReport:
    """What importing a file would do; nothing is written."""
    return import_file(ws, path, answers, dry_run=True, name=name)


def import_files(
    ws: Workspace, jobs: Iterable[Job], *, dry_run: bool = False, actor: str = "cli", read: Read | None = None
) -> Iterator[ImportReport]:
    """Take files in, two being read at a time but recorded in the order given; one report each, as it is ready."""
    read = read or _intake
    if not dry_run:
        store.sweep(ws)
    known = Known(ws)
    mappings = ledger.mappings(known.events)
    finish = partial(_finish, ws, known=known, actor=actor, dry_run=dry_run, read=read)
    with _room(ws, dry_run=dry_run) as room, ThreadPoolExecutor(2) as pool:
        waiting: deque[Future[_File | ImportReport]] = deque()
        for number, job in enumerate(jobs):
            reading = partial(read, mappings=mappings)
            waiting.append(pool.submit(_read, ws, job, known, room / str(number), reading))
            if len(waiting) > AHEAD:
                yield finish(waiting.popleft().result())
        while waiting:
            yield finish(waiting.popleft().result())


def withdraw(ws: Workspace, import_id: str, *, reason: str, actor: str) -> Event:
    """Take an import back: it stays in the ledger and leaves the figures at the next build."""
    if not reason.strip():
        raise Trouble("perintah.alasan_kosong")
    if not ws.ledger.exists():
        raise Trouble("perintah.impor_tak_dikenal", id=import_id)
    with locks.held(ws.writing, wait=True):
        recorded = ledger.events(ws.ledger)
        if import_id not in {e.id for e in recorded if e.kind == "impor"}:
            raise Trouble("perintah.impor_tak_dikenal", id=import_id)
        if earlier := ledger.withdrawn(recorded).get(import_id):
            raise Trouble(
                "perintah.sudah_ditarik", id=import_id, kapan=f"{clock.local(earlier.recorded_at):%Y-%m-%d %H:%M}"
            )
        body = {"import_id": import_id, "reason": reason.strip()}
        entry = Entry("tarik", clock.now(), actor, body, lambda seq: f"{seq:05d}-tarik")
        done = ledger.append(ws.ledger, [entry], after=len(recorded))[0]
        if any(e.id == import_id and brought(e) for e in recorded):
            _catch_up(ws)
        return done


@contextmanager
def _room(ws: Workspace, *, dry_run: bool) -> Iterator[Path]:
    if dry_run:  # not in the workspace: a dry run writes nothing there
        with tempfile.TemporaryDirectory(prefix="raporda-") as folder:
            yield Path(folder)
    else:
        with scratch(ws) as room:
            yield room


def _read(ws: Workspace, job: Job, known: Known, work: Path, read: Callable[..., Reading]) -> _File | ImportReport:
    path, name = job.path, _readable(job.name or job.path.name)
    work.mkdir()
    copy = work / _writable(_readable(path.name))
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for, a device read without end
            return _unread(name, both("impor.bukan_berkas"))
        source = path.open("rb")
    except OSError as error:
        return _unread(name, both("impor.tak_terbaca", sebab=error.strerror or error))
    with source, copy.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)
    sha = store.sha256(copy)
    if earlier := _duplicate(ws, name, known.same_file(sha), job.answers):
        return earlier  # before it is read: a folder imported again costs only its hashes
    tables = work / "tables"
    tables.mkdir()
    return _File(replace(read(copy, job.answers, into=tables), file=name, sha256=sha), copy, work, job)


def _unread(name: str, words: Mapping[str, str]) -> ImportReport:
    problem = Problem("TAK_TERBACA", "error", dict(words))
    return ImportReport(Reading(name, hashlib.sha256().hexdigest(), None, "refused", problems=(problem,)), None)


def _readable(name: str) -> str:
    """A file's name as text that can be stored; bytes of it that are no UTF-8 are replaced by a mark."""
    return os.fsencode(name).decode("utf-8", "replace")


def _writable(name: str) -> str:
    """The name in letters that this machine's locale can write; reading a file must not hang on how it is called."""
    own = sys.getfilesystemencoding()
    return name.encode(own, "replace").decode(own).replace("?", "_")


def _finish(
    ws: Workspace, file: _File | ImportReport, *, known: Known, actor: str, dry_run: bool, read: Read
) -> ImportReport:
    if isinstance(file, ImportReport):
        return file
    try:
        if dry_run:
            known.follow()
            return _decide(ws, file, known, read)
        with locks.held(ws.writing, wait=True):
            known.follow()
            report = _decide(ws, file, known, read)
            at = clock.utc(file.job.recorded_at) if file.job.recorded_at else clock.now()
            return _record(ws, replace(file, reading=report.reading), known, report, at, actor)
    finally:
        shutil.rmtree(file.work, ignore_errors=True)


def _decide(ws: Workspace, file: _File, known: Known, read: Read) -> ImportReport:
    """The outcome, given everything recorded so far."""
    reading = file.reading
    same = known.same_file(reading.sha256)
    said = reading.answers if reading.status == "accepted" else file.job.answers
    if earlier := _duplicate(ws, reading.file, same, said):
        return earlier
    if reading.status == "refused":
        return ImportReport(reading, None)
    found = [
        *doubts(reading, known.history),
        *people_doubts(reading, ledger.in_force(known.events), ws.imports),
        *meeting_doubts(reading, ws),
    ]
    problems = [*reading.problems, *(d.problem for d in found)]
    if same:
        answered = ", ".join(f"{k}={v}" for k, v in same[-1].body["answers"].items() if v not in (None, False))
        words = both("impor.sama_lain_jawaban", lain=same[-1].id, jawaban=answered)
        problems.append(Problem("SAMA_LAIN_JAWABAN", "warning", words))
    reading = replace(reading, problems=tuple(problems))
    if reading.status == "needs_answer":
        questions = suggest_basis(ws, reading, known.history, again=partial(read, file.bytes, mappings={}))
        reading = replace(reading, questions=questions)
    if any(d.asks for d in found) and not file.job.answers.confirm:
        reading = replace(reading, status="needs_answer", questions=asking(reading.questions, found))
    return ImportReport(reading, None)


def _record(ws: Workspace, file: _File, known: Known, report: ImportReport, at: datetime, actor: str) -> ImportReport:
    """Store and record what was decided; bytes and rows first, the ledger last."""
    reading = report.reading
    body: dict[str, Any] = {"sha256": reading.sha256, "file": reading.file, "format": reading.format}
    if reading.status == "refused":
        problems = [dataclasses.asdict(p) for p in reading.problems[:50]]
        body |= {"given": dataclasses.asdict(file.job.answers), "problems": problems}
        if any(e.kind == "ditolak" and e.body == body for e in known.events):
            return report  # the same refusal again is nothing new
        if any(p.code == NOT_RUN for p in reading.problems):
            return report  # this machine's trouble, which says nothing of the file
        known.add(_append(ws, known, [Entry("ditolak", at, actor, body, lambda seq: f"{seq:05d}-ditolak")]))
        return report
    if reading.status != "accepted":
        return report
    import_id = f"{len(known.events) + 1:05d}-{reading.sha256[:8]}"
    size = file.bytes.stat().st_size
    store.keep_bytes(ws, file.bytes, reading.sha256)
    kept = store.keep_rows(ws, import_id, reading, file.work)
    body |= {
        "size": size,
        "answers": dataclasses.asdict(reading.answers),
        "rows": dataclasses.asdict(reading.rows),
        "totals": [{**dataclasses.asdict(t), "nilai": str(t.nilai)} for t in reading.totals],
        "title": reading.title,
        "region": reading.region,
        "signature": reading.signature,
        "kept": kept,
        "version": version("raporda"),
    }
    entries = [Entry("impor", at, actor, body, lambda seq: import_id)]
    if file.job.answers.mapping and reading.signature:
        remembered = {"signature": reading.signature, "mapping": file.job.answers.mapping}
        entries.append(Entry("pemetaan", at, actor, remembered, lambda seq: f"{seq:05d}-pemetaan"))
    added = _append(ws, known, entries)
    known.add(added)
    if any(map(brought, added)):
        _catch_up(ws)
    return ImportReport(reading, import_id)


def _catch_up(ws: Workspace) -> None:
    """What was said of meetings goes into the records; where they cannot be reached, the next build tells and does."""
    from pipelines.records.arriving import catch_up  # late: other imports need no database

    with contextlib.suppress(Trouble):
        catch_up(ws)


def _append(ws: Workspace, known: Known, entries: Sequence[Entry]) -> list[Event]:
    return ledger.append(ws.ledger, entries, after=len(known.events))


def _duplicate(ws: Workspace, name: str, same: Sequence[Event], said: Answers) -> ImportReport | None:
    """The earlier import of the same bytes with the same answers, if there is one."""
    for event in same:
        if _covers(event.body["answers"], said):
            return ImportReport(replace(store.reading(ws, event.id), file=name, status="duplicate"), event.id)
    return None


def _covers(recorded: Mapping[str, Any], given: Answers) -> bool:
    """Whether everything said now was said, or read from the file, when it was recorded."""
    said = dataclasses.asdict(given)
    # An import of an earlier version does not know the answers that came later.
    return all(recorded.get(name) == value for name, value in said.items() if value is not None and name != "confirm")


def _intake(path: Path, answers: Answers, *, into: Path, mappings: Mapping[str, dict[str, str]]) -> Reading:
    from pipelines import intake  # late: `raporda --help` must not load the parsers

    return intake.read(path, answers, into=into, mappings=mappings)
