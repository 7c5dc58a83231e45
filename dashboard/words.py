"""The words of one language, as pages ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures.figure import Lang
from pipelines import catalogue
from pipelines.control_words import control_words


@dataclass(frozen=True)
class Words:
    """The catalogue in one language: `words("umum.judul")`."""

    lang: Lang

    def __call__(self, key: str, **values: object) -> str:
        return catalogue.text(key, self.lang, **values)

    def of(self, texts: dict[str, str]) -> str:
        """The words of a text that comes in every language."""
        return texts[self.lang]

    def source(self, format: str) -> str:
        """The layout of a file as people call it."""
        return self.maybe(f"umum.format_{format.replace('-', '_')}", format)

    def profile(self, profil: str) -> str:
        """A rule profile as people call it; a pemda's own keeps the name it gave."""
        known = catalogue.toml("aturan/rapor").get(profil)
        return str(known["label"][self.lang]) if known else profil

    def control(self, name: str) -> str:
        """A control total in words: "Jumlah.rak.10" is the total of the cash plan of October."""
        return control_words(name, self.lang)

    def maybe(self, key: str, default: str) -> str:
        """The words of a key, or `default` where the catalogue has none."""
        try:
            return self(key)
        except (KeyError, FileNotFoundError):
            return default
