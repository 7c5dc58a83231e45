"""Readings and results as JSON: numbers exact, dates as ISO, and a reading back from what was stored."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.control_words import control_words
from pipelines.intake.report import Answers, Choice, Control, Problem, Question, Reading, Rows, Total


def dumps(value: Any) -> str:
    """JSON in which a Decimal is a number with all its digits; json itself would make it a float or a text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(str(k), ensure_ascii=False)}: {dumps(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(dumps(v) for v in value) + "]"
    if isinstance(value, datetime | date):
        return json.dumps(value.isoformat())
    if isinstance(value, Path):
        return json.dumps(str(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def stored(reading: Reading) -> dict[str, Any]:
    """Everything a reading says, as plain values; tables by name only, since their place is known."""
    return {**dataclasses.asdict(reading), "tables": sorted(reading.tables)}


def loads(text: str) -> Any:
    """The value that `dumps` wrote, with every fraction as a Decimal again."""
    return json.loads(text, parse_float=Decimal)


def restored(said: dict[str, Any], folder: Path) -> Reading:
    """The reading that `stored` described, its tables in `folder`."""
    return Reading(
        file=said["file"],
        sha256=said["sha256"],
        format=said["format"],
        status=said["status"],
        rows=Rows(**said["rows"]),
        controls=tuple(Control(c["name"], Decimal(c["in_file"]), Decimal(c["summed"])) for c in said["controls"]),
        problems=tuple(Problem(**p) for p in said["problems"]),
        questions=tuple(Question(**{**q, "choices": _choices(q["choices"])}) for q in said["questions"]),
        answers=Answers(**said["answers"]),
        totals=tuple(Total(**{**t, "nilai": Decimal(t["nilai"])}) for t in said["totals"]),
        tables={name: folder / f"{name}.parquet" for name in said["tables"]},
        names=said["names"],
        signature=said["signature"],
        title=said["title"],
        region=said.get("region"),  # readings stored before it was read have none
    )


def _choices(said: list[dict[str, Any]]) -> tuple[Choice, ...]:
    return tuple(Choice(**choice) for choice in said)


def shown(reading: Reading) -> dict[str, Any]:
    """A file's object of `raporda import --json`."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "format": reading.format,
        "status": reading.status,
        "rows": {name: getattr(reading.rows, name) for name in ("total", "accepted", "quarantined", "rejected")},
        "controls": [
            {"name": c.name, "label": {lang: control_words(c.name, lang) for lang in ("id", "en")},
             "in_file": c.in_file, "summed": c.summed, "difference": c.difference}
            for c in reading.controls
        ],
        "problems": [
            {"sheet": p.sheet, "row": p.row, "column": p.column, "code": p.code, "severity": p.severity,
             "message": p.message, "read": p.read}
            for p in reading.problems
        ],
        "questions": [dataclasses.asdict(q) for q in reading.questions],
    }  # fmt: skip
