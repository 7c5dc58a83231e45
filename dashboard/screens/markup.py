"""Words of data and people, made safe for Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~$:<])")


def plain(words: str) -> str:
    """The words so that Markdown shows them as they are: no link, no heading, no formula, no colour."""
    return _MARKUP.sub(r"\\\1", words)


def firm(words: str) -> str:
    """The words, safe for Markdown, with each percent sign held to its number at the end of a line."""
    return plain(words).replace(" %", "\u00a0%")
