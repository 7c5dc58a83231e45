"""The stories about people as things that happen on a day; what they are stands in kisah_orang.toml."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pipelines.sample.bahan import table
from pipelines.sample.orang.panggung import Hari, Panggung, Tugas

Kejadian = Callable[[Panggung, date], None]
TERTUTUP = ((date(2024, 3, 22), date(2025, 8, 20)),)  # replacements need approval: vacant seats wait
PENSIUN_LAMA = (2023, 9)  # from that month on the first heads of those units retire, one a month


def orang(key: str) -> dict[str, Any]:
    """A story about people: its unit, its words, and what makes it happen."""
    return dict(table("kisah_orang")[key])


def opd(key: str) -> str:
    """The unit a story about people is about."""
    return str(orang(key)["opd"])


def semua() -> dict[str, dict[str, Any]]:
    """Every story about people as the manifest carries it, dates as text."""
    return {
        key: {k: about[k] for k in ("opd", "id", "en", "lihat")}
        | ({"tahun": about["tahun"]} if "tahun" in about else {})
        for key, about in table("kisah_orang").items()
    }


def tertutup(hari: date) -> bool:
    """Whether a day lies in a span in which officials are not replaced without approval."""
    return any(awal <= hari < akhir for awal, akhir in TERTUTUP)


def _pensiun() -> dict[str, date]:
    return dict(orang("pensiun")["kepala"])


def kelahiran(kursi: str, rng: random.Random) -> date | None:
    """When the first holder of a seat must be born for a story to come true."""
    kode, _, jenis = kursi.rpartition("-")
    if kode not in _pensiun():
        return None
    if jenis == "SEKRETARIS":  # becomes head in 2024 and retires at sixty
        pergi = _pensiun()[kode]
    elif jenis == "KEPALA":
        n = list(_pensiun()).index(kode) % 4
        pergi = date(PENSIUN_LAMA[0], PENSIUN_LAMA[1] + n, 1)
    else:
        return None
    bulan = pergi.month - 1 or 12
    return date(pergi.year - 60 - (pergi.month == 1), bulan, rng.randrange(1, 29))


def ditangani(kursi: str, hari: date) -> bool:
    """Whether a story says by itself who sits or acts there from that day on."""
    kode, _, jenis = kursi.rpartition("-")
    if jenis != "KEPALA" or hari < date(2026, 1, 1):
        return False
    return kode in {opd(k) for k in ("plt_89", "plt_91", "plt_181", "plt_bergantian", "kepala_kosong")}


def dijaga(kursi: str, hari: date) -> bool:
    """Whether a seat that is empty on a day of inauguration stays so for a story."""
    kode, _, jenis = kursi.rpartition("-")
    pensiun = jenis == "KEPALA" and kode in _pensiun() and hari >= date(2026, 1, 1)
    return pensiun or hari >= orang("lima_eselon_dua")["tanggal"]


def diam(kursi: str, hari: date) -> bool:
    """Whether the holder of a seat is left where it is, for what happens there soon."""
    ganda = orang("definitif_ganda")
    return hari >= date(2025, 8, 1) and kursi in (ganda["kursi"], f"{ganda['opd']}-BIDANG-1")


def janji(panggung: Panggung, hari: Hari) -> None:
    """The moves that stories want on a day of inauguration, before all others."""
    lima = orang("lima_eselon_dua")
    if hari.tmt == orang("pensiun")["naik"]:
        for kode in _pensiun():
            _pindah(panggung, f"{kode}-KEPALA", f"{kode}-SEKRETARIS", hari, "seleksi terbuka")
    elif hari.tmt == lima["tanggal"]:
        for cara, pasangan in (("seleksi terbuka", lima["seleksi"]), ("rotasi", lima["rotasi"])):
            for tujuan, asal in pasangan:
                _pindah(panggung, tujuan, asal, hari, cara)
    elif hari.tmt == lima["lanjutan"]:
        for tujuan, asal in lima["promosi"]:
            _pindah(panggung, tujuan, asal, hari, "promosi")


def _pindah(panggung: Panggung, tujuan: str, asal: str, hari: Hari, cara: str) -> None:
    siapa = panggung.duduk.get(asal)
    if siapa is not None and tujuan in panggung.sotk.kursi and panggung.duduk.get(tujuan) is None:
        panggung.angkat(siapa, panggung.sotk.kursi[tujuan], hari, cara)


def kejadian(panggung: Panggung) -> Iterator[tuple[date, Kejadian]]:
    """What happens on days of its own: acting heads of the stories, and the late decree."""
    for key in ("plt_89", "plt_91", "plt_181"):
        about = orang(key)
        yield about["mulai"], _plt(f"{about['opd']}-KEPALA", about["oleh"])
    ganti = orang("plt_bergantian")
    for oleh, mulai in ganti["masa"]:
        yield mulai, _plt(f"{ganti['opd']}-KEPALA", oleh)
    ganda = orang("definitif_ganda")
    yield ganda["pindah"], _ganda(ganda)


def _plt(kursi: str, oleh: str) -> Kejadian:
    def terjadi(panggung: Panggung, hari: date) -> None:
        siapa = panggung.duduk.get(oleh)
        if siapa is not None and kursi in panggung.sotk.kursi:
            panggung.tunjuk(panggung.sotk.kursi[kursi], siapa, hari)

    return terjadi


def _ganda(about: dict[str, Any]) -> Kejadian:
    """The earlier holder's move is decreed late: the later one has held the seat since before."""

    def terjadi(panggung: Panggung, hari: date) -> None:
        kursi, lama = panggung.sotk.kursi[about["kursi"]], panggung.duduk.get(about["kursi"])
        baru = panggung.duduk.get(f"{kursi.unit}-BIDANG-1")
        if lama is None or baru is None or panggung.kini[baru.nomor].mulai >= about["mulai"]:
            return
        sub = panggung.sotk.sub[about["ke"]][0]
        panggung.catat(
            Tugas(lama, sub, about["menjadi"], "definitif", hari, cara="lainnya", no_sk=panggung.sk(hari), tgl_sk=hari)
        )
        panggung.angkat(baru, kursi, Hari(about["mulai"], about["mulai"]), "promosi").direkam = hari

    return terjadi
