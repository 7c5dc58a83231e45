"""Which indicators of agreements the SKP of a person serves."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.sample.kinerja import kisah
from pipelines.sample.kinerja.daerah import berdiri
from pipelines.sample.kinerja.rencana import Kinerja
from pipelines.sample.kinerja.ukuran import Angka, Setahun, tulis
from pipelines.sample.orang.nilai import Skp
from pipelines.sample.orang.sotk import Kursi

Keluaran = tuple[
    str, str, str, str, str | None, str | None, str
]  # code, indicator, unit, arah, target, reached, serves


def served(kinerja: Kinerja | None, skp: Skp) -> list[str | None]:
    """What the SKP of an official serves: the seat's agreement, else that of the seat above; none for orphans."""
    kursi = _kursi(kinerja, skp)
    if kinerja is None or kursi is None:
        return [None]
    if skp.periode.tahun == kisah.cerita("skp_yatim")["tahun"]:
        if kursi.kode == kisah.cerita("skp_yatim")["kursi"]:
            return [None]
        if kursi.kode == kisah.cerita("skp_pk_tak_dikenal")["kursi"]:
            return [kisah.kode("skp_pk_tak_dikenal")]
    opd = kinerja.penduduk.sotk.induk(kursi.unit)
    for kode in (kursi.kode, kursi.atasan, f"{opd}-KEPALA"):
        if kode in kinerja.milik_kursi:
            return list(kinerja.milik_kursi[kode])
    return [None]


def outputs(kinerja: Kinerja | None, skp: Skp) -> Iterator[Keluaran]:
    """The indicators of an SKP below the heads: what the person owes by an agreement."""
    if kinerja is None:
        return
    kursi = _kursi(kinerja, skp)
    milik = kinerja.milik_orang.get(skp.orang.nomor) or kinerja.milik_kursi.get(kursi.kode if kursi else "", [])
    for n, kode in enumerate(milik, start=1):
        satu = kinerja.setahun.get((kode, skp.periode.tahun))
        if satu is not None:
            u = satu.ukuran
            yield f"{n}.1", u.indikator, u.satuan, u.arah, tulis(_target(satu, skp)), tulis(berdiri(satu)), kode


def _target(satu: Setahun, skp: Skp) -> Angka | None:
    return satu.tw[skp.periode.triwulan - 1] if skp.periode.triwulan else satu.target


def _kursi(kinerja: Kinerja | None, skp: Skp) -> Kursi | None:
    return kinerja.kursi.get((skp.sub.unit, skp.jabatan)) if kinerja is not None else None
