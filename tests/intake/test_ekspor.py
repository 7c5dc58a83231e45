"""The flat SIPD exports: rekap5, RAK in 32 columns, realisasi per document; as xlsx and as delimited text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.intake.report import Reading
from tests.intake import twins
from tests.intake.twins import SUB, UNIT


def columns(headers: str) -> list[str]:
    """Headers cut at their bars."""
    return headers.split("|")


REKAP5 = columns(
    "NO|TAHUN|KODE URUSAN|NAMA URUSAN|KODE SKPD|NAMA SKPD|KODE SUB UNIT|NAMA SUB UNIT|KODE BIDANG URUSAN|"
    "NAMA BIDANG URUSAN|KODE PROGRAM|NAMA PROGRAM|KODE KEGIATAN|NAMA KEGIATAN|KODE SUB KEGIATAN|"
    "NAMA SUB KEGIATAN|KODE SUMBER DANA|NAMA SUMBER DANA|KODE REKENING|NAMA REKENING|PAKET/KELOMPOK|"
    "NAMA PAKET/KELOMPOK|PAGU"
)
RAK = columns(
    "Tahun|Daerah|Kode Urusan|Nama Urusan|Kode Bidang Urusan|Nama Bidang Urusan|Kode SKPD|Nama SKPD|"
    "Kode Sub SKPD|Nama Sub SKPD|Kode Program|Nama Program|Kode Kegiatan|Nama Kegiatan|Kode Sub Kegiatan|"
    "Nama Sub Kegiatan|Kode Akun|Nama Akun|Nilai Rincian|Total RAK|bulan1|bulan2|bulan3|bulan4|bulan5|bulan6|"
    "bulan7|bulan8|bulan9|bulan10|bulan11|bulan12"
)
DOKUMEN = columns(
    "Kode SKPD|Nama SKPD|Kode Sub SKPD|Nama Sub SKPD|Kode Fungsi|Nama Fungsi|Kode Sub Fungsi|Nama Sub Fungsi|"
    "Kode Urusan|Nama Urusan|Kode Bidang Urusan|Nama Bidang Urusan|Kode Program|Nama Program|Kode Kegiatan|"
    "Nama Kegiatan|Kode Sub Kegiatan|Nama Sub Kegiatan|Kode Rekening|Nama Rekening|Nomor Dokumen|Jenis Dokumen|"
    "Jenis Transaksi|Nomor DPT|Tanggal Dokumen|Keterangan Dokumen|Nilai Realisasi|Nilai Setoran|NIP Pegawai|"
    "Nama Pegawai|Tanggal Simpan|Nomor SPD|Periode SPD|Nilai SPD|Tahapan SPD|Nama Sub Tahapan Jadwal|"
    "Tahapan APBD|Nomor SPP|Tanggal SPP|Nomor SPM|Tanggal SPM|Nomor SP2D|Tanggal SP2D|Tanggal Transfer|Nilai SP2D"
)
ACCOUNT = "5.1.02.01.001.00024"


def line(head: list[str], **values: Any) -> list[Any]:
    """A row under a header; keys are headers in lower case with _ for spaces."""
    said = {key.replace("_", " "): value for key, value in values.items()}
    assert {h.replace("/", " ") for h in said} <= {h.lower().replace("/", " ") for h in head}
    return [said.get(h.lower(), "") for h in head]


def rows_of(reading: Reading, contract: str) -> list[dict[str, Any]]:
    """The stored rows."""
    found: list[dict[str, Any]] = pq.read_table(reading.tables[contract]).to_pylist()
    return found


def rekap(**values: Any) -> list[Any]:
    """A leaf of rekap5."""
    about = {
        "tahun": 2026, "kode_skpd": UNIT, "kode_sub_unit": UNIT, "nama_sub_unit": "Dinas Contoh",
        "kode_sub_kegiatan": SUB, "nama_sumber_dana": "DAU", "kode_rekening": ACCOUNT, "pagu": 1_000.0,
    }  # fmt: skip
    return line(REKAP5, **(about | values))


def test_rekap5_counts_leaves_only(tmp_path: Path) -> None:
    rows = [REKAP5, rekap(kode_rekening="", pagu=1_500.0), rekap(), rekap(pagu="500,00", nama_sumber_dana="DAK")]
    reading = twins.reading(twins.xlsx(tmp_path / "r.xlsx", rows, down=2, right=1), tmp_path)
    assert (reading.status, reading.format) == ("accepted", "sipd-rekap5")
    assert (reading.rows.total, reading.rows.accepted, reading.rows.parents) == (2, 2, 1)
    assert [(r["pagu"], r["sumber_dana"], r["tahun"]) for r in rows_of(reading, "pagu")] == [
        (1000, "DAU", 2026), (500, "DAK", 2026),
    ]  # fmt: skip
    assert reading.totals[0].nilai == 1_500 and reading.names == {UNIT: "Dinas Contoh"}
    # Without a title nobody knows since when: a January date would overwrite the ceiling of the first months.
    assert {(r["versi"], r["tgl_berlaku"]) for r in rows_of(reading, "pagu")} == {("rekap5", None)}


def test_rekap5_total_row(tmp_path: Path) -> None:
    rows = [REKAP5, rekap(), rekap(pagu=1.0), line(REKAP5, no="JUMLAH", pagu=1_002.0)]
    reading = twins.reading(twins.xlsx(tmp_path / "r.xlsx", rows), tmp_path)
    assert [(c.name, c.difference) for c in reading.controls] == [("Jumlah.pagu", Decimal(1))]


def test_rekap5_bad_cells(tmp_path: Path) -> None:
    rows = [
        REKAP5, rekap(), rekap(pagu=""), rekap(kode_sub_kegiatan=2.16), rekap(tahun="MMXXVI"),
        rekap(kode_sub_unit="", kode_skpd=""), rekap(pagu="1.234"),
    ]  # fmt: skip
    reading = twins.reading(twins.xlsx(tmp_path / "r.xlsx", rows), tmp_path)
    assert (reading.rows.total, reading.rows.accepted, reading.rows.quarantined) == (6, 1, 5)
    cells = {(p.code, p.row, p.column) for p in reading.problems}
    assert cells == {
        ("NILAI_KOSONG", 3, "W"), ("KODE_TAK_TERBACA", 4, "O"), ("TAHUN_TAK_TERBACA", 5, "B"),
        ("KODE_KOSONG", 6, "G"), ("ANGKA_BERMAKNA_GANDA", 7, "W"),
    }  # fmt: skip


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    head = [h for h in REKAP5 if h != "PAGU"]
    reading = twins.reading(twins.xlsx(tmp_path / "r.xlsx", [head, rekap()[:-1]]), tmp_path)
    assert reading.status == "refused"
    assert any("PAGU" in p.message["id"] for p in reading.problems)


def test_rak_export(tmp_path: Path) -> None:
    months = {f"bulan{n}": 100.0 * n for n in range(1, 13)}
    about = {"tahun": "2026", "kode_sub_skpd": UNIT, "nama_sub_skpd": "Dinas Contoh", "kode_sub_kegiatan": SUB,
             "kode_akun": ACCOUNT, "nilai_rincian": 7_800.0, "total_rak": 7_800.0}  # fmt: skip
    rows = [RAK, line(RAK, **about, **months), line(RAK, **about, **(months | {"bulan3": "", "bulan4": 1.0}))]
    reading = twins.reading(twins.delimited(tmp_path / "r.csv", rows, mark="\t", encoding="utf-16"), tmp_path)
    assert (reading.status, reading.format, reading.rows.total) == ("accepted", "sipd-rak-ekspor", 2)
    stored = rows_of(reading, "rak")
    assert len(stored) == 23  # a blank month is unknown, not zero
    assert {r["rak"] for r in stored if r["bulan"] == 12} == {Decimal(1_200)}
    assert [p.row for p in reading.problems if p.code == "RAK_TIDAK_SAMA_BANYAK"] == [3]
    assert sum(r["pagu"] for r in rows_of(reading, "pagu")) == 15_600
    assert {(r["versi"], r["tgl_berlaku"]) for r in rows_of(reading, "pagu")} == {("rak", None)}


def document(**values: Any) -> list[Any]:
    """A line of the register of documents; what is not said stands as the export writes it."""
    about = {h.lower().replace(" ", "_"): "-" for h in DOKUMEN} | {
        "kode_skpd": UNIT, "kode_sub_skpd": UNIT, "nama_sub_skpd": "Dinas Contoh", "kode_program": "X.XX.01",
        "kode_kegiatan": "X.XX.01.2.01", "kode_sub_kegiatan": "X.XX.01.2.01.0001", "kode_rekening": ACCOUNT,
        "nomor_dokumen": "D-1", "tanggal_dokumen": "7 Januari 2026", "nilai_realisasi": 1_000.0,
        "nip_pegawai": "198609262015051001", "nama_pegawai": "Nama Rekaan",
    }  # fmt: skip
    return line(DOKUMEN, **(about | values))


def test_documents(tmp_path: Path) -> None:
    rows = [["LAPORAN REALISASI PER DOKUMEN"], ["KAB. CONTOH"], ["TAHUN 2026"], [], DOKUMEN,
            document(nomor_sp2d="S-1", tanggal_sp2d="10 Januari 2026", nilai_sp2d="1.000,00"),
            document(nilai_realisasi="2.500,50", tanggal_dokumen="null", tanggal_transfer="undefined")]  # fmt: skip
    reading = twins.reading(twins.xlsx(tmp_path / "d.xlsx", rows), tmp_path)
    assert (reading.status, reading.format, reading.answers.year) == ("accepted", "sipd-dokumen", 2026)
    paid, owed = rows_of(reading, "dokumen")
    assert (paid["nomor_sp2d"], paid["tgl_sp2d"], paid["nilai_sp2d"]) == ("S-1", date(2026, 1, 10), 1000)
    assert (owed["nomor_sp2d"], owed["tgl_sp2d"], owed["nilai_sp2d"], owed["tgl_dokumen"]) == (None,) * 4
    assert paid["kode_sub_kegiatan"] == "2.16.01.2.01.0001"  # the template's X.XX, resolved with the unit
    assert reading.totals[0].nilai == Decimal("3500.50")
    dropped = {p.read for p in reading.problems if p.code == "KOLOM_PRIBADI_DIBUANG"}
    assert dropped == {"NIP Pegawai", "Nama Pegawai"}
    stored = reading.tables["dokumen"].read_bytes()
    assert b"198609262015051001" not in stored and b"Nama Rekaan" not in stored


def test_year_of_documents_where_no_title_says_it(tmp_path: Path) -> None:
    path = twins.delimited(tmp_path / "d.csv", [DOKUMEN, document()])
    assert twins.reading(path, tmp_path).answers.year == 2026
    mixed = twins.delimited(tmp_path / "e.csv", [DOKUMEN, document(), document(tanggal_dokumen="7 Januari 2025")])
    assert [q.id for q in twins.reading(mixed, tmp_path).questions] == ["year"]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(["ok", "blank", "text", "nocode", "parent", "empty"]), min_size=1, max_size=12))
def test_every_row_is_counted_once(tmp_path_factory: pytest.TempPathFactory, kinds: list[str]) -> None:
    folder = tmp_path_factory.mktemp("r")
    make = {
        "ok": lambda: rekap(), "blank": lambda: rekap(pagu=""), "text": lambda: rekap(pagu="seribu"),
        "nocode": lambda: rekap(kode_rekening="5x"), "parent": lambda: rekap(kode_rekening=""),
        "empty": lambda: [""] * 23,
    }  # fmt: skip
    rows = [REKAP5, *(make[kind]() for kind in kinds), rekap()]
    reading = twins.reading(twins.xlsx(folder / "r.xlsx", rows), folder)
    assert reading.rows.accepted == kinds.count("ok") + 1
    assert reading.rows.quarantined == sum(kinds.count(k) for k in ("blank", "text", "nocode"))
    assert reading.rows.parents == kinds.count("parent")
    assert reading.rows.other == kinds.count("empty")
    assert reading.rows.total == reading.rows.accepted + reading.rows.quarantined + reading.rows.rejected
