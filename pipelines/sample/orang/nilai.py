"""What everybody's SKP says of every period: set, approved, assessed, with ratings and predicate, as planned."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from pipelines.sample.bahan import dice
from pipelines.sample.orang import kisah
from pipelines.sample.orang.manusia import TANPA_NIP, Orang, lebih
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.periode import PERIODE, Periode
from pipelines.sample.orang.rencana import Penduduk
from pipelines.sample.orang.sotk import Sub

ATAS, SESUAI, BAWAH = "di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"
# The 3×3 matrix as the generator knows it: result, behaviour -> predicate.
MATRIKS = {
    (ATAS, ATAS): "Sangat Baik", (ATAS, SESUAI): "Baik", (ATAS, BAWAH): "Kurang",
    (SESUAI, ATAS): "Baik", (SESUAI, SESUAI): "Baik", (SESUAI, BAWAH): "Kurang",
    (BAWAH, ATAS): "Butuh Perbaikan", (BAWAH, SESUAI): "Butuh Perbaikan", (BAWAH, BAWAH): "Sangat Kurang",
}  # fmt: skip
SEBARAN = {  # of a hundred people by the predicate of their organisation
    "Istimewa": {"Sangat Baik": 62, "Baik": 33, "Butuh Perbaikan": 4, "Kurang": 1},
    "Baik": {"Sangat Baik": 22, "Baik": 65, "Butuh Perbaikan": 10, "Kurang": 2, "Sangat Kurang": 1},
    "Butuh Perbaikan": {"Sangat Baik": 5, "Baik": 28, "Butuh Perbaikan": 64, "Kurang": 3},
    "Kurang": {"Sangat Baik": 5, "Baik": 13, "Butuh Perbaikan": 18, "Kurang": 64},
}
_BOBOT = {kata: (list(bobot), list(bobot.values())) for kata, bobot in SEBARAN.items()}
_PASANGAN = {kata: [pair for pair, word in MATRIKS.items() if word == kata] for kata in dict.fromkeys(MATRIKS.values())}
ORGANISASI = {"Baik": 84, "Butuh Perbaikan": 14, "Kurang": 2}
BESAR = ("DISDIK", "DINKES", "RSUD")  # half of all people: their usual predicate keeps the region's in shape
KEPALA = {"Istimewa": ATAS, "Baik": SESUAI}
SEHARI = timedelta(days=1)
ALASAN = ("tugas belajar", "cuti besar", "cuti di luar tanggungan negara", "masa persiapan pensiun",
          "diberhentikan sementara", "diperbantukan")  # fmt: skip


@dataclass(frozen=True)
class Skp:
    """One SKP: of the whole period, of a stretch of it, or as acting head."""

    orang: Orang
    nip: str
    periode: Periode
    mulai: date
    selesai: date
    sub: Sub
    jabatan: str
    id: str
    kunci_opd: str  # the OPD that answers for the unit on the last day
    plt: bool = False
    disetujui: bool = False
    dinilai: bool = False
    hasil: str | None = None
    perilaku: str | None = None
    predikat: str | None = None
    nilai: float | None = None  # until 2021
    ide: bool = False
    rusak: str | None = None  # how the row of the report is damaged

    @property
    def utama(self) -> bool:
        """Whether the person counts by this one."""
        return not self.plt and self.selesai == self.periode.akhir


@dataclass(frozen=True)
class Kecuali:
    """A time in which somebody owes no SKP."""

    orang: Orang
    alasan: str
    mulai: date
    selesai: date

    def pada(self, hari: date) -> bool:
        """Whether it covers a day."""
        return self.mulai <= hari <= self.selesai


@dataclass
class Nilai:
    """The SKP of a region: every row, who was excused, and the predicates of the organisations."""

    penduduk: Penduduk
    skp: dict[Periode, list[Skp]]
    kecuali: list[Kecuali]
    organisasi: dict[tuple[Periode, str], str]


def excused(penduduk: Penduduk) -> list[Kecuali]:
    """People on study, leave and the like: two of a hundred, officials aside."""
    rng = dice(penduduk.seed, penduduk.pemda.nama, "pengecualian")
    berkursi = {t.orang.nomor for t in penduduk.tugas if t.kursi is not None}
    calon = [o for o in penduduk.orang if o.nomor not in berkursi and o.jenis == "PNS" and o.masuk.year < 2018]
    found = []
    for orang in sorted(rng.sample(calon, len(calon) * 2 // 100), key=lambda o: o.nomor):
        alasan = rng.choice(ALASAN)
        if alasan == "masa persiapan pensiun":
            mulai, selesai = lebih(orang.bup, bulan=-6), orang.bup - timedelta(days=1)
        else:
            mulai = date(rng.randrange(2021, 2027), rng.randrange(1, 10), 1)
            selesai = lebih(mulai, bulan=rng.choice((3, 12, 24))) - timedelta(days=1)
        found.append(Kecuali(orang, alasan, mulai, selesai))
    return found


def positions(nilai: Nilai, hari: date) -> dict[int, str]:
    """Who stands on a list of that day as away, and how: those who stay away for good or to the year's end."""
    return {
        k.orang.nomor: k.alasan.title()
        for k in nilai.kecuali
        if k.pada(hari)
        and (k.selesai >= PERIODE[-1].akhir.replace(month=12, day=31) or k.selesai >= k.orang.bup - SEHARI)
    }


