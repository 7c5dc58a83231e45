"""The plan of the meetings: every story stands, every kind of thing is there, and nothing contradicts itself."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.contracts.rapat import JENIS_RAPAT, KATEGORI_KENDALA, KEADAAN
from pipelines.sample.anggaran import Tahun
from pipelines.sample.kinerja.rencana import targets
from pipelines.sample.orang.rencana import people
from pipelines.sample.pemda import Pemda
from pipelines.sample.rapat import kisah, putusan
from pipelines.sample.rapat.berkas import Rapatan, held, sheets
from pipelines.sample.rapat.janji import value
from tests.sample.conftest import SEED

ASN = 2_000


@pytest.fixture(scope="module")
def rapatan(pemda: Pemda, years: dict[int, Tahun]) -> Rapatan:
    return held(list(years.values()), targets(people(pemda, ASN, SEED)), SEED)


@pytest.mark.parametrize("key", kisah.janji())
def test_every_story_of_a_promise_is_found_to_be_what_it_tells(rapatan: Rapatan, key: str) -> None:
    (janji,) = (j for j in rapatan.janji if j.cerita == key)
    assert putusan.verdict(janji, rapatan.uang, rapatan.kinerja) == kisah.cerita(key)["putusan"]


def test_the_promise_by_a_hair_is_one_of_eighty_percent(rapatan: Rapatan) -> None:
    (janji,) = (j for j in rapatan.janji if j.cerita == "janji_sehelai")
    tercapai = value(rapatan.uang, rapatan.kinerja, janji, 2025, 11)
    assert tercapai is not None and janji.nilai == 80 and f"{float(tercapai):.2f}" == "79.99"


def test_who_promised_left_before_it_fell_due(rapatan: Rapatan) -> None:
    berganti = {j.cerita: putusan.holder(j, rapatan.kinerja) for j in rapatan.janji if j.cerita}
    siapa, lain = berganti["janji_berganti"]
    assert siapa is not None and siapa.akhir is not None and siapa.akhir <= date(2026, 9, 30) and lain
    assert berganti["janji_tanpa_kepala"][0] is None
    plt, _ = berganti["janji_plt"]
    assert plt is not None and plt.jenis == "Plt"


def test_a_year_and_a_half_of_meetings_leaves_every_kind_of_thing(rapatan: Rapatan) -> None:
    isi = sheets(rapatan)
    assert all(isi.values())
    assert (min(r.tanggal for r in rapatan.rapat), max(r.tanggal for r in rapatan.rapat)) == (
        date(2025, 5, 6), date(2026, 10, 23),
    )  # fmt: skip
    assert {row["jenis"] for row in isi["rapat"]} >= set(JENIS_RAPAT) - {"rapat dinas", "lainnya"}
    assert {row["status"] for row in isi["tindak_lanjut"]} == set(KEADAAN)
    assert {row["kategori"] for row in isi["kendala"]} == set(KATEGORI_KENDALA)
    assert sum(row["jenis"] == "keberatan" for row in isi["catatan"]) == 2
    verdicts = {putusan.verdict(j, rapatan.uang, rapatan.kinerja) for j in rapatan.janji}
    assert verdicts == {
        "ditepati", "tidak ditepati", "belum dapat dinilai", "menunggu data", "berjalan", "dicabut",
    }  # fmt: skip
    assert not any("nama" in row for row in isi["buku_tamu"])


def test_what_is_carried_over_was_not_done_and_goes_on_later(rapatan: Rapatan) -> None:
    per_id = {t.id: t for t in rapatan.tindak}
    for tindak in rapatan.tindak:
        if tindak.dari:
            lama = per_id[tindak.dari]
            assert lama.status not in ("Selesai", "Batal") and lama.rapat.tanggal < tindak.rapat.tanggal
            assert (lama.uraian, lama.opd, lama.unit, lama.generasi + 1) == (
                tindak.uraian, tindak.opd, tindak.unit, tindak.generasi,
            )  # fmt: skip
        assert tindak.tenggat > tindak.rapat.tanggal
        assert all(tunda.tenggat > tindak.tenggat for tunda in tindak.tunda)
    cerita = kisah.cerita("diteruskan_dua_kali")
    assert [t.rapat.id for t in rapatan.tindak if t.uraian == cerita["uraian"]] == [
        "TEPRA-2026-04", "TEPRA-2026-07", "TEPRA-2026-10",
    ]  # fmt: skip


def test_the_same_seed_writes_the_same_rows(pemda: Pemda, years: dict[int, Tahun], rapatan: Rapatan) -> None:
    again = held(list(years.values()), rapatan.kinerja, SEED)
    assert sheets(again) == sheets(rapatan)
    assert sheets(held(list(years.values()), rapatan.kinerja, SEED + 1)) != sheets(rapatan)


def test_a_single_year_is_enough(years: dict[int, Tahun], rapatan: Rapatan) -> None:
    satu = held([years[2026]], rapatan.kinerja, SEED)
    assert {r.tanggal.year for r in satu.rapat} == {j.tanggal.year for j in satu.janji} == {2026}
