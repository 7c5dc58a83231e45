"""What a layout hands over: rows per contract, counts, control totals, problems and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.catalogue import both
from pipelines.contracts import CONTRACTS, schema
from pipelines.intake.regions import region
from pipelines.intake.report import Answers, Choice, Control, Problem, Question, Reading, Rows, Severity, Status, Total

QuestionId = Literal["opd", "year", "month", "basis", "period", "format", "mapping", "confirm"]
Shared = str | int | date  # what all rows of a batch say alike
_BUFFER = 20_000
_GROUP = 50_000  # rows written at once


class Out:
    """Collects one file's reading; rows go to parquet as they come, so that memory stays small."""

    def __init__(self, into: Path, *, answers: Answers, most_problems: int = 1_000) -> None:
        self.into = into
        self.answers = answers
        self.format: str | None = None
        self.title: str | None = None
        self.region: str | None = None
        self.signature: str | None = None
        self.names: dict[str, str] = {}
        self.rows = Rows()
        self.refused = False
        self.controls: list[Control] = []
        self.totals: list[Total] = []
        self.questions: list[Question] = []
        self._problems: list[Problem] = []
        self._unlisted = 0
        self._most = most_problems
        self._doubts: list[dict[str, str]] = []
        self._buffers: dict[str, list[dict[str, Any]]] = {}
        self._waiting: dict[str, list[pa.Table]] = {}
        self._writers: dict[str, pq.ParquetWriter] = {}

    # ---- rows ------------------------------------------------------------------------------------------------

    def row(self, contract: str, **values: Any) -> None:
        """One row of a contract; columns not named are blank."""
        buffer = self._buffers.setdefault(contract, [])
        buffer.append(values)
        if len(buffer) >= _BUFFER:
            self._flush(contract)

    def batch(self, contract: str, columns: Mapping[str, pa.Array | Sequence[Any] | Shared], count: int) -> None:
        """`count` rows at once, column by column, or one value for all; columns not named are blank."""
        wanted = schema(CONTRACTS[contract])
        arrays = []
        for about in wanted:
            values = columns.get(about.name)
            if values is None:
                arrays.append(pa.nulls(count, about.type))
            elif isinstance(values, Shared):
                arrays.append(pa.repeat(pa.scalar(values, about.type), count))
            elif isinstance(values, pa.Array):
                arrays.append(values if values.type == about.type else values.cast(about.type))
            else:
                arrays.append(pa.array(values, about.type))
        self._write(contract, pa.Table.from_arrays(arrays, schema=wanted))

    def count(
        self, *, accepted: int = 0, quarantined: int = 0, rejected: int = 0, parents: int = 0, other: int = 0
    ) -> None:
        """Adds rows of the file to the counts; the total follows."""
        now = self.rows
        self.rows = Rows(
            total=now.total + accepted + quarantined + rejected,
            accepted=now.accepted + accepted,
            quarantined=now.quarantined + quarantined,
            rejected=now.rejected + rejected,
            parents=now.parents + parents,
            other=now.other + other,
        )

    @property
    def stored(self) -> bool:
        """Whether any row was handed over, accepted or set apart."""
        return bool(self._buffers or self._waiting or self._writers)

    # ---- words -----------------------------------------------------------------------------------------------

    def problem(
        self,
        code: str,
        severity: Severity = "warning",
        *,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        read: object = None,
        **values: object,
    ) -> None:
        """One problem; its words are `masalah.<code>`, filled with `values`."""
        if len(self._problems) >= self._most:
            self._unlisted += 1
            return
        seen = None if read is None else str(read)[:200]
        words = both(f"masalah.{code.lower()}", terbaca=seen or "", **values)
        self._problems.append(Problem(code, severity, words, sheet, row, column, seen))

    def say(self, problem: Problem) -> None:
        """One problem whose words are already made."""
        if len(self._problems) >= self._most:
            self._unlisted += 1
        else:
            self._problems.append(problem)

    def refuse(self, code: str, severity: Severity = "error", **values: Any) -> None:
        """The file is refused: an error, and no row of it is kept."""
        self.refused = True
        self.problem(code, severity, **values)

    def doubt(self, code: str, **values: Any) -> None:
        """Something is probably wrong: a warning, and a person must confirm before the rows are kept."""
        self.problem(code, "warning", **values)
        cell = {k: values.pop(k, None) for k in ("sheet", "row", "column", "read")}
        words = both(f"masalah.{code.lower()}", terbaca=str(cell["read"] or "")[:200], **values)
        if words not in self._doubts:
            self._doubts.append(words)

    def ask(
        self,
        about: QuestionId,
        *,
        words: str | None = None,
        suggestion: str | None = None,
        reason: str | None = None,
        choices: Sequence[Choice] = (),
        **values: object,
    ) -> None:
        """A question of `masalah.tanya_<about>`; asked once."""
        if any(q.id == about for q in self.questions):
            return
        text = both(f"masalah.{words or f'tanya_{about}'}", **values)
        why = both(f"masalah.{reason}", **values) if reason else None
        self.questions.append(Question(about, text, tuple(choices), suggestion, why))

    def titled(self, titles: Sequence[str]) -> None:
        """The title lines of the file, and the region that they name."""
        self.title = " ".join(titles[:4])[:300] or None
        self.region = region(titles)

    def resolve(self, **answers: Any) -> None:
        """Answers that the file itself gives, or that follow from it."""
        self.answers = replace(self.answers, **answers)

    def control(self, name: str, in_file: Decimal, summed: Decimal) -> None:
        """A total printed in the file beside the sum of its leaves."""
        self.controls.append(Control(name, in_file, summed))

    def total(self, contract: str, kode_opd: str, tahun: int, bulan: int | None, nilai: Decimal) -> None:
        """A sum per unit (and month), for comparing this file with others."""
        self.totals.append(Total(contract, kode_opd, tahun, bulan, nilai))

    # ---- the end ---------------------------------------------------------------------------------------------

    def finish(self, *, file: str, sha256: str) -> Reading:
        """The reading; tables are kept only when the file is accepted."""
        for contract in list(self._buffers):
            self._flush(contract)
        for contract in list(self._waiting):
            self._store(contract)
        for writer in self._writers.values():
            writer.close()
        if self._doubts and not self.answers.confirm and not self.refused:
            reason = {lang: " ".join(words[lang] for words in self._doubts[:5]) for lang in ("id", "en")}
            self.questions.append(Question("confirm", both("masalah.tanya_confirm"), (), None, reason))
        status: Status = "refused" if self.refused else "needs_answer" if self.questions else "accepted"
        if status == "accepted" and not self.rows.accepted and not self._writers:
            self.refuse("TANPA_BARIS")
            status = "refused"
        tables = {name: self.into / f"{name}.parquet" for name in self._writers}
        if status != "accepted":
            for path in tables.values():
                path.unlink(missing_ok=True)
            tables = {}
        if self._unlisted:
            words = both("masalah.masalah_lainnya", jumlah=self._unlisted)
            self._problems.append(Problem("MASALAH_LAINNYA", "info", words))
        if self.rows.total != self.rows.accepted + self.rows.quarantined + self.rows.rejected:
            raise AssertionError("every row is accepted, quarantined or rejected")
        return Reading(
            file=file, sha256=sha256, format=self.format, status=status, rows=self.rows,
            controls=tuple(self.controls), problems=tuple(self._problems), questions=tuple(self.questions),
            answers=self.answers, totals=tuple(self.totals) if status != "refused" else (), tables=tables,
            names=self.names, signature=self.signature, title=self.title, region=self.region,
        )  # fmt: skip

    def _flush(self, contract: str) -> None:
        rows = self._buffers.pop(contract, [])
        if rows:
            self._write(contract, pa.Table.from_pylist(rows, schema=schema(CONTRACTS[contract])))

    def _write(self, contract: str, table: pa.Table) -> None:
        waiting = self._waiting.setdefault(contract, [])
        waiting.append(table)
        if sum(map(len, waiting)) >= _GROUP:
            self._store(contract)

    def _store(self, contract: str) -> None:
        table = pa.concat_tables(self._waiting.pop(contract))
        if contract not in self._writers:
            path = self.into / f"{contract}.parquet"
            self._writers[contract] = pq.ParquetWriter(path, table.schema, compression="zstd", compression_level=1)
        self._writers[contract].write_table(table, row_group_size=len(table))
