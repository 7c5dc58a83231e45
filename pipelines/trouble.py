"""What went wrong, in words for a person: one line, in either language."""

from __future__ import annotations

from pipelines.catalogue import both


class Trouble(Exception):  # noqa: N818  a person reads it; "Error" would say less
    """A refusal with its line in both languages, taken from the catalogue."""

    exit_code = 1

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.words = both(key, **values)
        super().__init__(self.words["en"])

    def say(self, lang: str) -> str:
        """The line in a language."""
        return self.words[lang]


class Misuse(Trouble):
    """Trouble with how a command was called."""

    exit_code = 2
