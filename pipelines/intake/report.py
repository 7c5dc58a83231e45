"""What a person is told about a file: rows, control totals, problems with cell addresses, questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning", "info"]
Status = Literal["accepted", "duplicate", "refused", "needs_answer"]
Text = dict[str, str]  # {"id": ..., "en": ...}


@dataclass(frozen=True)
class Problem:
    """One thing wrong or noteworthy, with the cell, what was read there and what to do about it."""

    code: str  # UPPER_SNAKE, stable: scripts and istilah rely on it
    severity: Severity
    message: Text  # says what was read and what to do
    sheet: str | None = None
    row: int | None = None  # 1-based, as Excel shows it
    column: str | None = None  # Excel letter(s)
    read: str | None = None  # the cell as it stood


@dataclass(frozen=True)
class Control:
    """A total the file itself prints, beside the sum of its leaves."""

    name: str  # e.g. "Jumlah.realisasi.operasi", or a parent's code
    in_file: Decimal
    summed: Decimal

    @property
    def difference(self) -> Decimal:
        """The file's total minus the sum of its leaves; zero when they agree."""
        return self.in_file - self.summed


@dataclass(frozen=True)
class Choice:
    value: str
    label: Text


@dataclass(frozen=True)
class Question:
    """What the file does not say and a person must; answered by an option of `raporda import`."""

    id: Literal["opd", "year", "month", "basis", "period", "format", "mapping", "confirm"]
    text: Text
    choices: tuple[Choice, ...] = ()
    suggestion: str | None = None
    reason: Text | None = None  # why that is suggested


@dataclass(frozen=True)
class Rows:
    """Rows of data in the file; parents and titles are counted apart because they carry no new money."""

    total: int = 0  # always accepted + quarantined + rejected
    accepted: int = 0
    quarantined: int = 0  # kept with a reason, in no figure
    rejected: int = 0
    parents: int = 0  # rows that only repeat the sum of others; used as control totals
    other: int = 0  # titles, headers, numbering, signatures, blank


@dataclass(frozen=True)
class Answers:
    """What the person said beside the file; None where nothing was said."""

    format: str | None = None
    opd: str | None = None
    year: int | None = None
    month: int | None = None
    basis: Literal["bulanan", "kumulatif"] | None = None
    mapping: dict[str, str] | None = None  # contract column -> header of the file, for an unknown layout
    period: str | None = None  # of an SKP: tahunan, triwulan-2, bulanan-11
    confirm: bool = False  # the person has seen the doubts and wants the file in


@dataclass(frozen=True)
class Total:
    """What one import says of one unit and month; later imports are compared with it."""

    contract: str  # realisasi, pagu, rak
    kode_opd: str
    tahun: int
    bulan: int | None
    nilai: Decimal


@dataclass(frozen=True)
class Reading:
    """A file, read: everything `raporda import --json` prints, and where its checked rows stand."""

    file: str
    sha256: str
    format: str | None
    status: Status
    rows: Rows = field(default_factory=Rows)
    controls: tuple[Control, ...] = ()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: Answers = field(default_factory=Answers)  # as resolved: given, remembered or read from the file
    totals: tuple[Total, ...] = ()
    tables: dict[str, Path] = field(default_factory=dict)  # contract name -> parquet in the contract's schema
    names: dict[str, str] = field(default_factory=dict)  # kode_opd -> name as the file writes it
    signature: str | None = None  # of the header row, to remember a mapping by
    title: str | None = None  # the file's own title line
    region: str | None = None  # the pemda it names, in one spelling for all: "kabupaten lampung selatan"
