"""Exports of SIASN: every spelling of a header, dates written twice, ids as words, units as a tree."""

from __future__ import annotations

import random
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.intake.staff_files import (
    ARUNA,
    BESTARI,
    CANDRA,
    DAMAR,
    OPD,
    PEGAWAI_HEAD,
    PERIODIK_HEAD,
    RIWAYAT_HEAD,
    SKP22_HEAD,
    UNOR_HEAD,
    pegawai,
    riwayat,
    row,
)
from tests.intake.test_ekinerja import codes, content, rows
from tests.intake.twins import delimited, reading, xlsx


def snake(head: list[str]) -> list[str]:
    return ["".join(f"_{c.lower()}" if c.isupper() else c for c in name) for name in head]


def test_posts_are_read_with_their_dates_and_words(tmp_path: Path) -> None:
    read = reading(xlsx(tmp_path / "a.xlsx", [RIWAYAT_HEAD, riwayat()]), tmp_path / "out")
    assert (read.format, read.status, read.rows.accepted) == ("siasn", "accepted", 1)
    (post,) = rows(read, "riwayat_jabatan")
    assert (post["nip"], post["unor_id"], post["unor"]) == (ARUNA, "U1", OPD)
    assert (post["nama_jabatan"], post["eselon"], post["jenis_penugasan"]) == (
        "KEPALA DINAS KESEHATAN", "II.b", "definitif",
    )  # fmt: skip
    assert (post["tmt_mulai"], post["tmt_pelantikan"], post["tgl_sk"]) == (
        date(2026, 1, 2), date(2026, 1, 5), date(2025, 12, 30),
    )  # fmt: skip
    assert (post["cara"], post["no_sk"], post["id_sumber"], post["tmt_selesai"]) == (
        None, "821.2/CONTOH/2026", f"r-{ARUNA}", None,
    )  # fmt: skip


@pytest.mark.parametrize("mark", [",", ";", "|"])
@pytest.mark.parametrize("spelling", ["camel", "snake", "upper", "spaced"])
def test_headers_in_any_spelling_and_any_mark_say_the_same(tmp_path: Path, mark: str, spelling: str) -> None:
    heads = {
        "camel": RIWAYAT_HEAD, "snake": snake(RIWAYAT_HEAD), "upper": [name.upper() for name in RIWAYAT_HEAD],
        "spaced": [name.replace("_", " ").upper() for name in snake(RIWAYAT_HEAD) if not name.endswith("_")],
    }  # fmt: skip
    whole = [riwayat(), riwayat(BESTARI, tmtPelantikan="")]
    used = [i for i, name in enumerate(RIWAYAT_HEAD) if spelling != "spaced" or not name.endswith("_")]
    lines = [heads[spelling], *([line[i] for i in used] for line in whole)]
    usual = reading(xlsx(tmp_path / "a.xlsx", [RIWAYAT_HEAD, *whole]), tmp_path / "o1")
    other = reading(delimited(tmp_path / "b.csv", lines, mark=mark), tmp_path / "o2")
    assert other.format == "siasn"
    assert content(other, "riwayat_jabatan") == content(usual, "riwayat_jabatan")


def test_of_a_date_written_twice_the_readable_one_counts(tmp_path: Path) -> None:
    several = [
        riwayat(tmtJabatan="", tmtJabatan_="2026-01-02"), riwayat(BESTARI, tmtJabatan="02-01-2026", tmtJabatan_=""),
        riwayat(CANDRA, tmtJabatan="bukan tanggal", tmtJabatan_="2026-01-02"),
        riwayat(DAMAR, tmtJabatan="02-01-2026", tmtJabatan_="2026-01-02", tmtPelantikan="01-01-0001"),
    ]  # fmt: skip
    read = reading(delimited(tmp_path / "a.csv", [RIWAYAT_HEAD, *several]), tmp_path / "out")
    assert read.status == "accepted"
    assert {post["tmt_mulai"] for post in rows(read, "riwayat_jabatan")} == {date(2026, 1, 2)}
    assert rows(read, "riwayat_jabatan")[3]["tmt_pelantikan"] is None


