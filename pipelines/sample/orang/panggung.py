"""Who sits where: posts are given and left on a stage that keeps every assignment with its first and last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pipelines.sample.orang.manusia import Orang
from pipelines.sample.orang.sotk import Kursi, Sotk, Sub


@dataclass
class Tugas:
    """One assignment of one person: a seat, or a title in a unit; days half-open, no end while it runs."""

    orang: Orang
    sub: Sub
    nama: str
    jenis: str  # definitif, Plt
    mulai: date
    kursi: Kursi | None = None
    eselon: str | None = None
    akhir: date | None = None
    pelantikan: date | None = None
    cara: str | None = None
    batch: str | None = None
    no_sk: str | None = None
    tgl_sk: date | None = None
    direkam: date | None = None  # SIASN shows it from that day on, where that is later than usual

    def pada(self, hari: date) -> bool:
        """Whether it runs on a day."""
        return self.mulai <= hari and (self.akhir is None or hari < self.akhir)


@dataclass(frozen=True)
class Hari:
    """A day of inauguration: when posts begin, when people were sworn in, and under which name."""

    tmt: date
    pelantikan: date
    kode: str | None = None


@dataclass
class Panggung:
    """The seats of a region through time."""

    sotk: Sotk
    duduk: dict[str, Orang | None] = field(default_factory=dict)  # definitive holder by seat
    kini: dict[int, Tugas] = field(default_factory=dict)  # the definitive post by person
    plt: dict[str, Tugas] = field(default_factory=dict)  # the acting one by seat
    semua: list[Tugas] = field(default_factory=list)
    nomor_sk: int = 100

    def kosong(self, tingkat: str, hari: date) -> list[Kursi]:
        """Seats of a level that nobody holds and that still stand."""
        return [k for k in self.tersedia(tingkat, hari) if self.duduk.get(k.kode) is None]

    def tersedia(self, tingkat: str, hari: date) -> list[Kursi]:
        """Seats of a level that stand on a day."""
        return [k for k in self.sotk.kursi.values() if k.tingkat == tingkat and self.berdiri(k, hari)]

    def berdiri(self, kursi: Kursi, hari: date) -> bool:
        """Whether a seat and its unit stand on a day."""
        akhir = kursi.sampai or self.sotk.opd[kursi.unit].sampai
        return akhir is None or hari < akhir

    def angkat(self, orang: Orang, kursi: Kursi, hari: Hari, cara: str | None) -> Tugas:
        """Gives a seat to a person, who leaves the one held before; whoever acted on it stops."""
        self.lepas(orang, hari.tmt)
        self.berhenti_plt(kursi.kode, hari.tmt)
        tugas = Tugas(
            orang, kursi.sub, kursi.nama, "definitif", hari.tmt, kursi, kursi.eselon, pelantikan=hari.pelantikan,
            cara=cara, batch=hari.kode, no_sk=self.sk(hari.pelantikan), tgl_sk=hari.pelantikan,
        )  # fmt: skip
        if kursi.tingkat == "II":
            orang.batas_usia = 60
        self.duduk[kursi.kode] = orang
        self.kini[orang.nomor] = tugas
        self.semua.append(tugas)
        return tugas

    def catat(self, tugas: Tugas) -> Tugas:
        """A post without a seat: the person leaves what was held before."""
        self.lepas(tugas.orang, tugas.mulai)
        self.kini[tugas.orang.nomor] = tugas
        self.semua.append(tugas)
        return tugas

    def lepas(self, orang: Orang, hari: date) -> Kursi | None:
        """Ends what a person holds definitively; gives back the seat that is empty now."""
        tugas = self.kini.pop(orang.nomor, None)
        if tugas is None:
            return None
        tugas.akhir = hari
        if tugas.kursi is not None and self.duduk.get(tugas.kursi.kode) is orang:
            self.duduk[tugas.kursi.kode] = None
        return tugas.kursi

    def tunjuk(self, kursi: Kursi, orang: Orang, mulai: date) -> Tugas:
        """Lets a person act on a seat until somebody comes."""
        self.berhenti_plt(kursi.kode, mulai)
        tugas = Tugas(
            orang, kursi.sub, kursi.nama, "Plt", mulai, kursi, kursi.eselon, no_sk=self.sk(mulai), tgl_sk=mulai
        )
        self.plt[kursi.kode] = tugas
        self.semua.append(tugas)
        return tugas

    def berhenti_plt(self, kode: str, hari: date) -> None:
        """Ends the acting on a seat, if there is any."""
        tugas = self.plt.pop(kode, None)
        if tugas is not None:
            tugas.akhir = hari
            if tugas.mulai >= hari:  # never began
                self.semua.remove(tugas)

    def pengganti(self, kursi: Kursi) -> Orang | None:
        """Who usually acts on a seat: of a head the secretary, of a secretary the first head of a bidang."""
        calon: Iterator[str]
        if kursi.kode.endswith("-KEPALA"):
            calon = (f"{kursi.unit}-{k}" for k in ("SEKRETARIS", "BIDANG-1", "BIDANG-2", "ASISTEN-1", "ASISTEN-2"))
        elif kursi.kode.endswith("-SEKRETARIS"):
            calon = (f"{kursi.unit}-BIDANG-{n}" for n in (1, 2, 3))
        else:
            return None
        return next((orang for kode in calon if (orang := self.duduk.get(kode)) is not None), None)

    def sk(self, hari: date) -> str:
        """The next number of a decree."""
        self.nomor_sk += 1
        return f"821.2/{self.nomor_sk}/FIKTIF/{hari.year}"
