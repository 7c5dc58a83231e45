"""What people type on a screen, understood as a workbook's cells are, with the same words for what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.contracts.base import columns
from pipelines.contracts.lembar import Column, lembar
from pipelines.contracts.rapat import CATATAN
from pipelines.intake.sheets.columns import Wrong, typed
from pipelines.intake.sheets.findings import said_of

Words = dict[str, str]


def understood(kind: str, said: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Words]]:
    """The values of what was typed, by column, and what cannot be read, in both languages; a blank is None."""
    values: dict[str, Any] = {}
    faults: dict[str, Words] = {}
    for column in lembar(kind).columns:
        if column.field not in said or column.field in ("id", "versi"):
            continue
        text = said[column.field]
        try:
            values[column.field] = _value(kind, column, text)
        except Wrong as wrong:
            faults[column.field] = said_of(wrong, column.name, text)
    return values, faults


def shown(kind: str, values: Mapping[str, Any]) -> dict[str, str]:
    """Values as a field of the screen holds them: dates as 30-04-2026, numbers with a decimal comma, blanks as ''."""
    return {name: _shown(values.get(name)) for name in columns(CATATAN[kind]) if name not in ("id", "versi")}


def _value(kind: str, column: Column, text: str) -> Any:
    read = typed([text.strip()], column, CATATAN[kind])
    if read.faults:
        raise read.faults[0].wrong
    value = read.keys[0]
    if column.cell.kind == "rupiah" and value is not None:
        return Decimal(value) / 100  # amounts are compared in sen
    return value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        whole, _, part = f"{value.normalize():f}".partition(".")
        return (
            f"{whole},{part}0" if len(part) == 3 else f"{whole},{part}".rstrip(",")
        )  # three digits could be thousands
    return str(value)
