"""The committed example: one OPD of the fictional pemda with its people, small enough to look at by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pipelines.sample import BULAN_KINI, TAHUN_KINI, dokumen, forms, lra, pagu, rak, write_json
from pipelines.sample.anggaran import Tahun, budget
from pipelines.sample.arus import flow
from pipelines.sample.bahan import document
from pipelines.sample.kinerja import kebenaran
from pipelines.sample.orang import sebagian
from pipelines.sample.pemda import region
from pipelines.sample.rapat import berkas as berkas_rapat
from pipelines.sample.truth import expected, totals

KODE = "DISKOMINFO"  # one OPD on three bidang urusan, like many a real export


def _only(year: Tahun) -> Tahun:
    keep = [i for i, leaf in enumerate(year.leaves) if leaf.unit.kode == KODE]
    tables = (year.pagu, year.rak, year.rak_murni, year.kumulatif)
    pagu_, rak_, murni_, kumulatif = ([table[i] for i in keep] for table in tables)
    leaves, murni = [year.leaves[i] for i in keep], [year.murni[i] for i in keep]
    return Tahun(year.tahun, leaves, murni, pagu_, rak_, murni_, kumulatif)


def write(into: Path, *, seed: int = 2026) -> None:
    """The files of one OPD for the current year, with their answers, the figures they lead to, and a README."""
    pemda = region(0, seed)
    semua = flow(budget(pemda, TAHUN_KINI, mundur=0, seed=seed), pemda, kini=True, seed=seed)
    year = _only(semua)
    unit = year.leaves[0].unit
    satu = replace(pemda, units=(unit,))
    murni = [(leaf, year.murni[i]) for i, leaf in enumerate(year.leaves)]
    y = TAHUN_KINI
    entries: list[tuple[str, dict[str, Any]]] = []

    def add(name: str, tanggal: str, **answers: Any) -> Path:
        entries.append((name, {**answers, "recorded_at": f"{tanggal}T09:00:00+07:00"}))
        return into / name

    into.mkdir(parents=True, exist_ok=True)
    orang, kinerja = sebagian.only(pemda, KODE, seed)
    forms.write_master(add("01_master.xlsx", f"{y}-01-03"), satu, y, sotk=orang.penduduk.sotk)
    pagu.write(add(f"rekap5 pagu murni {y}.xlsx", f"{y}-01-05", year=y), pemda.judul, y, murni)
    judul = f"RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH {pemda.judul} APBD TAHUN {y} {unit.nama.upper()}"
    plans = [(leaf, year.murni[i], year.rak_murni[i]) for i, leaf in enumerate(year.leaves)]
    rak.write_form(add(f"RAK {KODE} {y}.xlsx", f"{y}-01-13", year=y), judul, plans, coretan=True)
    for bulan in range(1, BULAN_KINI + 1):
        answers = {"year": y, "month": bulan, "basis": "bulanan"}
        path = add(f"LRA {KODE} {rak.BULAN[bulan - 1]} {y}.xlsx", f"{y}-{bulan + 1:02d}-10", **answers)
        rows = lra.lines(lra.items(year, bulan, "bulanan", keep=lambda leaf: True))
        lra.write(path, pemda.judul, y, rows, teks=lra.typed(bulan))
    nama = f"Laporan Realisasi Per Dokumen {KODE} {rak.BULAN[BULAN_KINI - 1]} {y}.xlsx"
    dokumen.write(add(nama, f"{y}-11-12"), pemda.judul, y, list(dokumen.documents(year, KODE, BULAN_KINI)))
    forms.write_progress(add("02_anggaran.xlsx", f"{y}-11-12"), satu, year, BULAN_KINI, seed)
    for nama, hari, tulis in sebagian.files(orang, kinerja, KODE, [year]):
        tulis(add(nama, hari.isoformat()))
    rapat = berkas_rapat.held([semua], kinerja, seed)
    berkas_rapat.writer(berkas_rapat.only(berkas_rapat.sheets(rapat), KODE))(add(f"05_rapat {KODE}.xlsx", f"{y}-11-11"))
    entries.sort(key=lambda entry: str(entry[1]["recorded_at"]))
    hasil = expected(year, sampai=BULAN_KINI, kini=True)
    write_json(into / "jawaban.json", [{"file": name, "answers": answers} for name, answers in entries])
    write_json(
        into / "manifest.json",
        {
            "pemda": pemda.nama,
            "keterangan": "DATA FIKTIF",
            "posisi": totals(hasil, BULAN_KINI),
            "hasil": hasil,
            "asn": sebagian.expected(orang),
            "kinerja": kebenaran.expected(kinerja, [TAHUN_KINI]),
            "rapat": berkas_rapat.of(berkas_rapat.expected(rapat), KODE),
        },
    )
    (into / "README.md").write_text(document("contoh"), encoding="utf-8")