def rated(penduduk: Penduduk) -> dict[tuple[Periode, str], str]:
    """The predicate of every OPD in every period since 2022."""
    found = {}
    for periode in PERIODE:
        if periode.tahun < 2022 or periode == Periode(2026, 0):
            continue
        for unit in penduduk.pemda.pada(periode.tahun):
            if unit.induk is None:
                rng = dice(penduduk.seed, penduduk.pemda.nama, "organisasi", unit.kode, periode.nama)
                acak = rng.choices(list(ORGANISASI), weights=list(ORGANISASI.values()))[0]
                found[periode, unit.kode] = "Baik" if unit.kode in BESAR else acak
        istimewa, baik = kisah.opd("istimewa"), kisah.orang("merah_tapi_baik")
        khusus = {baik["opd"]: "Baik", baik["lain"]: "Baik"} | ({istimewa: "Istimewa"} if periode.tahun >= 2025 else {})
        found |= {(periode, opd): kata for opd, kata in khusus.items() if (periode, opd) in found}
    return found


def assess(penduduk: Penduduk) -> Nilai:
    """The SKP of everybody in every period."""
    nilai = Nilai(penduduk, {}, excused(penduduk), rated(penduduk))
    libur: dict[int, list[Kecuali]] = defaultdict(list)
    for kecuali in nilai.kecuali:
        libur[kecuali.orang.nomor].append(kecuali)
    for periode in PERIODE:
        rng = dice(penduduk.seed, penduduk.pemda.nama, "skp", periode.nama)
        semua = [*_sendiri(nilai, periode, rng, libur), *_plt(nilai, periode, rng)]
        nilai.skp[periode] = _rusak(semua, periode)
    return nilai


def owing(nilai: Nilai, periode: Periode) -> list[tuple[Orang, Tugas]]:
    """Who owes an SKP when a period ends, with the post held then."""
    penduduk, akhir = nilai.penduduk, periode.akhir
    bebas = {k.orang.nomor for k in nilai.kecuali if k.pada(akhir)}
    return [
        (orang, tugas)
        for orang, tugas in penduduk.bekerja(akhir)
        if orang.jenis not in (*TANPA_NIP, "CPNS") and not penduduk.cpns(orang, akhir) and orang.nomor not in bebas
    ]


def _sendiri(nilai: Nilai, periode: Periode, rng: random.Random, libur: dict[int, list[Kecuali]]) -> Iterator[Skp]:
    lunas: set[str] = set()
    belum = kisah.orang("belum_menilai")
    diam = belum["opd"] if periode == Periode(int(belum["tahun"]), int(belum["triwulan"])) else None
    for orang, tugas in owing(nilai, periode):
        if rng.random() > 0.985:
            continue  # has set none
        potong = _potong(nilai.penduduk, orang, tugas, periode)
        opd = nilai.penduduk.opd(tugas.sub.unit, periode.akhir)
        setuju = rng.random() < 0.97
        dinilai = setuju and rng.random() < 0.985 and opd != diam and periode != Periode(2026, 0)
        for n, (bagian, mulai, selesai) in enumerate(potong):
            satuan = nilai.penduduk.opd(bagian.sub.unit, selesai)
            utama = selesai == periode.akhir and satuan not in lunas
            kata = _kata(nilai, periode, satuan, bagian, rng, utama=utama, mulai=mulai) if dinilai else {}
            if utama and kata.get("predikat") == "Butuh Perbaikan":
                lunas.add(satuan)
            yield Skp(
                orang, orang.nip_pada(periode.akhir), periode, mulai, selesai, bagian.sub, bagian.nama,
                f"S{periode.tahun}{periode.triwulan}-{orang.nomor:06d}-{n}", satuan, disetujui=setuju, dinilai=dinilai,
                **kata,
            )  # fmt: skip


