"""Units below an OPD as evaluated units: a bagian's money, target, colour and rank, and what meetings left it to do."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipelines.measure_statement import statement
from tests.models.jabatan import dunia
from tests.models.rapat import janji, kendala, rapat, tindak
from tests.models.world import Row, World, opd, pagu, rak, realisasi

UNITS = [
    opd("SETDA", asisten="3"),
    *(opd(k, jenis="bagian", induk_kode_opd="SETDA", nama=f"Bagian {k}") for k in "UHK"),
]
PLAN = [50] * 12


def money(**spent: tuple[int, int | None]) -> dict[str, list[Row]]:
    """Ceiling and spending up to October by unit."""
    return {
        "opd": UNITS,
        "pagu": [pagu(unit, ceiling) for unit, (ceiling, _) in spent.items()],
        "realisasi": [realisasi(unit, 10, amount) for unit, (_, amount) in spent.items() if amount is not None],
    }


def october(found: World, *columns: str, profil: str = "rasio-target") -> list[tuple[Any, ...]]:
    return found.table("app.unit_rapor", "kode_unit", *columns, where=f"periode = '2026-10' and profil = '{profil}'")


@pytest.fixture(scope="module")
def setda() -> World:
    plans = [row for unit in ("SETDA", "U", "H", "K") for row in rak(unit, PLAN)]
    return World(dunia(money(SETDA=(5000, 450), U=(1000, 450), H=(1000, 399), K=(1000, None)), {
        "rak": plans,
        "fisik": [
            {"kode_opd": "U", "tahun": 2026, "bulan": 10, "real_fisik": 61, "target_fisik": 80},
            {"kode_opd": "SETDA", "tahun": 2026, "bulan": 10, "real_fisik": 70},
        ],
        "rapat": [rapat("R1", "2026-09-01")],
        "tindak_lanjut": [
            tindak("T1", "R1", "SETDA", "2026-09-20", kode_unit="U"),
            tindak("T2", "R1", "SETDA", "2026-12-20", kode_unit="U"), tindak("T3", "R1", "SETDA", "2026-09-20"),
        ],
        "komitmen": [janji("K1", "R1", "SETDA", 45, "2026-10-31", kode_unit="U")],
        "kendala": [kendala("H1", "SETDA", "2026-09-01", kode_unit="H")],
    }))  # fmt: skip


def test_a_bagian_is_judged_by_the_rule_of_opd_and_ranked_among_its_own(setda: World) -> None:
    columns = ("pagu", "target_kum", "realisasi_kum", "warna", "peringkat", "n_dinilai", "aturan_id")
    # K reported with the OPD: nil spent of a plan of 500
    assert october(setda, *columns) == [
        ("H", 1000, 500, 399, "merah", 2, 3, "rasio-target@2000-01-01"),
        ("K", 1000, 500, 0, "merah", 3, 3, "rasio-target@2000-01-01"),
        ("U", 1000, 500, 450, "hijau", 1, 3, "rasio-target@2000-01-01"),
    ]  # fmt: skip
    assert october(setda, "warna", profil="deviasi-poin") == [("H", "merah"), ("K", "merah"), ("U", "hijau")]


def test_the_opd_itself_is_no_unit_below_and_is_judged_as_before(setda: World) -> None:
    (whole,) = setda.table("app.rapor", "kode_opd", "pembilang", "penyebut", "warna",
                           where="periode = '2026-10' and profil = 'rasio-target' and cakupan = 'semua'")  # fmt: skip
    assert whole == ("SETDA", 1299, 2000, "merah")
    assert setda.table("app.unit_bulan", "kode_unit", where="periode = '2026-10'") == [
        ("H",),
        ("K",),
        ("SETDA",),
        ("U",),
    ]


def test_what_meetings_left_a_bagian_to_do_stands_beside_its_money(setda: World) -> None:
    assert october(setda, "n_tindak_lanjut", "n_terbuka", "n_lewat", "n_komitmen", "n_ditepati", "n_kendala") == [
        ("H", 0, 0, 0, 0, 0, 1), ("K", None, None, None, None, None, None), ("U", 2, 2, 1, 1, 1, 0),
    ]  # fmt: skip


def test_measures_by_unit_carry_the_masters_names(setda: World) -> None:
    ids = (
        "pagu", "rak_kumulatif", "realisasi_kumulatif", "serapan", "fisik", "fisik_target", "tindak_lanjut",
        "tindak_lanjut_lewat",
    )  # fmt: skip
    sql, params = statement(ids, by=["unit"], where={"opd": "SETDA"}, until="2026-10")
    rows = {row["unit"]: row for row in setda.run(sql, params, opd=["SETDA"])}
    assert [(unit, row["unit_nama"]) for unit, row in rows.items()] == [
        ("H", "Bagian H"), ("K", "Bagian K"), ("SETDA", "Dinas SETDA"), ("U", "Bagian U"),
    ]  # fmt: skip
    u = rows["U"]
    assert [u[name] for name in ids] == [1000, 500, 450, 45.0, 61.0, 80.0, 2, 1]
    assert (rows["SETDA"]["fisik"], rows["SETDA"]["tindak_lanjut"], rows["H"]["fisik"]) == (None, 1, None)
    sql, params = statement(["fisik"], by=["opd"], until="2026-10")
    assert [row["fisik"] for row in setda.run(sql, params, opd=["*"])] == [70.0]


def test_a_letter_is_the_target_of_units_that_have_no_plan() -> None:
    letter = [{"tahun": 2026, "bulan": 10, "target_persen": "70.5", "dasar_hukum": "Surat", "kode_opd": None}]
    found = World(dunia(money(SETDA=(100, 10), U=(1000, 705), H=(999, 704)), {"target_serapan": letter}))
    assert october(found, "target_kum", "sumber_target", "warna") == [
        ("H", Decimal("704.30"), "surat", "hijau"), ("U", 705, "surat", "biru"),
    ]  # fmt: skip


def test_a_plan_on_a_unit_without_money_says_nothing_of_the_others() -> None:
    found = World(dunia(money(U=(1000, 450), H=(1000, 400)), {"rak": rak("SETDA", PLAN)}))
    assert october(found, "target_kum", "warna", "alasan") == [
        ("H", None, "abu", "tanpa_target"), ("U", None, "abu", "tanpa_target"),
    ]  # fmt: skip


def test_a_bagian_that_only_meetings_speak_of_has_no_colour() -> None:
    found = World(dunia(money(U=(1000, 450)), {
        "rapat": [rapat("R1", "2026-09-01")],
        "tindak_lanjut": [tindak("T1", "R1", "SETDA", "2026-09-20", kode_unit="H")],
    }))  # fmt: skip
    rows = found.table("app.unit_rapor", "kode_unit", "warna", "alasan", "pagu", "n_lewat", where="periode = '2026-10'")
    assert ("H", "abu", "tanpa_anggaran", None, 1) in rows


def test_a_bagian_that_has_not_reported_is_not_at_nil() -> None:
    found = World(dunia(money(U=(1000, None)), {"rak": rak("U", PLAN)}))
    columns = ("dilaporkan", "serapan_persen", "deviasi", "warna", "alasan")
    assert october(found, *columns) == [("U", False, None, None, "abu", "belum_lapor")]


def test_a_unit_that_a_cumulative_report_leaves_out_has_not_reported() -> None:
    units = {"opd": [opd("S"), opd("S-1", induk_kode_opd="S"), opd("S-2", induk_kode_opd="S")]}
    found = World(dunia(units, {
        "pagu": [pagu("S-1", 1000), pagu("S-2", 1000)],
        "realisasi": [
            *(realisasi("S-1", n, 50 * n) for n in range(1, 10)), *(realisasi("S-2", n, 50 * n) for n in range(1, 11)),
        ],
        "rapat": [rapat("R1", "2026-01-05")],
        "komitmen": [
            janji("K1", "R1", "S", 50, "2026-10-31", kode_unit="S-1"),
            janji("K2", "R1", "S", 50, "2026-10-31", kode_unit="S-2"),
            janji("K3", "R1", "S", 45, "2026-10-15", kode_unit="S-1"),
        ],
    }))  # fmt: skip
    assert found.table("app.komitmen", "id", "putusan", "sebab", "nilai") == [
        ("K1", "menunggu data", "belum_lapor", 45.0), ("K2", "ditepati", None, 50.0), ("K3", "ditepati", None, 45.0),
    ]  # fmt: skip
    columns = ("bulan", "dilaporkan", "realisasi_kum")
    assert found.table("app.unit_bulan", *columns, where="kode_unit = 'S-1' and bulan in (9, 10)") == [
        (9, True, 450), (10, False, None),
    ]  # fmt: skip


def test_a_unit_that_spent_nothing_or_whose_opd_reports_as_a_whole_has_reported() -> None:
    units = {"opd": [opd("S"), opd("S-1", induk_kode_opd="S"), opd("S-2", induk_kode_opd="S")]}
    money = {"pagu": [pagu("S-1", 1000), pagu("S-2", 1000)], "realisasi": [realisasi("S-2", 3, 50)]}
    found = World(dunia(units, money))
    columns = ("bulan", "dilaporkan", "realisasi_kum")
    assert found.table("app.unit_bulan", *columns, where="kode_unit = 'S-1' and bulan = 3") == [(3, True, 0)]
    monthly = [realisasi(unit, n, 50, basis="bulanan") for unit, n in (("S-1", 1), ("S-2", 1), ("S-2", 2))]
    found = World(dunia(units, money | {"realisasi": monthly}))
    assert found.table("app.unit_bulan", *columns, where="kode_unit = 'S-1' and bulan in (1, 2)") == [
        (1, True, 50), (2, True, 50),
    ]  # fmt: skip
