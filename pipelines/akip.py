"""The predicate of an AKIP score, and the built-in scale that indicators in such predicates are read on."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from pydantic import model_validator

from pipelines.berlaku import Both, Dated, Strict
from pipelines.catalogue import toml


class Pita(Strict):
    """One predicate: the scores above `lebih_dari` up to and with `sampai`; the last one has no lower edge."""

    kode: str
    nilai: int  # its place on the scale
    lebih_dari: Decimal | None = None
    sampai: Decimal
    nama: Both


class Akip(Dated):
    """The predicates of AKIP, the best first."""

    pita: tuple[Pita, ...]

    @model_validator(mode="after")
    def _joined(self) -> Akip:
        edges = [(p.lebih_dari, p.sampai) for p in self.pita]
        if any(low != high for (low, _), (_, high) in pairwise(edges)) or edges[-1][0] is not None:
            raise ValueError("bands of AKIP must join, the last one open below")
        return self


@cache
def akip() -> Akip:
    """The predicates in force."""
    return Akip.model_validate(toml("aturan/akip")["akip"])


def predikat(nilai: Decimal) -> str | None:
    """The predicate of a score of 0 to 100, edges belonging to the lower one; None for what is no such score."""
    if not 0 <= nilai <= akip().pita[0].sampai:
        return None
    return next(p.kode for p in akip().pita if p.lebih_dari is None or nilai > p.lebih_dari)
