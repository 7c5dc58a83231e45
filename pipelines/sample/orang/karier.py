"""The careers of officials, 2015 until now: retirements month by month, and the days on which many are moved."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.sample.bahan import table
from pipelines.sample.orang import kisah
from pipelines.sample.orang.manusia import Kelahiran, Orang, lebih
from pipelines.sample.orang.panggung import Hari, Panggung, Tugas
from pipelines.sample.orang.sotk import PENYETARAAN, TINGKAT, Kursi

AWAL, AKHIR = date(2015, 1, 1), date(2026, 11, 30)
TIDAK_LAHIR = (1966, 1968)  # they would retire in 2026, which only the stories may
UMUR = {"II": (1956, 1966), "IIIa": (1958, 1970), "IIIb": (1960, 1976), "IV": (1962, 1986)}
_Kejadian = tuple[date, int, Any]


@dataclass
class Karier:
    """The stage, the dice, and whoever makes new people."""

    panggung: Panggung
    rng: random.Random
    lahiran: Kelahiran

    def jalan(self) -> None:
        """Everything that happens to officials, in the order of its days."""
        self._mula()
        for hari, _, apa in sorted(self._kejadian(), key=lambda k: k[:2]):
            if apa is None:
                self._pensiun(hari)
            elif isinstance(apa, dict):
                self._pelantikan(apa)
            else:
                apa(self.panggung, hari)

    def _kejadian(self) -> Iterator[_Kejadian]:
        bulan = AWAL
        while bulan <= AKHIR:
            yield bulan, 0, None
            bulan = lebih(bulan, bulan=1)
        for n, hari in enumerate(table("pelantikan")["hari"]):
            yield hari.get("tmt", hari["tanggal"]), 10 + n, hari
        for n, (hari, apa) in enumerate(kisah.kejadian(self.panggung)):
            yield hari, 100 + n, apa

    # ---- the first holders -------------------------------------------------------------------------------------

    def _mula(self) -> None:
        for kursi in self.panggung.sotk.kursi.values():
            awal, akhir = UMUR[kursi.tingkat]
            lahir = self.lahiran.lahir(awal, akhir, tanpa=TIDAK_LAHIR)
            khusus = kisah.kelahiran(kursi.kode, self.rng)
            hari = date(self.rng.choice((2013, 2014)), self.rng.randrange(1, 13), self.rng.choice((2, 6, 13, 20)))
            orang = self._pejabat_baru(kursi, khusus or lahir, hari)
            orang.tetap = khusus is not None
            self.panggung.angkat(orang, kursi, Hari(hari, hari), None)

    def _pejabat_baru(self, kursi: Kursi, lahir: date, hari: date) -> Orang:
        """Somebody who worked in the unit before the seat was given."""
        masuk = date(min(lahir.year + self.rng.randrange(22, 30), hari.year - 2), self.rng.choice((1, 3, 4, 12)), 1)
        orang = self.lahiran.orang(lahir=lahir, masuk=masuk, pejabat=True)
        nama = self.rng.choice(table("sotk")["pelaksana"]["nama"])
        self.panggung.catat(Tugas(orang, self.panggung.sotk.sub[kursi.unit][0], nama, "definitif", masuk))
        if hari.year - masuk.year > 8:
            jf = table("sotk")["jf"][table("sotk")["pelaksana"]["seksi_jf"]]
            naik = date(masuk.year + 5, 4, 1)
            self.panggung.catat(Tugas(orang, kursi.sub, f"{jf['nama']} {jf['jenjang'][0]}", "definitif", naik))
        return orang

    # ---- leaving ------------------------------------------------------------------------------------------------

    def _pensiun(self, hari: date) -> None:
        """Whoever reaches the age limit on the first of a month leaves; somebody acts for a head or secretary."""
        pergi = [t.orang for t in self.panggung.kini.values() if t.orang.bup == hari]
        pergi += [t.orang for t in self.panggung.plt.values() if t.orang.bup == hari and t.orang not in pergi]
        terbuka = [kursi for orang in pergi if (kursi := self.panggung.lepas(orang, hari)) is not None]
        for kode, tugas in list(self.panggung.plt.items()):
            if tugas.orang in pergi and tugas.kursi is not None:
                self.panggung.berhenti_plt(kode, hari)
                terbuka.append(tugas.kursi)
        for kode, unit in self.panggung.sotk.opd.items():
            if unit.sampai == hari:  # merged into another: its people go there
                self._bubar(kode, unit.digabung_ke or kode, hari)
        for kursi in terbuka:
            if not kisah.ditangani(kursi.kode, hari) and self.panggung.berdiri(kursi, hari):
                self._wakilkan(kursi, hari)

    def _wakilkan(self, kursi: Kursi, hari: date) -> None:
        orang = self.panggung.pengganti(kursi)
        if orang is not None:
            self.panggung.tunjuk(kursi, orang, hari)

    def _bubar(self, kode: str, ke: str, hari: date) -> None:
        """The end of a unit: its officials become functional staff of the one it joins."""
        jf = table("sotk")["jf"]["arsiparis"]
        for kursi in [k for k in self.panggung.sotk.kursi.values() if k.unit == kode]:
            self.panggung.berhenti_plt(kursi.kode, hari)
            orang = self.panggung.duduk.get(kursi.kode)
            if orang is not None:
                nama = f"{jf['nama']} {jf['jenjang'][-1]}"
                sub = self.panggung.sotk.sub[ke][0]
                sk = self.panggung.sk(hari)
                self.panggung.catat(
                    Tugas(orang, sub, nama, "definitif", hari, cara="pengukuhan", no_sk=sk, tgl_sk=hari)
                )

    # ---- moving -------------------------------------------------------------------------------------------------

    def _pelantikan(self, apa: dict[str, Any]) -> None:
        hari = Hari(apa.get("tmt", apa["tanggal"]), apa["tanggal"], apa.get("kode"))
        if apa.get("pengukuhan"):
            self._kukuhkan(hari)
        elif apa.get("penyetaraan"):
            self._setarakan(hari)
        else:
            kisah.janji(self.panggung, hari)
            if apa.get("putar"):
                self._putar([f"{kode}-KEPALA" for kode in apa["putar"]], hari)
            for tingkat, porsi in zip(TINGKAT, apa["porsi"], strict=True):
                self._acak(tingkat, porsi, hari)
            self._isi(hari, sebanyak=apa.get("isi"), semua=not kisah.tertutup(hari.tmt))
        self._rawat(hari.tmt)

    def _kukuhkan(self, hari: Hari) -> None:
        for tingkat in TINGKAT[:3]:
            for kursi in self.panggung.tersedia(tingkat, hari.tmt):
                orang = self.panggung.duduk.get(kursi.kode)
                if orang is not None:
                    self.panggung.angkat(orang, kursi, hari, "pengukuhan")

    def _setarakan(self, hari: Hari) -> None:
        """The heads of sections become functional staff; their seats end."""
        jf = table("sotk")["jf"][table("sotk")["pelaksana"]["seksi_jf"]]
        for kursi in [k for k in self.panggung.sotk.kursi.values() if k.sampai == PENYETARAAN]:
            orang = self.panggung.duduk.get(kursi.kode)
            if orang is not None:
                tugas = Tugas(
                    orang, kursi.sub, f"{jf['nama']} {jf['jenjang'][1]}", "definitif", hari.tmt,
                    pelantikan=hari.pelantikan, cara="penyetaraan", batch=hari.kode, no_sk=self.panggung.sk(hari.tmt),
                    tgl_sk=hari.pelantikan,
                )  # fmt: skip
                self.panggung.catat(tugas)

    def _acak(self, tingkat: str, porsi: int, hari: Hari) -> None:
        dapat = [
            k.kode
            for k in self.panggung.tersedia(tingkat, hari.tmt)
            if (o := self.panggung.duduk.get(k.kode)) is not None
            and not o.tetap
            and self._siap(o, hari.tmt)
            and not kisah.diam(k.kode, hari.tmt)
        ]
        banyak = len(dapat) * porsi // 100
        if banyak > 1:
            self._putar(self.rng.sample(dapat, banyak), hari)

    def _putar(self, kode: Sequence[str], hari: Hari) -> None:
        """Each takes the seat of the one before in the list, the first that of the last."""
        ada = [(k, o) for k in kode if k in self.panggung.sotk.kursi and (o := self.panggung.duduk.get(k)) is not None]
        for _, orang in ada:
            self.panggung.lepas(orang, hari.tmt)
        for (tujuan, _), (_, orang) in zip(ada, ada[1:] + ada[:1], strict=True):
            cara = "uji kompetensi" if tujuan.endswith("-KEPALA") and self.rng.random() < 0.15 else "rotasi"
            self.panggung.angkat(orang, self.panggung.sotk.kursi[tujuan], hari, cara)

    def _isi(self, hari: Hari, *, sebanyak: int | None, semua: bool) -> None:
        """Fills empty seats from the level below, top down; the lowest with people of the unit."""
        for tingkat in TINGKAT:
            kosong = [k for k in self.panggung.kosong(tingkat, hari.tmt) if not kisah.dijaga(k.kode, hari.tmt)]
            if sebanyak is not None:
                kosong = [k for k in kosong if k.pimpinan][:sebanyak] if tingkat == "II" else []
            elif not semua:
                kosong = []
            for kursi in kosong:
                self._angkat_dari_bawah(kursi, hari)

    def _angkat_dari_bawah(self, kursi: Kursi, hari: Hari) -> None:
        if kursi.tingkat == TINGKAT[-1]:
            lahir = self.lahiran.lahir(hari.tmt.year - 46, hari.tmt.year - 32, tanpa=TIDAK_LAHIR)
            self.panggung.angkat(self._pejabat_baru(kursi, lahir, hari.tmt), kursi, hari, "promosi")
            return
        calon = self._calon(kursi, hari)
        if calon is None:
            lahir = self.lahiran.lahir(hari.tmt.year - 50, hari.tmt.year - 40, tanpa=TIDAK_LAHIR)
            calon = self._pejabat_baru(kursi, lahir, hari.tmt)
        cara = "seleksi terbuka" if kursi.tingkat == "II" and self.rng.random() < 0.8 else "promosi"
        self.panggung.angkat(calon, kursi, hari, cara)

    def _calon(self, kursi: Kursi, hari: Hari) -> Orang | None:
        bawah = TINGKAT[TINGKAT.index(kursi.tingkat) + 1] if kursi.kode != "SETDA-KEPALA" else "II"
        semua = [
            (k, o)
            for k in self.panggung.tersedia(bawah, hari.tmt)
            if (o := self.panggung.duduk.get(k.kode)) is not None
            and not o.tetap
            and self._siap(o, hari.tmt)
            and not kisah.diam(k.kode, hari.tmt)
        ]
        sendiri = [o for k, o in semua if k.unit == kursi.unit]
        if sendiri and self.rng.random() < 0.55:
            return self.rng.choice(sendiri)
        return self.rng.choice(semua)[1] if semua else None

    def _siap(self, orang: Orang, hari: date) -> bool:
        """Whether somebody is long enough in the post, and far enough from retirement, to be moved."""
        tugas = self.panggung.kini[orang.nomor]
        return lebih(tugas.mulai, bulan=6) <= hari and lebih(hari, bulan=18) < orang.bup

    def _rawat(self, hari: date) -> None:
        """Heads' seats that a move left empty get somebody who acts; who has left the unit stops acting."""
        for kode, tugas in list(self.panggung.plt.items()):
            kini = self.panggung.kini.get(tugas.orang.nomor)
            pindah = kini is not None and kini.mulai == hari and kini.sub.unit != tugas.sub.unit
            if (kini is None or pindah) and tugas.kursi is not None and not kisah.ditangani(kode, hari):
                self.panggung.berhenti_plt(kode, hari)
                self._wakilkan(tugas.kursi, hari)
        for kursi in [*self.panggung.kosong("II", hari), *self.panggung.kosong("IIIa", hari)]:
            if kursi.kode not in self.panggung.plt and not kisah.ditangani(kursi.kode, hari):
                self._wakilkan(kursi, hari)
