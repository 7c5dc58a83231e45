"""What one reader's page must show: the figure of his own OPD, month and language, read past the server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard import look
from dashboard.figures.figure import Lang
from pipelines.catalogue import text
from pipelines.engines.duckdb import Reader
from pipelines.measures import query
from tests.server.viewer import Visit


@dataclass(frozen=True)
class Own:
    """A page by its address, and what stands on it for this reader and for no other."""

    page: str
    link: str
    name: str
    card: tuple[str, str]  # the absorption, as the card writes it

    def shown(self, visit: Visit) -> bool:
        """Whether a visit got exactly this: no error, the name, the one figure."""
        mine = [card for card in visit.cards if card[0] == self.card[0]]
        return not visit.exceptions and mine == [self.card] and self.name.encode() in visit.content


def profiles(build: Path, until: str, lang: Lang = "id") -> list[Own]:
    """Profil OPD of every unit that has reported by a month, as one build has it."""
    found = query(Reader(build), "serapan", by=["opd"], until=until, opd=["*"])["rows"]
    label = text("profil_opd.kartu_serapan", lang)
    return [
        Own(
            "profil-opd", f"{_link(until, lang)}&opd={row['opd']}", row["opd_nama"] or row["opd"],
            (label, look.write(row["nilai"], "persen", lang)),
        )
        for row in found
        if row["nilai"] is not None
    ]  # fmt: skip


def summary(build: Path, until: str, lang: Lang = "id") -> Own:
    """Ringkasan of a month, as one build has it."""
    (row,) = query(Reader(build), "serapan", until=until, opd=["*"])["rows"]
    card = (text("ringkasan.kartu_serapan", lang), look.write(row["nilai"], "persen", lang))
    return Own("", _link(until, lang), look.month(until, lang), card)


def _link(until: str, lang: Lang) -> str:
    year, month = until.split("-")
    return f"tahun={year}&bulan={int(month)}&bahasa={lang}"
