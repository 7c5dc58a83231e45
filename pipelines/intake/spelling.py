"""Words of foreign exports as ours, by data/templat/ejaan.toml; what the table does not know is kept as written."""

from __future__ import annotations

from functools import cache
from typing import Any

from pipelines.catalogue import toml
from pipelines.intake.cells import blank, tidy
from pipelines.intake.sheets.columns import shown
from pipelines.intake.sheets.recognise import plain


def ours(cell: Any, table: str) -> str:
    """The word of ours that a cell stands for, '' when it says nothing; as written when the table has no such word."""
    if blank(cell):
        return ""
    text = tidy(shown(cell)).strip("'")
    return _table(table).get(plain(text), text)


def known(word: str, table: str) -> bool:
    """Whether the table has a word, as ours or as some export's."""
    return plain(word) in _table(table)


@cache
def _table(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, spellings in toml("templat/ejaan")[name].items():
        means = "" if word == "kosong" else word
        if means:
            found[plain(word)] = word
        for spelling in spellings:
            found[plain(spelling)] = means
    return found
