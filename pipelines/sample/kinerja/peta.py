"""Boundaries of the invented province and of our kecamatan: a torn grid in the open sea, so that nobody knows it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

from pipelines.sample.bahan import dice
from pipelines.sample.kinerja import wilayah
from pipelines.sample.kinerja.wilayah import Angka
from pipelines.sample.pemda import Pemda

Titik = tuple[float, float]
LAUT = (112.0, -5.6)  # where the south-western corner lies, degrees
LUAS = (2.4, 1.5)  # how wide and how high the whole is, degrees
GESER, LEKUK, PECAH = 0.26, 0.16, 3  # how far corners stray, how far a border bends, and how often it is broken


def collection(pemda: Pemda, angka: Sequence[Angka], seed: int) -> dict[str, Any]:
    """The GeoJSON of the kabupaten and kota of the province and of the kecamatan of ours, by their codes."""
    kecamatan = {a.kode: a.nama for a in angka if a.kode.startswith(wilayah.KAMI) and a.kode != wilayah.KAMI}
    found = [*_drawn(wilayah.areas(pemda), pemda, seed), *_drawn(list(kecamatan.items()), pemda, seed)]
    return {"type": "FeatureCollection", "features": found}


def write(path: Path, isi: dict[str, Any]) -> None:
    """Write a GeoJSON file, one area a line."""
    areas = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in isi["features"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{areas}\n]}}\n', encoding="utf-8")


def _drawn(listed: Sequence[tuple[str, str]], pemda: Pemda, seed: int) -> Iterator[dict[str, Any]]:
    """One area a cell of the grid, row by row; what is left of the last row stays sea."""
    lebar = ceil((len(listed) * LUAS[0] / LUAS[1]) ** 0.5)
    baris = ceil(len(listed) / lebar)
    acak = dice(seed, pemda.nama, "peta", len(listed))
    sudut = {(x, y): _sudut(x, y, lebar, baris, acak) for y in range(baris + 1) for x in range(lebar + 1)}
    garis: dict[tuple[Titik, Titik], list[Titik]] = {}
    for n, (kode, nama) in enumerate(listed):
        y, x = divmod(n, lebar)
        empat = [sudut[x, y], sudut[x + 1, y], sudut[x + 1, y + 1], sudut[x, y + 1]]
        keliling = [t for a, b in zip(empat, [*empat[1:], empat[0]], strict=True) for t in _batas(a, b, garis, acak)]
        tutup = [[round(t[0], 4), round(t[1], 4)] for t in (*keliling, keliling[0])]
        yield {
            "type": "Feature",
            "properties": {"kode": kode, "nama": nama},
            "geometry": {"type": "Polygon", "coordinates": [tutup]},
        }


def _sudut(x: int, y: int, lebar: int, baris: int, acak: random.Random) -> Titik:
    geser_x, geser_y = acak.uniform(-GESER, GESER), acak.uniform(-GESER, GESER)
    return LAUT[0] + (x + geser_x) / lebar * LUAS[0], LAUT[1] + (y + geser_y) / baris * LUAS[1]


def _batas(a: Titik, b: Titik, garis: dict[tuple[Titik, Titik], list[Titik]], acak: random.Random) -> list[Titik]:
    """From one corner up to before the next, along the one border that both neighbours share."""
    if (b, a) in garis:
        return garis[b, a][:0:-1]
    titik = [a, b]
    for _ in range(PECAH):
        titik = [t for p, q in pairwise(titik) for t in (p, _tengah(p, q, acak))] + [b]
    garis[a, b] = titik
    return titik[:-1]


def _tengah(a: Titik, b: Titik, acak: random.Random) -> Titik:
    """The middle of two points, moved across the line between them."""
    jauh = acak.uniform(-LEKUK, LEKUK)
    return (a[0] + b[0]) / 2 - (b[1] - a[1]) * jauh, (a[1] + b[1]) / 2 + (b[0] - a[0]) * jauh
