"""The files about people: headers of the real exports, nothing personal, no NIP that may be real."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipelines import sample
from pipelines.catalogue import DATA
from pipelines.intake import personal
from pipelines.sample import file_list, plan
from pipelines.sample.files import File
from pipelines.sample.kinerja import lembar as kinerja
from pipelines.sample.kinerja.rencana import targets
from pipelines.sample.orang import ekinerja, lembar, siasn
from pipelines.sample.orang.berkas import FOLDER
from pipelines.sample.orang.nilai import assess
from pipelines.sample.orang.rencana import SEDIKIT, people
from pipelines.sample.pemda import Pemda, region
from tests.sample.conftest import SEED
from tests.sample.test_berkas import cells

ANGKA = re.compile(r"(?<!\d)\d{18}(?!\d)")
NIP_TERTULIS = re.compile(r"(?<!\d)\d{8} \d{6} \d \d{3}(?!\d)")


@pytest.fixture(scope="module")
def orang(pemda: Pemda, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files about the fewest people that there can be and their targets, and the master."""
    folder = tmp_path_factory.mktemp("orang")
    nilai = assess(people(pemda, SEDIKIT, SEED))
    for file in file_list(pemda, plan(pemda, 1, SEED), SEED, nilai, targets(nilai.penduduk)):
        if file.path.startswith((FOLDER, "kinerja", "01_master")):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            file.write(folder / file.path)
    return folder


def books(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.*")):
        yield path.name, repr(cells(path))


@pytest.mark.parametrize("where", ["orang", "contoh"])
def test_no_number_in_any_file_may_be_a_real_nip(request: pytest.FixtureRequest, where: str) -> None:
    folder = DATA / "contoh" if where == "contoh" else request.getfixturevalue("orang")
    found = 0
    for name, text in books(folder):
        angka = ANGKA.findall(text) + [t.replace(" ", "") for t in NIP_TERTULIS.findall(text)]
        assert all(901 <= int(satu[-3:]) <= 999 for satu in angka), name
        found += len(angka)
    assert found > 200


def test_no_column_is_personal() -> None:
    semua = (
        siasn.RIWAYAT, siasn.PEGAWAI, siasn.UNOR, ekinerja.SKP, ekinerja.PENILAIAN, lembar.RIWAYAT, lembar.SKP,
        lembar.INDIKATOR, lembar.CATATAN, lembar.KECUALI, *kinerja.SHEETS.values(),
    )  # fmt: skip
    assert personal.unneeded(personal.words("nomor_hp"))
    assert not [header for headers in semua for header in headers if personal.unneeded(personal.words(header))]


def test_headers_are_those_of_the_exports(orang: Path) -> None:
    first = (orang / FOLDER / "rw_jabatan sampai 2024-01-05.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first.split("|") == list(siasn.RIWAYAT)
    spelt = {p.read_text(encoding="utf-8").splitlines()[0] for p in (orang / FOLDER).glob("rw_jabatan 20*.csv")}
    assert any(h.startswith("id;id_pns;nip_baru") for h in spelt) and any(h.startswith("id,idPns") for h in spelt)
    (_, rows) = cells(orang / FOLDER / "Laporan SKP 2025.xlsx")[0]
    assert rows[0][0] == "LAPORAN SKP TAHUN 2025" and "DATA FIKTIF" in rows[1][0]
    assert list(ekinerja.SKP) in rows[:20]


def test_damage_stands_where_the_stories_say(orang: Path) -> None:
    (_, rows) = cells(orang / FOLDER / "Laporan Penilaian TW I 2026.xlsx")[0]
    at = ekinerja.PENILAIAN.index("nip")
    nips = [row[at] for row in rows[4:]]
    assert sum(isinstance(satu, float) for satu in nips) == 4
    assert sum(isinstance(satu, str) and len(re.sub(r"\D", "", satu)) == 17 for satu in nips) == 1


def test_exports_of_posts_follow_each_other_without_a_gap(pemda: Pemda) -> None:
    penduduk = people(pemda, SEDIKIT, SEED)
    hari = (date(2024, 1, 5), date(2025, 9, 10), date(2026, 11, 5))
    bagian = [siasn.posts(penduduk, dari, sampai) for dari, sampai in siasn.last_days(hari)]
    assert all(a is not b for a in bagian[1] for b in bagian[2])
    ada = {id(t) for satu in bagian for t in satu}
    kini = [t for t in penduduk.tugas if t.orang.nip and t.orang.bup > hari[-1]]
    assert all(id(t) in ada for t in kini)


def test_the_manifest_and_the_answers_speak_of_the_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[File] = []

    def of_people(*given: Any) -> list[File]:
        """Of all files that the sample lists those of people; the money is written in tests of its own."""
        listed.extend(file_list(*given))
        return [file for file in listed if file.path.startswith(FOLDER)]

    monkeypatch.setattr(sample, "file_list", of_people)
    made = sample.generate(tmp_path, asn=1, years=1)
    about = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["asn"]
    assert about == json.loads(json.dumps(made.pemda[0]["asn"]))
    assert about["diminta"] == 1 and about["ditulis"] >= SEDIKIT
    assert {"kepala", "masa", "plt", "rantai", "skp", "wajib", "kisah"} <= about.keys()
    entries = json.loads((tmp_path / "jawaban.json").read_text(encoding="utf-8"))
    waktu = [str(file.answers["recorded_at"]) for file in listed]
    assert waktu == sorted(waktu) and len(listed) > len(entries)
    assert [entry["file"] for entry in entries] == [f.path for f in listed if f.path.startswith(FOLDER)]
    assert sum(entry["file"].startswith(FOLDER) for entry in entries) == 28


def test_regions_write_people_of_their_own() -> None:
    satu, dua = (people(region(n, SEED), SEDIKIT, SEED) for n in (0, 1))
    assert {o.nip[0][1] for o in satu.orang if o.nip} != {o.nip[0][1] for o in dua.orang if o.nip}
