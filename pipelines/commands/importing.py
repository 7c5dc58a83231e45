"""`raporda import`: files and folders in, one outcome a file."""

from __future__ import annotations

import json as jsonlib
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.control_words import control_words
from pipelines.terminal import Home, Json, Lang, clear, counter, language, put, say, spoken, workspace
from pipelines.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from pipelines.imports import ImportReport
    from pipelines.intake.report import Answers


class Basis(StrEnum):
    """How months are to be read; the Indonesian words do as well."""

    monthly = "monthly"
    cumulative = "cumulative"
    bulanan = "bulanan"
    kumulatif = "kumulatif"


@spoken
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", exists=True, help="Files, or folders to walk.")],
    as_: Annotated[str | None, typer.Option("--as", help="The format, where it cannot be recognised.")] = None,
    opd: Annotated[str | None, typer.Option(help="Unit code, where the file does not say.")] = None,
    year: Annotated[int | None, typer.Option(min=2000, max=2100)] = None,
    month: Annotated[int | None, typer.Option(min=1, max=12)] = None,
    basis: Annotated[Basis | None, typer.Option(help="A month of its own, or since January.")] = None,
    period: Annotated[str | None, typer.Option(help="Of an SKP: tahunan, triwulan-2, bulanan-11.")] = None,
    recorded_at: Annotated[str | None, typer.Option(help="When it became known (2026-05-05 or with a time).")] = None,
    mapping: Annotated[Path | None, typer.Option(help="JSON: contract column to the file's header.")] = None,
    *,
    confirm: Annotated[bool, typer.Option("--confirm", help="Take a doubtful file in all the same.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")] = False,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Recognise, check, reconcile and store files.

    Under --json: "files" with an object for each, and how many had which outcome; when one file was named, its own
    fields stand at the top too. Messages are {"id": ..., "en": ...}.
    """
    from pipelines import intake
    from pipelines.folders import jobs
    from pipelines.imports import import_files

    answers = _answers(as_, opd, year, month, basis, mapping, period=period, confirm=confirm)
    moment = _moment(recorded_at) if recorded_at else None
    found, skipped = jobs(paths, answers, moment)
    tongue, show = language(lang), counter()
    counts = dict.fromkeys(("accepted", "duplicate", "refused", "needs_answer"), 0)
    told = []
    # Who has a shell on the machine may load what a browser may not: millions of rows, minutes of work.
    read = partial(intake.read, limits=intake.Limits.bulk())
    for number, report in enumerate(import_files(workspace(home), found, dry_run=dry_run, read=read), 1):
        counts[report.reading.status] += 1
        if json:
            told.append(report.json())
        else:
            clear()
            _tell(report, tongue)
        show(report.reading.file, number, len(found))
    if json:
        own = told[0] if len(told) == 1 and not paths[0].is_dir() else {}
        put({**own, "files": told, **counts})
    else:
        say("ringkas_impor", tongue, **counts)
        if skipped:
            say("dilewati", tongue, n=skipped)
    if counts["refused"] or counts["needs_answer"]:
        raise typer.Exit(1)


def _answers(
    as_: str | None,
    opd: str | None,
    year: int | None,
    month: int | None,
    basis: Basis | None,
    mapping: Path | None,
    *,
    period: str | None,
    confirm: bool,
) -> Answers:
    from pipelines.intake.report import Answers

    kept: dict[str, Any] = {"monthly": "bulanan", "cumulative": "kumulatif"}
    return Answers(
        format=as_,
        opd=opd,
        year=year,
        month=month,
        basis=kept.get(basis.value, basis.value) if basis else None,
        mapping=_mapping(mapping) if mapping else None,
        period=period,
        confirm=confirm,
    )


def _mapping(path: Path) -> dict[str, str]:
    try:
        said = jsonlib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(v, str) for v in said.values()):
        raise Misuse("perintah.pemetaan_salah", path=path)
    return said


def _moment(said: str) -> datetime:
    from pipelines import clock

    try:
        return clock.utc(datetime.fromisoformat(said))
    except ValueError:
        raise Misuse("perintah.tanggal_salah", nilai=said) from None


def _tell(report: ImportReport, tongue: str) -> None:
    """What became of a file, for reading in a terminal: its outcome, its problems, what it asks."""
    reading = report.reading
    status = Trouble(f"perintah.status_{reading.status}").say(tongue)
    say(
        "baris_impor", tongue, status=status, file=reading.file, format=reading.format or "?",
        accepted=reading.rows.accepted, total=reading.rows.total,
    )  # fmt: skip
    for p in reading.problems[:20] if reading.status != "duplicate" else ():
        place = " ".join(part for part in (p.sheet, f"{p.column or ''}{p.row or ''}") if part)
        typer.echo(f"  {p.severity} {p.code} {place}: {p.message[tongue]}", err=True)
    for c in (c for c in reading.controls if c.difference):
        words = {"in_file": c.in_file, "summed": c.summed, "difference": c.difference}
        say("selisih", tongue, nama=control_words(c.name, tongue), **words)
    for q in reading.questions:
        hint = f" ({Trouble('perintah.usulan').say(tongue)}: {q.suggestion})" if q.suggestion else ""
        reason = f" {q.reason[tongue]}" if q.reason else ""
        typer.echo(f"  ? {q.id}: {q.text[tongue]}{hint}{reason}", err=True)
