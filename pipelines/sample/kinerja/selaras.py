"""What makes a cascade hold together: weights that add up, and children that aim at what stands above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.sample.kinerja import kisah
from pipelines.sample.kinerja.pk import Pk

KURANG = 10  # what the weights of the story lack


def weighed(semua: Sequence[Pk]) -> list[Pk]:
    """The agreements below the heads with their weights: even shares of a hundred, but for the unit that lacks some."""
    anak: dict[str, list[Pk]] = defaultdict(list)
    for pk in semua:
        if pk.tingkat != "II" and not pk.induk.startswith("IK"):
            anak[pk.induk].append(pk)
    bobot: dict[str, int] = {}
    for induk, saudara in anak.items():
        seratus = 100 - (KURANG if induk == kisah.kode("bobot_sembilan_puluh") else 0)
        for n, pk in enumerate(saudara):
            bobot[pk.kode] = seratus // len(saudara) + (n < seratus % len(saudara))
    return [replace(pk, bobot=bobot.get(pk.kode)) for pk in semua]


def reaching(semua: Sequence[Pk]) -> list[Pk]:
    """The same, where a child that speaks its parent's language aims at least as high as the parent."""
    induk = {pk.kode: pk for pk in semua}
    hasil = []
    for pk in semua:
        atas = induk.get(pk.induk)
        if atas is not None and _sebahasa(pk, atas) and any(_kurang(pk, atas, tahun) for tahun in (2025, 2026)):
            pk = replace(pk, target=atas.target, langkah=atas.langkah)
        induk[pk.kode] = pk
        hasil.append(pk)
    return hasil


def _sebahasa(pk: Pk, atas: Pk) -> bool:
    a, b = pk.ukuran, atas.ukuran
    return (a.satuan, a.arah, a.metode) == (b.satuan, b.arah, b.metode) and a.metode not in ("jumlah", "predikat")


def _kurang(pk: Pk, atas: Pk, tahun: int) -> bool:
    a, b = pk.pada(tahun), atas.pada(tahun)
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return False
    return a > b if pk.ukuran.arah == "turun" else a < b
