"""Everybody who holds no seat: teachers, nurses, functional staff and others, with the posts they went through."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.sample.bahan import table
from pipelines.sample.orang import kisah
from pipelines.sample.orang.manusia import TANPA_NIP, Kelahiran, Orang, lebih
from pipelines.sample.orang.panggung import Panggung, Tugas
from pipelines.sample.orang.sotk import Sub

KINI = date(2026, 10, 31)
LAMA = date(2020, 1, 1)  # who left before is in no file, officials aside
PERGI = 0.17  # of a hundred who stay so many have left since


@dataclass
class Staf:
    """Fills the units of a region up to a number of people."""

    panggung: Panggung
    rng: random.Random
    lahiran: Kelahiran

    def isi(self, asn: int) -> None:
        """People at work on the last day until there are `asn`, and those who left since 2020."""
        for unit, jumlah in self._jatah(asn).items():
            for jenis in self._jenis(jumlah):
                self._masuk(unit, jenis, pergi=False)
            for _ in range(round(jumlah * PERGI)):
                self._masuk(unit, "PNS", pergi=True)
        self._kisah()

    def _jatah(self, asn: int) -> dict[str, int]:
        """How many more people each unit gets: by its salaries, less those who are there."""
        ada = Counter(t.sub.unit for t in self.panggung.kini.values())
        kecil = kisah.orang("unit_kecil")
        tetap = {kecil["opd"]: max(0, int(kecil["pegawai"]) - ada[kecil["opd"]])}
        bobot = {u.kode: float(u.gaji or 400) for u in self.panggung.sotk.opd.values() if u.sampai is None}
        sisa = max(0, asn - sum(ada.values()) - sum(tetap.values()))
        berbobot = {k: b for k, b in bobot.items() if k not in tetap}
        jumlah = sum(berbobot.values())
        hasil = {k: int(sisa * b / jumlah) for k, b in berbobot.items()}
        urut = sorted(berbobot, key=lambda k: -berbobot[k])
        for kode in (urut * 2)[: sisa - sum(hasil.values())]:
            hasil[kode] += 1
        return hasil | {k: n for k, n in tetap.items() if k in bobot}

    def _jenis(self, jumlah: int) -> list[str]:
        """The kinds of so many people, in their usual shares."""
        about = table("orang")["jenis"]
        return self.rng.choices(list(about), weights=list(about.values()), k=jumlah)

    def _masuk(self, unit: str, jenis: str, *, pergi: bool) -> Orang:
        masuk, lahir = self._hari(jenis, pergi=pergi)
        orang = self.lahiran.orang(lahir=lahir, masuk=masuk, jenis=jenis)
        sub = self.rng.choice(self.panggung.sotk.sub[unit])
        if jenis in TANPA_NIP:
            nama = self.rng.choice(table("sotk")["pelaksana"]["bukan_asn"])
            self.panggung.catat(Tugas(orang, sub, nama, "definitif", masuk))
        else:
            for tugas in self._riwayat(orang, sub):
                self.panggung.catat(tugas)
            akhir = self.panggung.kini.get(orang.nomor)
            if akhir is not None and orang.bup <= KINI:
                self.panggung.lepas(orang, orang.bup)
        return orang

    def _hari(self, jenis: str, *, pergi: bool) -> tuple[date, date]:
        """The days of appointment and birth."""
        if pergi:  # retired at fifty-eight, or at sixty with a post that allows it
            bup = lebih(LAMA, bulan=self.rng.randrange(2, 82))
            lahir = lebih(bup, bulan=-58 * 12 - 1).replace(day=self.rng.randrange(1, 29))
            return date(lahir.year + self.rng.randrange(20, 30), self.rng.choice((1, 3, 4, 12)), 1), lahir
        if jenis == "CPNS":
            return date(2026, 3, 1), self.lahiran.lahir(1995, 2002)
        if jenis.startswith("PPPK"):
            masuk = date(*self.rng.choice(((2019, 4), (2021, 2), (2022, 3), (2023, 6), (2024, 3), (2025, 4))), 1)
            return masuk, self.lahiran.lahir(1978, 1998)
        if jenis in TANPA_NIP:
            return date(self.rng.randrange(2012, 2023), 1, 2), self.lahiran.lahir(1975, 2000)
        lahir = self.lahiran.lahir(1969, 1998)
        tahun = min(lahir.year + self.rng.randrange(21, 31), 2024)
        return date(tahun, self.rng.choice((1, 3, 4, 12)), 1), lahir

    def _riwayat(self, orang: Orang, sub: Sub) -> Iterator[Tugas]:
        """First as one of the office, then up the levels of a functional post, or from one office task to the next."""
        about = table("sotk")
        isi: dict[str, Any] = about["isi"].get(sub.unit.split("-")[0], about["isi"]["lain"])
        jf = about["jf"][self.rng.choice(isi["jf"])] if self.rng.random() * 100 < isi["persen"] else None
        if jf is not None and jf["nama"] in ("Guru", "Dokter"):
            orang.batas_usia = max(orang.batas_usia, 60) if orang.bup > KINI else orang.batas_usia
        hari = orang.masuk
        langkah = 0
        while hari < min(orang.bup, KINI) and langkah < (3 if jf else 4):
            if jf is None:
                nama = self.rng.choice(about["pelaksana"]["nama"])
            else:
                nama = f"{jf['nama']} {jf['jenjang'][langkah]}"
            sk = self.panggung.sk(hari)
            yield Tugas(orang, sub, nama, "definitif", hari, no_sk=sk, tgl_sk=hari)
            langkah += 1
            if orang.jenis != "PNS":
                return
            hari = lebih(hari, bulan=self.rng.randrange(60, 132)).replace(day=1)

    def _kisah(self) -> None:
        """A planner who changes units in the middle of 2025; contract staff who become civil servants."""
        pindah, ganti = kisah.orang("pindah_tengah_tahun"), kisah.orang("ganti_nip")
        sub = self.panggung.sotk.sub
        for n in range(2):
            orang = self.lahiran.orang(lahir=date(1988 + n, 5, 11), masuk=date(2014, 3, 1))
            nama = f"Perencana {('Ahli Pertama', 'Ahli Muda')[n]}"
            for hari, unit in ((orang.masuk, pindah["dari"]), (pindah["mulai"], pindah["opd"])):
                self.panggung.catat(Tugas(orang, sub[unit][0], nama, "definitif", hari, no_sk=self.panggung.sk(hari),
                                          tgl_sk=hari))  # fmt: skip
        for n in range(3):
            orang = self.lahiran.orang(lahir=date(1993, 2 + n, 20), masuk=date(2021, 2, 1), jenis="PPPK")
            nama, sk = "Pranata Komputer Ahli Pertama", self.panggung.sk(orang.masuk)
            unit = sub[ganti["opd"]][0]
            self.panggung.catat(Tugas(orang, unit, nama, "definitif", orang.masuk, no_sk=sk, tgl_sk=orang.masuk))
            orang.jenis = "PNS"
            orang.nip.append((ganti["mulai"], self.lahiran.nip(orang, ganti["mulai"], "PNS")))
