"""The words of one language, as pages ask for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.figures.figure import Lang
from pipelines import catalogue

# The amount that a control total's name speaks of; what stands before is its row, what follows its kind or month.
_AMOUNT = re.compile(r"anggaran|pagu|realisasi|rak|bulan_?\d+")


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
        parts = name.split(".")
        at = next((n for n, part in enumerate(parts) if _AMOUNT.fullmatch(part)), None)
        if at is None:
            return name
        what = self._amount(parts[at], ".".join(parts[at + 1 :]))
        if "Jumlah" in parts[:at]:
            return self("umum.kontrol_jumlah", apa=what)
        what, code = what[:1].upper() + what[1:], ".".join(parts[:at])
        return self("umum.kontrol_kode", apa=what, kode=code) if code else what

    def _amount(self, name: str, rest: str) -> str:
        month = re.search(r"\d+", name) or re.fullmatch(r"\d+", rest)
        if month and 1 <= int(month[0]) <= 12:
            return self("umum.kontrol_bulan", bulan=self(f"umum.bulan_{int(month[0])}"))
        what = self(f"umum.kontrol_{name}")
        return f"{what} {self.maybe(f'umum.kontrol_{rest}', rest)}" if rest else what

    def maybe(self, key: str, default: str) -> str:
        """The words of a key, or `default` where the catalogue has none."""
        try:
            return self(key)
        except (KeyError, FileNotFoundError):
            return default
