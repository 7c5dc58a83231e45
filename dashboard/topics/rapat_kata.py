"""The words of what is chosen in records: kept as the contract spells it, read in the reader's language."""

from __future__ import annotations

from dashboard.figures.figure import Lang
from pipelines.catalogue import text


def pilihan(choice: str, lang: Lang) -> str:
    """A choice of a record as people read it; one that a newer program wrote reads as it is kept."""
    try:
        return text(f"rapat.pilih_{kunci(choice)}", lang)
    except KeyError:
        return choice


def kunci(choice: str) -> str:
    """The name under which the words of a choice stand."""
    return "".join(c if c.isalnum() else "_" for c in choice.lower())
