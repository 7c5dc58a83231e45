"""The performance agreements of a region: which post owes which indicator, under which other, with which money."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from pipelines.sample.bahan import rows, table
from pipelines.sample.kinerja.kader import Kader
from pipelines.sample.kinerja.ukuran import Angka, Ukuran, baca, tempat
from pipelines.sample.orang.manusia import Orang
from pipelines.sample.orang.sotk import Kursi, Sotk
from pipelines.sample.pemda import Unit

PENUNJANG = ("2.08.0004", "2.02.0005", "2.01.0006")  # of the heads of the sub bagian of a sekretariat
SAKIP = {"indikator": "Predikat SAKIP perangkat daerah", "satuan": "predikat", "arah": "naik", "metode": "predikat",
         "entri": "kumulatif", "target": "BB", "langkah": "0"}  # fmt: skip


@dataclass(frozen=True)
class Pk:
    """One indicator of one post: a seat's, or a person's without a seat; target of 2026 and the step a year."""

    ukuran: Ukuran
    tingkat: str
    unit: str
    induk: str
    target: Angka | None
    langkah: Decimal
    kursi: str | None = None
    orang: Orang | None = None
    program: str | None = None
    kegiatan: str | None = None
    sub: str | None = None
    bobot: int | None = None

    @property
    def kode(self) -> str:
        """The indicator's code."""
        return self.ukuran.kode

    def pada(self, tahun: int) -> Angka | None:
        """The target of a year."""
        beda = self.langkah * (tahun - 2026)
        if isinstance(self.target, tuple):
            return self.target[0] + beda, self.target[1] + beda
        return self.ukuran.bulat(self.target + beda) if isinstance(self.target, Decimal) else self.target


