"""Words of data and people, made safe for Markdown."""

from __future__ import annotations

import re

from dashboard.view import LANGS
from pipelines.catalogue import text

NBSP = "\u00a0"
_UNITS = ("skala_ribu", "skala_juta", "skala_miliar", "skala_triliun", "satuan_poin")
_WORDS = "|".join(re.escape(text(f"umum.{name}", lang)) for name in _UNITS for lang in LANGS)
_UNIT = re.compile(rf"(?<=\d) (?=%|(?:{_WORDS})\b)")
_RANGE = re.compile(r"(?<=[\d%]) – (?=[\dR])")
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~$:<])")


def plain(words: str) -> str:
    """The words so that Markdown shows them as they are: no link, no heading, no formula, no colour."""
    return _MARKUP.sub(r"\\\1", words)


def firm(words: str) -> str:
    """The words, safe for Markdown, with each unit held to its number, and both ends of a range together."""
    return _RANGE.sub(f"{NBSP}–{NBSP}", _UNIT.sub(NBSP, plain(words)))
