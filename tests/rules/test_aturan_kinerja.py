"""The file of people's performance: whole, dated, with a word for every code that a reader can meet."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from pipelines import catalogue, tabel_kinerja
from pipelines.aturan_kinerja import Kinerja, Predikat, Rezim, bersih, kinerja, rezim


def _file() -> dict[str, Any]:
    return kinerja().model_dump()


@pytest.mark.parametrize(
    ("akhir", "kode"),
    [
        (date(2013, 12, 31), None), (date(2021, 6, 30), "pp46"), (date(2021, 7, 1), "pp30"),
        (date(2021, 12, 31), "pp30"), (date(2022, 1, 1), "pan6"), (date(2026, 12, 31), "pan6"),
    ],
)  # fmt: skip
def test_the_day_a_period_ends_names_its_regime(akhir: date, kode: str | None) -> None:
    assert rezim(akhir) == kode


def test_every_table_has_rows_and_every_rule_its_basis() -> None:
    rows = tabel_kinerja.rows()
    assert rows.keys() == tabel_kinerja.SCHEMAS.keys()
    for name, body in rows.items():
        assert body, name
        if name != "skp_kata":
            assert all(r["aturan_id"] and r["dasar_hukum"] and r["dasar_hukum_en"] and r["tag"] for r in body), name


def test_a_writing_has_one_meaning_of_a_kind() -> None:
    written = [(w["jenis"], w["tertulis"]) for w in tabel_kinerja.rows()["skp_kata"] if w["jenis"] != "kelompok"]
    assert len(written) == len(set(written))
    assert bersih("Kurang / Misconduct") == "kurangmisconduct"


def test_every_code_has_its_words() -> None:
    rows, words = tabel_kinerja.rows(), catalogue.keys()
    codes = {f"predikat_{r}_{p}" for r in get_args(Rezim) for p in get_args(Predikat)}
    codes |= {f"rezim_{r}" for r in get_args(Rezim)} | {f"rating_{r['hasil']}" for r in rows["skp_matriks"]}
    codes |= {f"pola_{r['syarat']}" for r in rows["skp_pola"]} | {
        f"organisasi_{r['organisasi']}" for r in rows["skp_pola"]
    }
    codes |= {f"hukuman_{r['hukuman']}" for r in rows["disiplin_tangga"]} | {
        f"ip_{r['kategori']}" for r in rows["ip_pita"]
    }
    assert [code for code in sorted(codes) if f"skp.{code}" not in words] == []


def test_bands_out_of_order_are_refused() -> None:
    file = _file()
    file["pita"]["pp46"]["batas"] = tuple(reversed(file["pita"]["pp46"]["batas"]))
    with pytest.raises(ValidationError, match="best to worst"):
        Kinerja.model_validate(file)


def test_two_regimes_may_not_begin_on_one_day() -> None:
    file = _file()
    file["rezim"][1]["berlaku"] = file["rezim"][0]["berlaku"]
    with pytest.raises(ValidationError, match="share a date"):
        Kinerja.model_validate(file)
