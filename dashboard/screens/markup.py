"""Words of data and people, made safe for Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~$:<])")


def plain(words: str) -> str:
    """The words so that Markdown shows them as they are: no link, no heading, no formula, no colour."""
    return _MARKUP.sub(r"\\\1", words)
