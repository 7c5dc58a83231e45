"""What the stored accounts of other months say about a file whose basis nobody has told."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq

from pipelines.doubts import History, Leaf, basis, basis_of_totals
from pipelines.intake.report import Question, Reading
from pipelines.workspace import Workspace

Again = Callable[..., Reading]  # reads the same file once more: (answers, into=folder)


def suggest_basis(ws: Workspace, reading: Reading, history: History, *, again: Again) -> tuple[Question, ...]:
    """The reading's questions, the one about the basis with a suggestion and its reason where others give one."""
    asked = [q for q in reading.questions if q.id == "basis"]
    if not asked or asked[0].suggestion or len(reading.questions) > 1:
        return reading.questions
    with tempfile.TemporaryDirectory(prefix="raporda-") as folder:
        # Read as if monthly only to see its accounts; nothing of this reading is kept.
        trial = again(replace(reading.answers, basis="bulanan"), into=Path(folder))
        found = _by_accounts(ws, trial, history) or basis_of_totals(trial.totals, history)
    if found is None:
        return reading.questions
    value, reason = found
    return tuple(replace(q, suggestion=value, reason=reason) if q.id == "basis" else q for q in reading.questions)


def _by_accounts(ws: Workspace, reading: Reading, history: History) -> tuple[str, dict[str, str]] | None:
    if "realisasi" not in reading.tables:
        return None
    now = _accounts(reading.tables["realisasi"], history)
    for total in reading.totals:
        if total.contract != "realisasi" or total.bulan is None:
            continue
        if earlier := history.before(total.kode_opd, total.tahun, total.bulan):
            month, said = earlier
            before = _accounts(ws.imports / said.import_id / "realisasi.parquet", history)
            unit = {leaf: value for leaf, value in before.items() if leaf[0] == history.unit(total.kode_opd)}
            if found := basis(now, unit, month=month, file=said.file):
                return found
    return None


def units(files: Iterable[Path]) -> dict[str, str]:
    """The unit's own code by its SIPD code, as masters say it, the later over the earlier."""
    rows = [row for file in files for row in pq.read_table(file, columns=["kode_opd", "kode_sipd"]).to_pylist()]
    own = {row["kode_opd"] for row in rows}
    return {row["kode_sipd"]: row["kode_opd"] for row in rows if row["kode_sipd"] and row["kode_sipd"] not in own}


def _accounts(path: Path, history: History) -> dict[Leaf, Decimal]:
    wanted = ["kode_opd", "kode_sub_kegiatan", "kode_rekening", "sumber_dana", "realisasi"]
    columns = [c.to_pylist() for c in pq.read_table(path, columns=wanted).columns]
    sums: dict[Leaf, Decimal] = defaultdict(Decimal)
    for unit, activity, account, source, value in zip(*columns, strict=True):
        sums[(history.unit(unit), activity, account, source)] += value
    return sums