def test_dates_in_cells_are_read_too_and_a_difference_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet()
    page.write_row(0, 0, RIWAYAT_HEAD)
    page.write_row(1, 0, riwayat(tmtJabatan="03-02-2026"))
    page.write_datetime(1, RIWAYAT_HEAD.index("tmtJabatan_"), datetime(2026, 3, 2))  # day and month swapped
    book.close()
    doubted = reading(path, tmp_path / "o1")
    assert doubted.status == "needs_answer"
    assert "TANGGAL_GANDA_BEDA" in codes(doubted)
    confirmed = reading(path, tmp_path / "o2", confirm=True)
    assert rows(confirmed, "riwayat_jabatan")[0]["tmt_mulai"] == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("title", "how", "expected"),
    [
        ("Plt. KEPALA DINAS KESEHATAN", "D", ("KEPALA DINAS KESEHATAN", "Plt")),
        ("PLH KEPALA DINAS KESEHATAN", "", ("KEPALA DINAS KESEHATAN", "Plh")),
        ("Pj. Sekretaris Daerah", "", ("Sekretaris Daerah", "Pj")),
        ("Pelaksana Tugas Kepala Dinas", "", ("Kepala Dinas", "Plt")),
        ("Pelaksana", "", ("Pelaksana", "definitif")), ("KEPALA BIDANG", "PLT", ("KEPALA BIDANG", "Plt")),
        ("Pengadministrasi", "", ("Pengadministrasi", "definitif")),
    ],
)  # fmt: skip
def test_how_a_post_is_held(tmp_path: Path, title: str, how: str, expected: tuple[str, str]) -> None:
    lines = [RIWAYAT_HEAD, riwayat(namaJabatan=title, jenisPenugasanId=how)]
    (post,) = rows(reading(xlsx(tmp_path / "a.xlsx", lines), tmp_path / "out"), "riwayat_jabatan")
    assert (post["nama_jabatan"], post["jenis_penugasan"]) == expected


def test_an_id_that_no_table_knows_is_kept_as_written_and_said(tmp_path: Path) -> None:
    lines = [RIWAYAT_HEAD, riwayat(jenisPenugasanId="X9", jenisMutasiId="ZZ", eselonId="77")]
    read = reading(xlsx(tmp_path / "a.xlsx", lines), tmp_path / "out")
    assert read.status == "accepted"
    (post,) = rows(read, "riwayat_jabatan")
    assert (post["jenis_penugasan"], post["cara"], post["eselon"]) == ("X9", "ZZ", "77")
    assert sorted(p.read for p in read.problems if p.code == "KATA_TAK_DIKENAL" and p.read) == ["77", "X9", "ZZ"]


def test_a_functional_title_stands_in_where_there_is_no_other(tmp_path: Path) -> None:
    lines = [RIWAYAT_HEAD, riwayat(namaJabatan="", jabatanFungsionalNama="Perawat Ahli Muda", eselonId="")]
    (post,) = rows(reading(xlsx(tmp_path / "a.xlsx", lines), tmp_path / "out"), "riwayat_jabatan")
    assert (post["nama_jabatan"], post["eselon"]) == ("Perawat Ahli Muda", None)


def test_staff_get_their_kind_by_what_is_written_and_else_by_their_nip(tmp_path: Path) -> None:
    several = [
        pegawai(), pegawai(BESTARI, status_cpns_pns="C"), pegawai(CANDRA, jenis_pegawai_nama=""),
        pegawai(DAMAR, jenis_pegawai_nama="", kedudukan_hukum_nama="PPPK Aktif"),
    ]  # fmt: skip
    read = reading(xlsx(tmp_path / "a.xlsx", [PEGAWAI_HEAD, *several]), tmp_path / "out")
    assert (read.format, read.status) == ("siasn", "accepted")
    assert [(p["nip"], p["jenis"]) for p in rows(read, "pegawai")] == [
        (ARUNA, "PNS"), (BESTARI, "CPNS"), (CANDRA, "PPPK"), (DAMAR, "PPPK"),
    ]  # fmt: skip
    first = rows(read, "pegawai")[0]
    assert (first["id_asn"], first["gol_ruang"], first["unor_id"], first["status_aktif"]) == (
        "ID-1",
        "IV/b",
        "U1",
        "Aktif",
    )


def test_the_short_list_of_four_columns_is_known_with_pipes(tmp_path: Path) -> None:
    head = ["NIP BARU", "NAMA", "NIK", "UNOR NAMA"]
    path = delimited(tmp_path / "a.csv", [head, [ARUNA, "CONTOH ARUNA", "3301019999990001", OPD]], mark="|")
    read = reading(path, tmp_path / "out")
    assert (read.format, read.status) == ("siasn", "accepted")
    (one,) = rows(read, "pegawai")
    assert (one["nip"], one["nama"], one["unor"], one["jenis"]) == (ARUNA, "CONTOH ARUNA", OPD, "PNS")
    assert "KOLOM_PRIBADI" in codes(read)


def test_the_tree_of_units(tmp_path: Path) -> None:
    tree = [
        row(UNOR_HEAD, Id="U0", NamaUnor="PEMERINTAH KAB. CONTOH"),
        row(UNOR_HEAD, Id="U1", DiatasanId="U0", EselonId="22", NamaUnor=OPD, NamaJabatan="KEPALA DINAS KESEHATAN",
            PemimpinPnsId="ID-1"),
    ]  # fmt: skip
    read = reading(delimited(tmp_path / "a.csv", [UNOR_HEAD, *tree]), tmp_path / "out")
    assert (read.format, read.status, read.rows.accepted) == ("siasn", "accepted", 2)
    unit = rows(read, "unor")[1]
    assert (unit["unor_id"], unit["atasan_id"], unit["nama"], unit["nama_jabatan"], unit["eselon"]) == (
        "U1", "U0", OPD, "KEPALA DINAS KESEHATAN", "II.b",
    )  # fmt: skip


