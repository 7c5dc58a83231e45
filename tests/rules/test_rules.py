"""Rules as data: what is refused, and which value judges which month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from pipelines import rules
from pipelines.berlaku import ends
from pipelines.rules import Pita, Profil, TargetTable, faults
from tests.models.world import World, opd, pagu, realisasi

DASAR = {"id": "Perbup uji 1/2026", "en": "Test regulation 1/2026"}


def _profil(*nilai: dict[str, Any]) -> dict[str, Any]:
    words = {"id": "uji", "en": "test"}
    return {"ukuran": "rasio_target", "label": words, "rumus": words, "nilai": list(nilai)}


def _nilai(pita: list[dict[str, Any]], berlaku: str = "2026-01-01", **more: Any) -> dict[str, Any]:
    return {"berlaku": berlaku, "dasar": DASAR, "tag": "X", "pita": pita, **more}


GOOD = [{"warna": "merah", "atas": 80}, {"warna": "kuning", "bawah": 80, "atas": 90}, {"warna": "hijau", "bawah": 90}]


@pytest.mark.parametrize(
    ("what", "pita"),
    [
        ("gap", [{"warna": "merah", "atas": 80}, {"warna": "kuning", "bawah": 81}]),
        ("overlap", [{"warna": "merah", "atas": 80}, {"warna": "kuning", "bawah": 79}]),
        ("overlap", [{"warna": "merah"}, {"warna": "kuning", "bawah": 80}]),
        ("worst to best", [{"warna": "hijau", "atas": 80}, {"warna": "merah", "bawah": 80}]),
        ("open below", [{"warna": "merah", "bawah": 0, "atas": 80}, {"warna": "kuning", "bawah": 80}]),
        ("open above", [{"warna": "merah", "atas": 80}, {"warna": "kuning", "bawah": 80, "atas": 100}]),
        (
            "not below",
            [
                {"warna": "merah", "atas": 80},
                {"warna": "kuning", "bawah": 80, "atas": 80},
                {"warna": "hijau", "bawah": 80},
            ],
        ),
    ],
)
def test_bands_that_are_not_whole_are_refused(what: str, pita: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError, match=what):
        Profil.model_validate(_profil(_nilai(pita)))


def test_two_values_may_not_share_a_date() -> None:
    with pytest.raises(ValidationError, match="share a date"):
        Profil.model_validate(_profil(_nilai(GOOD), _nilai(GOOD)))


@pytest.mark.parametrize("missing", ["dasar", "tag", "berlaku"])
def test_a_value_without_its_basis_is_refused(missing: str) -> None:
    value = _nilai(GOOD)
    del value[missing]
    with pytest.raises(ValidationError, match=missing):
        Profil.model_validate(_profil(value))


def test_a_falling_target_is_refused() -> None:
    persen = [5, 10, 9, *range(20, 29)]
    with pytest.raises(ValidationError, match="never falls"):
        TargetTable.model_validate(
            {"label": DASAR, "nilai": [{"berlaku": "2026-01-01", "dasar": DASAR, "tag": "X", "persen": persen}]}
        )


def test_whole_bands_have_no_fault() -> None:
    assert faults([Pita(**p) for p in GOOD]) == []


def test_what_the_data_folder_holds_is_whole() -> None:
    assert set(rules.profiles()) == {"rasio-target", "deviasi-poin", "tabel-bulanan", "capaian"}
    for name, table in rules.tables().items():
        assert table.num_rows, name
    for row in rules.rows()["aturan"]:
        assert row["dasar_hukum"] and row["dasar_hukum_en"] and row["aturan_id"]


def test_a_printed_month_and_an_interpolated_one_are_told_apart() -> None:
    tags = {r["bulan"]: r["tag"] for r in rules.rows()["aturan"] if r["profil"] == "tabel-bulanan"}
    assert {m for m, tag in tags.items() if tag == "C2"} == {1, 6, 9, 11, 12}
    assert {m for m, tag in tags.items() if tag == "X"} == {2, 3, 4, 5, 7, 8, 10}


def test_a_repealed_value_ends_and_the_next_begins() -> None:
    first = _nilai(GOOD, "2025-01-01", sampai="2025-06-01")
    profil = Profil.model_validate(_profil(first, _nilai(GOOD, "2026-01-01")))
    assert list(ends(profil.nilai)) == [date(2025, 6, 1), None]


# ---- a month is judged by the rule of that month, and the pemda's own rule prevails --------------------------


def _own(profil: str, mulai: str, *bands: tuple[int | None, int | None, str], **more: Any) -> list[dict[str, Any]]:
    return [
        {
            "profil": profil,
            "ukuran": "rasio_target",
            "batas_bawah": low,
            "batas_atas": high,
            "warna": warna,
            "dasar_hukum": f"Perbup uji {mulai}",
            "berlaku_mulai": date.fromisoformat(mulai),
            **more,
        }
        for low, high, warna in bands
    ]


def _judged(aturan_rapor: list[dict[str, Any]]) -> dict[tuple[str, int], tuple[str, str]]:
    world = World(
        {
            "opd": [opd("A")],
            "pagu": [pagu("A", 1000)],
            "realisasi": [realisasi("A", bulan, 85) for bulan in range(1, 13)],
            "target_serapan": [
                {"tahun": 2026, "bulan": bulan, "target_persen": 10, "dasar_hukum": "Surat uji"}
                for bulan in range(1, 13)
            ],
            "aturan_rapor": aturan_rapor,
        }
    )
    rows = world.table("app.rapor", "profil", "bulan", "warna", "aturan_id", where="cakupan = 'semua'")
    found = {(profil, bulan): (warna, rule) for profil, bulan, warna, rule in rows}
    assert len(found) == len(rows), "a month judged twice"
    return found


def test_a_pemdas_own_bands_replace_the_built_in_ones_from_their_date() -> None:
    judged = _judged(_own("rasio-target", "2026-06-15", (None, 70, "merah"), (70, None, "hijau")))
    assert judged["rasio-target", 5] == ("kuning", "rasio-target@2000-01-01")  # 85 %
    assert judged["rasio-target", 6] == ("hijau", "rasio-target@2026-06-15")  # in force at the end of June
    assert judged["rasio-target", 12] == ("hijau", "rasio-target@2026-06-15")


def test_a_later_version_of_a_pemdas_profile_follows_the_first() -> None:
    first = _own("kabupaten", "2026-01-01", (None, 90, "merah"), (90, None, "hijau"))
    second = _own("kabupaten", "2026-07-01", (None, 80, "merah"), (80, None, "hijau"))
    judged = _judged(first + second)
    assert judged["kabupaten", 6][0] == "merah"
    assert judged["kabupaten", 7][0] == "hijau"


@pytest.mark.parametrize(
    "bands",
    [
        [(None, 80, "merah"), (85, None, "hijau")],
        [(None, 85, "merah"), (80, None, "hijau")],
        [(0, 80, "merah"), (80, None, "hijau")],
        [(None, 80, "hijau"), (80, None, "merah")],
    ],
)
def test_a_pemdas_broken_bands_judge_nothing_and_are_told(bands: list[tuple[int | None, int | None, str]]) -> None:
    world = World({"opd": [opd("A")], "pagu": [pagu("A", 10)], "aturan_rapor": _own("rusak", "2026-01-01", *bands)})
    assert world.table("core.pita", "profil", where="profil = 'rusak'") == []
    assert [row["profil"] for row in world.checks("aturan_pemda_rusak")["aturan_pemda_rusak"]] == ["rusak"]


def test_the_month_table_stands_in_at_quarter_ends() -> None:
    percent = {r["bulan"]: r["target_persen"] for r in rules.rows()["target_tabel"]}
    assert [percent[m] for m in (3, 6, 9, 12)] == [15, 40, 70, 95]
    assert all(Decimal(percent[m]) < Decimal(percent[m + 1]) for m in range(1, 12))
