"""The rules of the short list, one OPD at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from dashboard.figures.figure import Lang
from dashboard.topics import ditanya, fakta
from dashboard.topics.ditanya import Berlaku
from dashboard.topics.papan import Unit
from dashboard.topics.prioritas import priorities
from dashboard.topics.prioritas import reasons as reasons_of
from dashboard.view import View
from pipelines.aturan_pertanyaan import built_in

BILLION = Decimal(10**9)
CALM = Unit(
    kode="A", nama="Dinas A", label="A", asisten="1", sementara=False, dilaporkan=True, pagu=10 * BILLION,
    pagu_murni=10 * BILLION, realisasi=4 * BILLION, rak=4 * BILLION, sisa=6 * BILLION, serapan=Decimal(40),
    target=Decimal(40), deviasi=Decimal(0), sumber_target="rak", serapan_lalu=None, fisik=None, fisik_keuangan=None,
    posisi="2026-04", direkam=datetime(2026, 5, 5), selisih_kontrol=False, warna="hijau", alasan=None,
    warna_lalu="hijau", warna_berikut=None, kurang=None, peringkat=1, peringkat_lalu=1, n_dinilai=1, lewat=None,
    lewat_nama=None,
)  # fmt: skip
BEHIND = replace(CALM, warna="merah", serapan=Decimal(20), deviasi=Decimal(-20))


RULES = sorted(
    (Berlaku(key, key, "bawaan", values[-1]) for key, values in built_in().items() if "prioritas" in values[-1].jenis),
    key=lambda one: one.aturan.urutan,
)


def view(lang: Lang = "id") -> View:
    return View(2026, 4, lang=lang)


def asked(unit: Unit) -> Unit:
    """The unit as the board gives it: with the rules that fire for it."""
    this_year = unit.posisi is not None and unit.posisi.startswith("2026")
    last = int(unit.posisi[5:]) if this_year and unit.posisi else 0
    more = {"bulan_tanpa_lapor": 4 - last, **({"lapor_terakhir": unit.posisi} if this_year else {})}
    return replace(unit, ditanya=ditanya.asked(RULES, fakta.of_unit(unit, view(), more)))


def reasons(unit: Unit, view: View) -> list[str]:
    return reasons_of(asked(unit), view)


def test_an_opd_on_plan_gives_no_reason() -> None:
    assert reasons(CALM, view()) == []
    assert priorities([asked(CALM)], view()) == []


@pytest.mark.parametrize(
    ("unit", "said_id", "said_en"),
    [
        (BEHIND, "tertinggal 20,00 poin", "20.00 points behind"),
        (replace(BEHIND, target=None, deviasi=None), "merah menurut profil ini", "red under this profile"),
        (replace(CALM, dilaporkan=False, posisi="2026-02"), "laporan terakhir Februari 2026", "last report February"),
        (replace(CALM, dilaporkan=False, posisi="2025-12"), "belum pernah", "never reported"),
        (replace(CALM, dilaporkan=False, posisi=None), "belum pernah", "never reported"),
        (replace(CALM, pagu=Decimal("4.1") * BILLION), "hampir menyentuhnya", "nearly at it"),
        (replace(CALM, pagu=3 * BILLION), "melebihinya", "exceeds it"),
        (replace(CALM, lewat=BILLION, lewat_nama="Promosi"), "Promosi melebihi pagu", "Promosi has spent"),
        (replace(CALM, fisik=Decimal(65), fisik_keuangan=Decimal(25)), "selisih 25,00 poin", "by 25.00 points"),
        (replace(CALM, selisih_kontrol=True), "total kontrol", "control total"),
    ],
)
def test_each_rule_gives_its_reason_in_figures(unit: Unit, said_id: str, said_en: str) -> None:
    (reason_id,), (reason_en,) = reasons(unit, view()), reasons(unit, view("en"))
    assert said_id in reason_id
    assert said_en in reason_en


@pytest.mark.parametrize(
    "unit",
    [
        replace(CALM, pagu=5 * BILLION),  # cut, but far from spent
        replace(CALM, fisik=Decimal(59), fisik_keuangan=Decimal("19.99")),
        replace(CALM, warna="kuning", deviasi=Decimal(-6)),
        replace(CALM, fisik=Decimal(5), fisik_keuangan=Decimal(-35)),  # money before work is not this rule
    ],
)
def test_what_is_short_of_a_rule_is_left_alone(unit: Unit) -> None:
    assert reasons(unit, view()) == []


def test_the_gravest_of_each_rule_comes_before_the_second_of_any() -> None:
    units = [replace(BEHIND, kode=f"M{n}", nama=f"M{n}", label=f"M{n}", deviasi=Decimal(-20 - n)) for n in range(6)]
    units += [replace(CALM, kode="L", nama="L", label="L", dilaporkan=False, posisi="2026-01")]
    units += [replace(CALM, kode="S", nama="S", label="S", selisih_kontrol=True)]
    assert [item.title for item in priorities([asked(unit) for unit in units], view())] == ["M5", "L", "S", "M4", "M3"]


def test_one_opd_stands_once_with_all_its_reasons() -> None:
    both = replace(BEHIND, selisih_kontrol=True, fisik=Decimal(60), fisik_keuangan=Decimal(40))
    (item,) = priorities([asked(both)], view())
    assert item.reason.count(";") == 2
    assert item.link is not None
    assert item.link.params == (("opd", "A"),)


def test_no_reason_claims_a_cause() -> None:
    told = " ".join(" ".join(reasons(unit, view())) for unit in (BEHIND, replace(CALM, fisik_keuangan=Decimal(30))))
    assert not [word for word in ("karena", "akibat", "disebabkan") if word in told]
