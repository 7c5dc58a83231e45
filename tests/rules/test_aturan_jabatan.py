"""Numbers and words about posts: dated, with a basis, used by the SQL; the spans in which replacing needs approval."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from pipelines.aturan_jabatan import Pilkada, angka, larangan, pilkada_of, rows
from pipelines.models import TABLES, models
from pipelines.trouble import Trouble

SQL = "\n".join(model.sql for model in models(TABLES))


def spans(*elections: Pilkada) -> list[tuple[date, date]]:
    return [(row["mulai"], row["sampai"]) for row in larangan(elections).to_pylist()]


@pytest.mark.parametrize(
    ("fixed", "begins"),
    [
        (date(2024, 9, 22), date(2024, 3, 22)),
        (date(2020, 7, 8), date(2020, 1, 8)),
        (date(2027, 8, 31), date(2027, 2, 28)),
        (date(2028, 8, 31), date(2028, 2, 29)),
    ],
)
def test_six_months_before_candidates_are_fixed(fixed: date, begins: date) -> None:
    assert spans(Pilkada(penetapan=fixed)) == [(begins, date(9999, 12, 31))]


def test_the_spans_of_the_old_and_the_new_head_touch() -> None:
    whole = Pilkada(penetapan=date(2024, 9, 22), akhir_masa=date(2025, 2, 19), pelantikan=date(2025, 2, 20))
    assert spans(whole) == [(date(2024, 3, 22), date(2025, 2, 20)), (date(2025, 2, 20), date(2025, 8, 20))]
    assert spans(Pilkada(penetapan=date(2024, 9, 22), pelantikan=date(2025, 2, 20))) == spans(whole)
    assert spans(Pilkada(pelantikan=date(2025, 8, 31))) == [(date(2025, 8, 31), date(2026, 2, 28))]
    assert spans(Pilkada()) == []
    assert all(row["dasar_hukum"] and row["dasar_hukum_en"] and row["tag"] for row in larangan([whole]).to_pylist())


def test_a_workspace_says_its_own_elections(tmp_path: Path) -> None:
    assert pilkada_of(tmp_path) == ()
    (tmp_path / "contoh").mkdir()
    assert [one.penetapan for one in pilkada_of(tmp_path)] == [date(2024, 9, 22)]  # of the fictional pemda
    own = tmp_path / "pemda.toml"
    own.write_text("[[pilkada]]\npelantikan = 2026-02-20\n", encoding="utf-8")
    assert pilkada_of(tmp_path) == (Pilkada(pelantikan=date(2026, 2, 20)),)
    own.write_text('nama = "Kabupaten Uji"\npilkada = []\n', encoding="utf-8")
    assert pilkada_of(tmp_path) == ()
    own.write_text("[[pilkada]]\npenetapan = 2026-02-20\nakhir_masa = 2026-01-01\n", encoding="utf-8")
    with pytest.raises(Trouble) as told:
        pilkada_of(tmp_path)
    assert "pilkada" in told.value.say("id")


def test_every_number_has_a_basis_and_is_used_by_the_sql() -> None:
    used = set(re.findall(r"'(\w+)'", SQL))
    assert set(angka()) - used == set()
    for row in rows()["aturan_jabatan"]:
        assert row["dasar_hukum"] and row["dasar_hukum_en"]
        assert row["tingkat"] in ("perhatian", "info")
        assert "pelanggaran" not in (row["dasar_hukum"] + row["dasar_hukum_en"]).lower()


def test_every_key_the_sql_asks_for_is_there() -> None:
    judged = "\n".join(model.sql for model in models(TABLES) if "raw.aturan_jabatan" in model.reads)
    keys = set(re.findall(r"(?:\.|where )kunci = '(\w+)'", judged))
    assert len(keys) > 5
    assert keys <= set(angka())
    kinds = set(re.findall(r"jenis = '(\w+)'", SQL)) & {row["jenis"] for row in rows()["kata_jabatan"]}
    assert kinds == {row["jenis"] for row in rows()["kata_jabatan"]}


def test_the_number_in_force_changes_on_its_day() -> None:
    two_years = [row for row in rows()["aturan_jabatan"] if row["kunci"] == "masa_paling_singkat"]
    assert [(row["berlaku_mulai"], row["berlaku_sampai"], row["tingkat"]) for row in two_years] == [
        (date(2014, 1, 15), date(2023, 10, 31), "perhatian"),
        (date(2023, 10, 31), None, "info"),
    ]