@dataclass
class Penyusun:
    """Draws up the agreements of one unit after the other."""

    sotk: Sotk
    kader: Kader
    semua: list[Pk] = field(default_factory=list)
    nomor: Counter[tuple[str, str]] = field(default_factory=Counter)

    def unit(self, unit: Unit) -> None:
        """The agreements of one unit: its head's, then those below."""
        kepala = self.sotk.kursi.get(f"{unit.kode}-KEPALA")
        if kepala is None:
            return
        tingkat = "II" if kepala.tingkat == "II" else "III"
        sendiri = unit.sub[0] if unit.jenis == "bagian" else None
        program = "7.01.02" if unit.jenis == "kecamatan" else sendiri and sendiri[:7]
        bahan = "KEC" if unit.jenis == "kecamatan" else unit.kode
        pk = [self._tulis(r, tingkat, unit, r["induk"], kepala, program=program) for r in _kepala().get(bahan, ())]
        if sendiri:
            self._jf(unit, [sendiri], pk)
        elif unit.jenis != "kecamatan":
            sakip = self._tulis(SAKIP, tingkat, unit, "IKU-15", kepala)
            self._bawah(unit, pk, sakip)

    def _bawah(self, unit: Unit, pk: Sequence[Pk], sakip: Pk) -> None:
        urusan = [kode for kode in unit.sub if kode[4:7] != ".01"]
        program = list(dict.fromkeys(kode[:7] for kode in urusan))
        bidang = [k for k in self.sotk.kursi.values() if k.unit == unit.kode and "-BIDANG-" in k.kode]
        sekretaris = self.sotk.kursi.get(f"{unit.kode}-SEKRETARIS") or (bidang[1] if len(bidang) > 1 else None)
        if sekretaris is not None:
            self._sekretariat(unit, sekretaris, sakip)
            anak = list(self._bidang(unit, pk, program, bidang or [sekretaris]))
            self._jf(unit, urusan, anak)

    def _sekretariat(self, unit: Unit, sekretaris: Kursi, sakip: Pk) -> None:
        bidang = unit.sipd[:4]
        atas = self._tulis(_program()["X.XX.01"], "III", unit, sakip.kode, sekretaris, program=f"{bidang}.01")
        for n, sub in enumerate(PENUNJANG, start=1):
            kursi = self.sotk.kursi.get(f"{unit.kode}-SUBBAG-{n}")
            if kursi is not None:
                row = _keluaran(f"X.XX.01.{sub}")
                self._tulis(row, "IV", unit, atas.kode, kursi, kegiatan=f"{bidang}.01.{sub[:4]}")

    def _bidang(self, unit: Unit, pk: Sequence[Pk], program: Sequence[str], bidang: Sequence[Kursi]) -> Iterator[Pk]:
        giliran = table("target")["anak"].get(unit.kode)
        for n in range(max(len(program), len(bidang)) if pk and program else 0):
            kursi = bidang[min(n, len(bidang) - 1)]
            row = _program()[program[n]] if n < len(program) else _umum(kursi)
            ke = giliran[n] - 1 if giliran else n % len(pk)
            yield self._tulis(row, "III", unit, pk[ke].kode, kursi, program=program[n % len(program)])

    def _jf(self, unit: Unit, subs: Sequence[str], atas: Sequence[Pk]) -> None:
        """The outputs of the sub kegiatan, each owed by somebody of the functional staff."""
        kader = self.kader.unit(unit.kode)
        terpakai: Counter[str] = Counter()
        for n, sub in enumerate(subs):
            calon = [pk for pk in atas if pk.program == sub[:7]]
            if kader and calon:
                induk = calon[terpakai[sub[:7]] % len(calon)]
                terpakai[sub[:7]] += 1
                self._tulis(_keluaran(sub), "JF", unit, induk.kode, orang=kader[n % len(kader)], sub=sub)

    def _tulis(
        self, row: dict[str, str], tingkat: str, unit: Unit, induk: str, kursi: Kursi | None = None, **lain: Any
    ) -> Pk:
        self.nomor[unit.kode, tingkat] += 1
        target, langkah = baca(row["target"]), Decimal(row["langkah"])
        kode = f"{unit.kode}-{tingkat}-{self.nomor[unit.kode, tingkat]}"
        ukuran = Ukuran(
            kode, row["indikator"], row["satuan"], row["arah"], row["metode"], row["entri"],  # type: ignore[arg-type]
            row.get("rumus") or None, "sakip" if row["metode"] == "predikat" else None,  # type: ignore[arg-type]
            _tempat(row, target, langkah),
        )  # fmt: skip
        pk = Pk(ukuran, tingkat, unit.kode, induk, target, langkah, kursi.kode if kursi else None, **lain)
        self.semua.append(pk)
        return pk


@cache
def _kepala() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("pk"):
        found[row["opd"]].append(row)
    return found


@cache
def _program() -> dict[str, dict[str, str]]:
    return {row["program"]: row for row in rows("pk_program")}


def _keluaran(sub: str) -> dict[str, str]:
    """The output of a sub kegiatan: counted, half of them told since January."""
    row = _sub()[sub]
    entri = "kumulatif" if int(sub[-1]) % 2 else "inkremental"
    return {**row, "arah": "naik", "metode": "jumlah", "entri": entri, "langkah": "0"}


@cache
def _sub() -> dict[str, dict[str, str]]:
    return {row["kode"]: row for row in rows("pk_sub")}


def _umum(kursi: Kursi) -> dict[str, str]:
    nama = kursi.nama.removeprefix("Kepala Bidang ").removeprefix("Kepala Bagian ")
    return {"indikator": f"Target kerja yang tercapai: {nama}", "satuan": "persen", "arah": "naik",
            "metode": "rata_rata", "entri": "inkremental", "target": "92", "langkah": "0.5"}  # fmt: skip


def _tempat(row: dict[str, str], target: Angka | None, langkah: Decimal) -> int:
    paling = max(tempat(target), tempat(langkah))
    return max(paling, 2 if row["satuan"] in ("persen", "indeks") else 0) if row["metode"] != "jumlah" else paling