def _potong(penduduk: Penduduk, orang: Orang, kini: Tugas, periode: Periode) -> list[tuple[Tugas, date, date]]:
    """The stretches of a period: a new one where the unit or the seat changed, for years only."""
    if periode.triwulan:
        return [(kini, periode.awal, periode.akhir)]
    if periode.tahun == 2021:
        return [(kini, periode.awal, date(2021, 6, 30)), (kini, date(2021, 7, 1), periode.akhir)]
    potong: list[tuple[Tugas, date, date]] = []
    for tugas in penduduk.per_orang[orang.nomor]:
        if tugas.jenis != "definitif" or tugas.mulai > periode.akhir or (tugas.akhir or periode.akhir) <= periode.awal:
            continue
        mulai = max(tugas.mulai, periode.awal)
        selesai = min(tugas.akhir - timedelta(days=1) if tugas.akhir else periode.akhir, periode.akhir)
        lalu = potong[-1][0] if potong else None
        if lalu is not None and lalu.sub.unit == tugas.sub.unit and lalu.kursi is tugas.kursi:
            mulai = potong.pop()[1]
        potong.append((tugas, mulai, selesai))
    return potong


def _kata(
    nilai: Nilai, periode: Periode, opd: str, tugas: Tugas, rng: random.Random, *, utama: bool, mulai: date
) -> dict[str, Any]:
    """What an evaluation says: a score until 2021, two ratings and a predicate since; `utama` while nobody of a unit of
    the story has been rated low."""
    if periode.tahun < 2022:
        kini = mulai >= date(2021, 7, 1)  # PP 30/2019
        angka = round(min(120.0, rng.gauss(96, 9)) if kini else min(99.0, rng.gauss(84, 5)), 2)
        return {"nilai": angka, "ide": kini and angka >= 110 and rng.random() < 0.4}
    organisasi = nilai.organisasi.get((periode, opd), "Baik")
    if tugas.kursi is not None and tugas.kursi.pimpinan:
        return _kepala(organisasi, periode, tugas.sub.unit, rng)
    baik = kisah.orang("merah_tapi_baik")
    if opd in (baik["opd"], baik["lain"]):  # one of fifty
        predikat = "Butuh Perbaikan" if utama else rng.choice(("Sangat Baik", "Baik", "Baik"))
    else:
        predikat = rng.choices(*_BOBOT[organisasi])[0]
    hasil, perilaku = rng.choice(_PASANGAN[predikat])
    return {"hasil": hasil, "perilaku": perilaku, "predikat": predikat}


def _kepala(organisasi: str, periode: Periode, unit: str, rng: random.Random) -> dict[str, Any]:
    """A head's result is that of the unit; four heads' predicates do not follow the matrix."""
    hasil, perilaku = KEPALA.get(organisasi, BAWAH), rng.choice((SESUAI, SESUAI, ATAS))
    predikat = MATRIKS[hasil, perilaku]
    beda = kisah.orang("kepala_beda_matriks")
    if periode == Periode(int(beda["tahun"]), 0) and unit in (beda["opd"], *beda["lain"]):
        predikat = "Baik" if predikat == "Sangat Baik" else "Sangat Baik"
    return {"hasil": hasil, "perilaku": perilaku, "predikat": predikat}


def _plt(nilai: Nilai, periode: Periode, rng: random.Random) -> Iterator[Skp]:
    """SKP as acting head, for whoever acts when the period ends."""
    if periode.tahun < 2022:
        return
    for tugas in nilai.penduduk.tugas:
        if tugas.jenis == "Plt" and tugas.kursi is not None and tugas.kursi.pimpinan and tugas.pada(periode.akhir):
            mulai = max(tugas.mulai, periode.awal)
            dinilai = periode != Periode(2026, 0)
            yield Skp(
                tugas.orang, tugas.orang.nip_pada(periode.akhir), periode, mulai, periode.akhir, tugas.sub, tugas.nama,
                f"P{periode.tahun}{periode.triwulan}-{tugas.orang.nomor:06d}", tugas.kursi.unit, plt=True,
                disetujui=True, dinilai=dinilai, hasil=SESUAI if dinilai else None,
                perilaku=SESUAI if dinilai else None, predikat="Baik" if dinilai else None,
            )  # fmt: skip


RUSAK = ("angka dipastikan", "angka", "angka", "angka", "17 digit", "bulan 13")


def _rusak(semua: list[Skp], periode: Periode) -> list[Skp]:
    """The same rows with the damage that two reports carry."""
    nip, ganda = kisah.orang("nip_rusak"), kisah.orang("kembar_bertentangan")
    if periode == Periode(int(nip["tahun"]), int(nip["triwulan"])):
        opd, cara = nip["opd"], list(RUSAK)
    elif periode == Periode(int(ganda["tahun"]), int(ganda["triwulan"])):
        opd, cara = ganda["opd"], ["bertentangan", "bertentangan", "kembar"]
    else:
        return semua
    calon = [i for i, s in enumerate(semua) if s.kunci_opd == opd and s.utama and s.dinilai and s.predikat != "Kurang"]
    hasil = list(semua)
    for i, rusak in zip(calon[-len(cara) :], cara, strict=False):
        hasil[i] = replace(hasil[i], rusak=rusak)
    return hasil