def test_skp_of_a_year_by_word_or_by_number(tmp_path: Path) -> None:
    two = [
        row(SKP22_HEAD, id="k1", nipBaru=ARUNA, tahun=2023, hasilKinerja="DIATAS EKSPEKTASI", PerilakuKerjaNilai=2,
            kuadranKinerja="BAIK", nipNrpPenilai=DAMAR, statusPenilai="ASN"),
        row(SKP22_HEAD, id="k2", pnsDinilaiId="ID-2", tahun="2023", hasilKinerjaNilai="3", PerilakuKerjaNilai="1",
            KuadranKinerjaNilai="3", statusPenilai="ASN"),
    ]  # fmt: skip
    read = reading(xlsx(tmp_path / "a.xlsx", [SKP22_HEAD, *two]), tmp_path / "out")
    assert (read.format, read.status, read.rows.accepted) == ("siasn", "accepted", 2)
    one, other = rows(read)
    assert (one["nip"], one["tahun"], one["jenis_periode"]) == (ARUNA, 2023, "tahunan")
    assert (one["hasil_kerja"], one["perilaku"], one["predikat"], one["penilai_nip"]) == (
        "di atas ekspektasi", "sesuai ekspektasi", "Baik", DAMAR,
    )  # fmt: skip
    assert (other["nip"], other["id_asn"], other["hasil_kerja"], other["predikat"]) == (
        None, "ID-2", "di bawah ekspektasi", "Butuh Perbaikan",
    )  # fmt: skip


def test_periodic_results_say_their_period_or_it_is_asked(tmp_path: Path) -> None:
    def lines(name: str) -> list[list[Any]]:
        one = row(PERIODIK_HEAD, id="p1", tahun="2025", nip=ARUNA, hasilKinerja="SESUAI EKSPEKTASI",
                  perilakuKerja="SESUAI EKSPEKTASI", kuadranNilai="BAIK", koefisenId="1", periodikNama=name,
                  jabatan="Analis Kesehatan", unorNama=OPD)  # fmt: skip
        return [PERIODIK_HEAD, one]

    quarter = reading(xlsx(tmp_path / "a.xlsx", lines("TRIWULAN III")), tmp_path / "o1")
    assert [(r["jenis_periode"], r["periode"], r["predikat"]) for r in rows(quarter)] == [("triwulan", 3, "Baik")]
    path = xlsx(tmp_path / "b.xlsx", lines("PERIODIK"))
    assert [q.id for q in reading(path, tmp_path / "o2").questions] == ["period"]
    told = reading(path, tmp_path / "o3", period="bulanan-5")
    assert [(r["jenis_periode"], r["periode"]) for r in rows(told)] == [("bulanan", 5)]


def test_months_of_a_periodic_result_say_its_period(tmp_path: Path) -> None:
    head = [*PERIODIK_HEAD, "bulanMulaiPenilaian", "bulanSelesaiPenilaian"]
    base = row(PERIODIK_HEAD, id="p1", tahun="2025", nip=ARUNA, hasilKinerja="2", perilakuKerja="2", kuadranNilai="2")
    read = reading(xlsx(tmp_path / "a.xlsx", [head, [*base, 4, 6], [*base, "7", "7"]]), tmp_path / "out")
    assert [(r["jenis_periode"], r["periode"]) for r in rows(read)] == [("triwulan", 2), ("bulanan", 7)]


def test_a_workbook_of_several_exports_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name, lines in {
        "jabatan": [RIWAYAT_HEAD, riwayat()], "pns": [PEGAWAI_HEAD, pegawai()],
        "unor": [UNOR_HEAD, row(UNOR_HEAD, Id="U1", NamaUnor=OPD)], "catatan": [["apa saja"]],
    }.items():  # fmt: skip
        page = book.add_worksheet(name)
        for n, line in enumerate(lines):
            page.write_row(n, 0, line)
    book.close()
    read = reading(path, tmp_path / "out")
    assert (read.status, read.rows.accepted) == ("accepted", 3)
    assert set(read.tables) == {"riwayat_jabatan", "pegawai", "unor"}


def test_posts_repeat_and_contradict_alike_in_any_order(tmp_path: Path) -> None:
    several = [
        riwayat(), riwayat(id="r-2"), riwayat(BESTARI), riwayat(BESTARI, nomorSk="lain"), riwayat(CANDRA),
        riwayat(CANDRA, tmtJabatan="02-01-2020"), riwayat(float(DAMAR)),
    ]  # fmt: skip
    seen = []
    for n in range(4):
        random.Random(n).shuffle(several)
        read = reading(xlsx(tmp_path / f"{n}.xlsx", [RIWAYAT_HEAD, *several]), tmp_path / f"o{n}")
        assert (read.rows.accepted, read.rows.quarantined, read.rows.rejected) == (3, 3, 1)
        seen.append(content(read, "riwayat_jabatan"))
    assert all(one == seen[0] for one in seen)
