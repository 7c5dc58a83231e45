"""The arithmetic of people's performance: attainment, scores and bands until 2021, credit, penalties, IP ASN.

Nothing here makes a predicate from a percentage under PermenPANRB 6/2022: ratings and predicates are imported, and the
matrix only checks them. Numbers come from data/aturan/skp.toml; core.indikator_skp does the same to every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pipelines.aturan_kinerja import Anak, Predikat, Rating, kinerja

Penasihat = Literal["tanpa_rekan", "dengan_rekan"]

_SIXTH, _CENT, _WHOLE = Decimal("0.000001"), Decimal("0.01"), Decimal(1)


def matriks(hasil: Rating, perilaku: Rating) -> Predikat:
    """The predicate that the matrix gives a pair of ratings, to check the imported one by."""
    row: tuple[Predikat, Predikat, Predikat] = getattr(kinerja().matriks, hasil)
    return row[("bawah", "sesuai", "atas").index(perilaku)]


def rata_capaian(semua: Iterable[Decimal | None], *, batas: Decimal) -> Decimal | None:
    """The mean of the attainments that are known, each held within 0 and `batas`; None where none is."""
    known = [max(Decimal(), min(c, batas)) for c in semua if c is not None]
    return (sum(known, Decimal()) / len(known)).quantize(_CENT, ROUND_HALF_UP) if known else None


def nilai_iki(c: Decimal, *, maksimum: bool = False) -> tuple[Predikat, Decimal]:
    """Category and score (six decimals) of an attainment under PermenPANRB 8/2021.

    The category is read from the whole percent, half up; the score from the attainment held within that category's
    printed edges. `maksimum` says that the target is the highest that can be reached.
    """
    iki = kinerja().iki
    if maksimum and c >= 100:
        return iki.pita[0].kategori, iki.nilai_maksimum
    whole = c.quantize(_WHOLE, ROUND_HALF_UP)
    band = next((p for p in iki.pita if whole >= p.capaian[0]), iki.pita[-1])
    (c_low, c_high), (n_low, n_high) = band.capaian, band.nilai
    if c_low == c_high:
        return band.kategori, n_low
    held = max(c_low, min(c, c_high))
    return band.kategori, (n_low + (n_high - n_low) / (c_high - c_low) * (held - c_low)).quantize(_SIXTH, ROUND_HALF_UP)


def predikat_lama(nilai: Decimal, *, rezim: Literal["pp46", "pp30"], ide_baru: bool = False) -> Predikat:
    """The predicate of a score under a regime that had scores; from 110 it takes a new idea to be more than good."""
    bands = kinerja().pita[rezim]
    value = nilai.quantize(_WHOLE, ROUND_HALF_UP) if bands.bulat else nilai
    return next(
        b.predikat for b in bands.batas if b.bawah is None or (value >= b.bawah and (ide_baru or not b.ide_baru))
    )


def nilai_skp(utama: Iterable[Decimal], *, tambahan: Decimal) -> Decimal:
    """The weighted scores of the main work and of what was added, as far as it counts: to check an imported score."""
    return sum(utama, Decimal()) + min(tambahan, kinerja().tambahan.paling_banyak)


def nilai_akhir(*, skp: Decimal, perilaku: Decimal, bobot: Penasihat) -> Decimal:
    """SKP and behaviour weighted, two decimals half up: to check an imported score, never to replace it."""
    weights: tuple[Decimal, Decimal] = getattr(kinerja().bobot, bobot)
    return ((weights[0] * skp + weights[1] * perilaku) / 100).quantize(_CENT, ROUND_HALF_UP)


def angka_kredit(predikat: Predikat, *, jenjang: str, bulan: int) -> Decimal:
    """The credit of some months in a functional post, not rounded; raises KeyError for an unknown level."""
    rule = kinerja().angka_kredit
    yearly = {j.nama: j.koefisien for j in rule.jenjang}[jenjang]
    return Decimal(bulan) / 12 * rule.persen[predikat] / 100 * yearly


def hukuman(hari: Decimal) -> Anak | None:
    """The step of the ladder for days absent without reason in a year; None below the first."""
    return next((step for step in reversed(kinerja().disiplin.tangga) if hari >= step.hari), None)


def jam_pelajaran(jp: Decimal, *, kelompok: Literal["PNS", "PPPK"]) -> Literal["cukup", "kurang", "melebihi"]:
    """Whether hours of training are enough (PNS) or too many (PPPK)."""
    rule = kinerja().diklat[kelompok]
    if rule.arah == "minimal":
        return "cukup" if jp >= rule.jp else "kurang"
    return "cukup" if jp <= rule.jp else "melebihi"


def ip_asn(nilai: Decimal) -> str:
    """The category of an IP ASN, read from the whole number, half up."""
    whole = nilai.quantize(_WHOLE, ROUND_HALF_UP)
    return next(p.kategori for p in kinerja().ip_asn.pita if p.bawah is None or whole >= p.bawah)


def pola(organisasi: str, banyak: Mapping[Predikat, int]) -> list[str]:
    """The conditions of SE 3/2023 that a spread of predicates does not meet, by name, in the order they are written."""
    total = sum(banyak.values())
    most = max(banyak.values(), default=0)
    found = []
    for name, s in getattr(kinerja().pola, organisasi).items():
        n = sum(banyak.get(p, 0) for p in s.predikat)
        met = {
            "terbanyak": n >= most,
            "maksimal": n * 100 <= s.batas * total,
            "minimal": n * 100 >= s.batas * total,
            "ada": n >= s.batas,
        }
        if not met[s.cara]:
            found.append(name)
    return found
