"""Macro indicators of an invented province: its kabupaten and kota, ours the first, and the kecamatan of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipelines.sample.bahan import dice, table
from pipelines.sample.kinerja.daerah import Daerah, berdiri, region_targets
from pipelines.sample.pemda import Pemda

TAHUN = (2023, 2024, 2025)
KAMI = "9971"  # as data/pemda.toml says of the fictional pemda
NASIONAL = "1000"
KECAMATAN = "stunting"  # the one indicator that is known by kecamatan


@dataclass(frozen=True)
class Angka:
    """One macro indicator of one area in one year."""

    kode: str
    nama: str
    tahun: int
    makro: str
    nilai: Decimal
    nasional: Decimal | None = None
    rpjmn: Decimal | None = None
    rkpd: Decimal | None = None

    @property
    def about(self) -> dict[str, Any]:
        """What the material says of the indicator."""
        return dict(table("target")["wilayah"]["makro"][self.makro])


def areas(pemda: Pemda) -> list[tuple[str, str]]:
    """Code and name of every kabupaten and kota of the province, ours first."""
    sendiri = pemda.nama.removeprefix("Contoh ")
    lain = [nama for nama in table("pemda")["nama"] if nama != sendiri]
    kabupaten = int(table("target")["wilayah"]["kabupaten"])
    nama = [f"Kabupaten Contoh {satu}" for satu in (sendiri, *lain[: kabupaten - 1])]
    kota = [f"Kota Contoh {satu}" for satu in lain[kabupaten - 1 : kabupaten + 1]]
    kode = [KAMI, *(f"99{n:02d}" for n in range(1, kabupaten)), "9972", "9973"]
    return list(zip(kode, nama + kota, strict=True))


def macro(pemda: Pemda, seed: int) -> Iterator[Angka]:
    """The nation, the province, its areas, and the kecamatan of ours in the last year."""
    tentang = table("target")["wilayah"]
    daerah = {d.makro: d for d in region_targets() if d.makro is not None}
    for makro, about in tentang["makro"].items():
        for n, tahun in enumerate(TAHUN):
            nasional, rpjmn = _tepat(about, about["nasional"][n]), _tepat(about, about["rpjmn"][n])
            yield Angka(NASIONAL, "Indonesia", tahun, makro, nasional, nasional, rpjmn)
            provinsi = _tepat(about, about["provinsi"][n])
            yield Angka(f"{tentang['kode']}00", tentang["provinsi"], tahun, makro, provinsi, nasional, rpjmn)
            for kode, nama in areas(pemda):
                kami = _kami(daerah[makro], tahun) if kode == KAMI else None
                nilai = kami[0] if kami else _dekat(about, provinsi, pemda, kode, makro, tahun, seed)
                yield Angka(kode, nama, tahun, makro, nilai, nasional, rpjmn, kami and kami[1])
    yield from _kecamatan(pemda, daerah[KECAMATAN], seed)


def _kecamatan(pemda: Pemda, daerah: Daerah, seed: int) -> Iterator[Angka]:
    about, tahun = table("target")["wilayah"]["makro"][KECAMATAN], TAHUN[-1]
    tengah, target = _kami(daerah, tahun)
    units = sorted(u.nama for u in pemda.units if u.jenis == "kecamatan")
    for n, nama in enumerate(units, start=1):
        nilai = _dekat(about, tengah, pemda, nama, KECAMATAN, tahun, seed)
        yield Angka(f"{KAMI}{n:02d}0", nama, tahun, KECAMATAN, nilai, rkpd=target)


def _kami(daerah: Daerah, tahun: int) -> tuple[Decimal, Decimal]:
    """What ours stood at in a year, and its target."""
    setahun = daerah.tahun[tahun]
    nilai = berdiri(setahun)
    if not isinstance(nilai, Decimal) or not isinstance(setahun.target, Decimal):
        raise TypeError(f"{daerah.ukuran.kode} has no number in {tahun}")
    return nilai, setahun.target


def _dekat(
    about: dict[str, Any], tengah: Decimal, pemda: Pemda, kode: str, makro: str, tahun: int, seed: int
) -> Decimal:
    """A number about that of the middle: the same distance every year, but for a little."""
    jauh = dice(seed, pemda.nama, "wilayah", makro, kode).uniform(-about["beda"], about["beda"])
    sedikit = dice(seed, pemda.nama, "wilayah", makro, kode, tahun).uniform(-0.1, 0.1) * about["beda"]
    return _tepat(about, float(tengah) + jauh + sedikit)


def _tepat(about: dict[str, Any], angka: float) -> Decimal:
    return Decimal(f"{angka:.3f}" if about["beda"] < 0.1 else f"{angka:.2f}")
