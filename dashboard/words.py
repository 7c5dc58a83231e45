"""The words of one language, as pages ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures.figure import Lang
from pipelines import catalogue


@dataclass(frozen=True)
class Words:
    """The catalogue in one language: `words("umum.judul")`."""

    lang: Lang

    def __call__(self, key: str, **values: object) -> str:
        return catalogue.text(key, self.lang, **values)

    def of(self, texts: dict[str, str]) -> str:
        """The words of a text that comes in every language."""
        return texts[self.lang]

    def maybe(self, key: str, default: str) -> str:
        """The words of a key, or `default` where the catalogue has none."""
        try:
            return self(key)
        except (KeyError, FileNotFoundError):
            return default
