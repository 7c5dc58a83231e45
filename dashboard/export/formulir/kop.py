"""The heading of a form as cells: names over their parts, then the row that numbers the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.export.formulir.bentuk import Kolom


@dataclass(frozen=True)
class Kop:
    """One cell of the heading: where it begins, from 0, and how far it reaches."""

    baris: int
    kolom: int
    tinggi: int
    luas: int
    isi: str
    nomor: bool = False  # in the row that numbers the columns


def depth(kolom: Sequence[Kolom]) -> int:
    """How many rows the heading has, the numbers among them."""
    return 2 + any(one.payung for one in kolom) + any(one.bagian for one in kolom)


def heading(kolom: Sequence[Kolom]) -> list[Kop]:
    """The cells of the heading, row by row from the left."""
    shared, numbers = int(any(one.payung for one in kolom)), depth(kolom) - 1
    split = any(one.bagian for one in kolom)
    cells, at, umbrella = [], 0, None
    for i, one in enumerate(kolom):
        if one.payung and one.payung != umbrella:
            group = [other for other in kolom[i:] if other.payung == one.payung]
            cells.append(Kop(0, at, 1, sum(other.luas for other in group), one.payung))
        umbrella = one.payung
        top = shared if one.payung else 0
        bottom = numbers - 1 if split and one.bagian else numbers
        cells.append(Kop(top, at, bottom - top, one.luas, one.judul))
        cells += [Kop(numbers - 1, at + part, 1, 1, said) for part, said in enumerate(one.bagian)]
        cells.append(Kop(numbers, at, 1, one.luas, one.nomor, nomor=True))
        at += one.luas
    return sorted(cells, key=lambda cell: (cell.baris, cell.kolom))
