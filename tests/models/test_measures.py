"""Measures asked: splits, filters, totals, refusals and what is printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines import measures
from pipelines.measure_catalogue import fault
from pipelines.trouble import Trouble
from tests.models.jabatan import kepala, nip, tugas
from tests.models.rapat import janji, kendala, rapat, temuan, tindak
from tests.models.target import pk
from tests.models.world import Row, World, hari, opd, pagu, rak, realisasi, skp

PROGRAM = {"kode_sub_kegiatan": "1.01.02.2.01.0001", "nama_program": "PROGRAM SATU", "kode_program": "1.01.02"}


class Asked:
    """A world that answers like a published file."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.run("create table raw.build as select 'uji' as build")

    def run(self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None) -> list[Row]:
        return self.world.run(sql, params, opd=opd or ["*"])

    def __call__(self, measure: str, **how: Any) -> dict[str, Any]:
        return measures.query(self, measure, opd=how.pop("opd", ["*"]), **how)

    def values(self, measure: str, *by: str, **how: Any) -> dict[Any, Any]:
        rows = self(measure, by=by, **how)["rows"]
        return {tuple(row[d] for d in by) if len(by) > 1 else row[by[0]]: row["nilai"] for row in rows}


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked(World({
        "opd": [opd("A", asisten="1", komisi_dprd="IV", singkatan="Aa"), opd("B", asisten="2"), opd("C", asisten="2")],
        "pagu": [
            pagu("A", 1000, sumber_dana="DAU", **PROGRAM), pagu("A", 500, kode_rekening="5.1.01.01", sumber_dana="DAU"),
            pagu("B", 400), pagu("C", 100), pagu("A", 900, tahun=2025),
        ],
        "rak": rak("A", [100] * 12, **PROGRAM),
        "realisasi": [
            realisasi("A", 1, 50, **PROGRAM), realisasi("A", 2, 150, **PROGRAM),
            realisasi("A", 2, 100, kode_rekening="5.1.01.01"),
            realisasi("B", 1, 40), realisasi("A", 2, 90, tahun=2025),
        ],
        "jabatan": [kepala("A")],
        "riwayat_jabatan": [tugas(nip(1), "2025-01-06", kode_jabatan="A-KEPALA", selesai="2025-12-31")],
        "pk_indikator": [pk("A1", "A", None, "80", tahun=2025)],  # February answers for the last quarter of 2025
        "pk_realisasi": [{"kode_indikator": "A1", "tahun": 2025, "triwulan": 4, "realisasi": "60"}],
        "skp": [skp("901", "A"), skp("902", "A", predikat="Kurang"), skp("903", "B"), skp("904", "B", predikat=None)],
        "rapat": [rapat("R1", "2026-01-10")],
        "tindak_lanjut": [tindak("T1", "R1", "A", "2026-01-31"), tindak("T2", "R1", "B", "2026-02-20")],
        "komitmen": [janji("K1", "R1", "A", "17", "2026-02-28"), janji("K2", "R1", "B", "1", "2026-01-31")],
        "kendala": [kendala("H1", "A", "2026-01-05"), kendala("H2", "B", "2026-02-01")],
        "temuan": [temuan("X1", "A", 100, 40), temuan("X2", "B", 50, None, status="belum ditindaklanjuti")],
    }))  # fmt: skip


def test_what_is_printed(asked: Asked) -> None:
    answer = asked("serapan", by=["opd"])
    assert (answer["measure"], answer["unit"], answer["until"], answer["known_at"]) == (
        "serapan",
        "persen",
        "2026-02",
        None,
    )
    assert answer["build"] == "uji"
    assert answer["rule"].startswith("rasio-target@2000-01-01")
    assert [list(row) for row in answer["rows"]] == [["opd", "opd_nama", "nilai", "target", "status", "rule"]] * 3
    assert {row["rule"] for row in answer["rows"]} == {"rasio-target@2000-01-01"}
    assert [tuple(row.values())[:5] for row in answer["rows"]] == [
        ("A", "Dinas A", Decimal("16.67"), Decimal("13.33"), "biru"),
        ("B", "Dinas B", None, Decimal("10.00"), "abu"),  # reported January only
        ("C", "Dinas C", None, Decimal("10.00"), "abu"),
    ]


def test_each_row_of_one_opd_has_the_colour_of_its_own_month(asked: Asked) -> None:
    def colours(*by: str, **how: Any) -> list[tuple[Any, ...]]:
        return [tuple(row[d] for d in (*by, "status")) for row in asked("serapan", by=by, **how)["rows"]]

    assert colours("opd", "bulan", where={"opd": "A"}) == [("A", 1, "merah"), ("A", 2, "biru")]
    assert colours("bulan", where={"opd": "Dinas A"}) == [(1, "merah"), (2, "biru")]
    assert colours(where={"opd": "A"}) == [("biru",)]
    assert colours("opd", where={"bulan": "1"}) == [("A", "merah"), ("B", "biru"), ("C", "abu")]  # not February's
    assert colours("tahun", where={"opd": "A", "bulan": "2"}) == [(2025, "biru"), (2026, "biru")]
    assert colours("bulan") == [(1, None), (2, None)]  # the region is not an OPD: nobody rates it
    assert colours("bulan", where={"kelompok": "1"}) == [(1, "merah"), (2, "biru")]  # a group of one
    assert colours("jenis", where={"opd": "A"}) == [("5.1.01", None), ("5.1.02", None)]


def test_the_rule_is_that_of_the_profile_and_month_asked_for(asked: Asked) -> None:
    answer = asked("peringkat", by=["opd"], where={"profil": "deviasi-poin"})
    assert answer["rule"].startswith("deviasi-poin@")


def test_months_under_different_rules_each_name_their_own() -> None:
    """The pemda sets its own profile in mid-year: what was judged before keeps its rule, and the answer lists both."""
    changed = [
        {"profil": "rasio-target", "ukuran": "rasio_target", "warna": warna, "batas_bawah": low, "batas_atas": high,
         "berlaku_mulai": hari("2026-07-01"), "dasar_hukum": "Instruksi Bupati 7/2026"}
        for warna, low, high in (("merah", None, 50), ("hijau", 50, None))
    ]  # fmt: skip
    reports = [realisasi("A", month, 70 * month) for month in range(1, 9)]
    found = Asked(World({
        "pagu": [pagu("A", 1200)], "rak": rak("A", [100] * 12), "realisasi": reports, "aturan_rapor": changed,
    }))  # fmt: skip
    answer = found("serapan", by=["bulan"], where={"opd": "A"}, until="2026-08")
    rows = {row["bulan"]: (row["status"], row["rule"].split("@")[1][:10]) for row in answer["rows"]}
    assert rows[6] == ("merah", "2000-01-01")
    assert rows[7] == ("hijau", "2026-07-01")
    rules = answer["rule"].split("; ")
    assert [rule.split(" · ")[0] for rule in rules[:: len(rules) - 1]] == [answer["rows"][n]["rule"] for n in (0, 7)]
    assert "Instruksi Bupati 7/2026" in answer["rule"]
    assert "Instruksi" not in found("serapan", by=["opd"], until="2026-06")["rule"], "not the rule of a later month"
    assert "Instruksi" in found("serapan", by=["program", "bulan"], until="2026-08")["rule"], "of a deeper split too"


def test_a_split_by_profile_has_the_colour_of_each_profile(asked: Asked) -> None:
    rows = asked("peringkat", by=["opd", "profil"], where={"opd": "A"})["rows"]
    told = {row["profil"]: (row["status"], row["rule"].split("@")[0]) for row in rows}
    assert told["rasio-target"] == ("biru", "rasio-target")
    assert told["deviasi-poin"] == ("hijau", "deviasi-poin")  # ahead of plan is no better than green


def test_a_month_is_one_of_twelve_and_brings_its_year(asked: Asked) -> None:
    for month in ("13", "0", "2026-13"):
        with pytest.raises(Trouble):
            asked("serapan", where={"bulan": month})
    assert asked("serapan", where={"bulan": "2025-02"})["rows"][0]["nilai"] == Decimal("10.00")
    with pytest.raises(Trouble):
        asked("serapan", where={"bulan": "2025-02", "tahun": "2026"})


def test_missing_is_not_nil_and_flows_add_up(asked: Asked) -> None:
    assert asked.values("realisasi", "opd") == {"A": 250, "B": 40, "C": None}
    assert asked.values("realisasi", "bulan") == {1: 90, 2: 200}
    assert asked.values("realisasi_kumulatif", "bulan", until="2026-04") == {1: 90, 2: 290, 3: None, 4: None}
    (total,) = asked("realisasi")["rows"]
    assert total["nilai"] == 290


def test_a_ratio_counts_only_who_reported(asked: Asked) -> None:
    (total,) = asked("serapan")["rows"]
    assert total["nilai"] == Decimal("16.67")  # 250 of 1500; B and C are in neither sum
    assert asked.values("pagu", "kelompok") == {"1": 1500, "2": 500}
    assert asked("cakupan_lapor")["rows"][0]["nilai"] == Decimal("33.33")


def test_weighted_total_and_simple_mean_differ_and_are_named(asked: Asked) -> None:
    """Vector 17: 44.74 % and 42.33 % make 43.04 % by weight and 43.54 % by simple mean."""
    world = World({
        "pagu": [pagu("PROV", "342.40"), pagu("KAB", "822.92")],
        "realisasi": [realisasi("PROV", 8, "153.20"), realisasi("KAB", 8, "348.34")],
    })  # fmt: skip
    found = Asked(world)
    assert found.values("serapan", "opd") == {"PROV": Decimal("44.74"), "KAB": Decimal("42.33")}
    assert found("serapan")["rows"][0]["nilai"] == Decimal("43.04")
    assert found("serapan_rata")["rows"][0]["nilai"] == Decimal("43.54")


def test_filters_take_codes_and_names(asked: Asked) -> None:
    for where in (
        {"opd": "A"},
        {"opd": "Dinas A"},
        {"opd": "Aa"},
        {"kelompok": "1"},
        {"kelompok": "asisten-1"},
        {"komisi": "IV"},
    ):
        assert asked("pagu", where=where)["rows"][0]["nilai"] == 1500, where
    for where in (
        {"program": "1.01.02"},
        {"program": "PROGRAM SATU"},
        {"jenis": "Belanja Barang dan Jasa", "opd": "A"},
    ):
        assert asked("pagu", where=where)["rows"][0]["nilai"] == 1000, where
    assert asked("pagu", where={"cakupan": "tanpa_pegawai_btt", "opd": "A"})["rows"][0]["nilai"] == 1000
    assert asked("pagu", where={"sumber_dana": "DAU"})["rows"][0]["nilai"] == 1500


def test_a_year_asked_for_is_taken_at_its_own_last_month(asked: Asked) -> None:
    answer = asked("serapan", where={"tahun": "2025"})
    assert (answer["until"], answer["rows"][0]["nilai"]) == ("2025-02", Decimal("10.00"))
    assert asked.values("pagu", "tahun", where={"opd": "A"}) == {2025: 900, 2026: 1500}


def test_last_year_is_the_same_month(asked: Asked) -> None:
    assert asked.values("serapan_lalu", "opd")["A"] == Decimal("10.00")


def test_a_measure_refuses_what_it_cannot_be_split_by(asked: Asked) -> None:
    with pytest.raises(Trouble, match=r"cannot be split or filtered by program\. It can by: opd, unit, kelompok"):
        asked("fisik", by=["program"])
    with pytest.raises(Trouble, match="only means something split or filtered by opd"):
        asked("peringkat")
    with pytest.raises(Trouble, match="no measure serapann"):
        asked("serapann")
    with pytest.raises(Trouble, match="no dimension opdd"):
        asked("serapan", by=["opdd"])
    with pytest.raises(Trouble, match='no opd with the code or name "Z"'):
        asked("serapan", where={"opd": "Z"})
    with pytest.raises(Trouble, match="cannot be read"):
        asked("serapan", until="2026-13")


def test_a_name_with_a_quote_is_bound_not_read(asked: Asked) -> None:
    with pytest.raises(Trouble, match="no opd"):
        asked("pagu", where={"opd": "' or '1'='1"})


def test_measures_of_different_marts_stand_in_one_row(asked: Asked) -> None:
    sql, params = measures.statement(["pagu", "realisasi", "deviasi", "dilaporkan"], by=["opd"], until="2026-02")
    rows = asked.world.run(sql, params, opd=["*"])
    assert [(r["opd"], r["pagu"], r["realisasi"], r["dilaporkan"]) for r in rows] == [
        ("A", 1500, 250, 1), ("B", 400, 40, 0), ("C", 100, None, 0),
    ]  # fmt: skip
    assert round(rows[0]["deviasi"], 2) == 3.33


def test_rounding_is_half_up(asked: Asked) -> None:
    assert [str(measures.exact(v, "persen")) for v in (48.105, 48.1049, -24.205, -0.001, None)] == [
        "48.11", "48.10", "-24.21", "0.00", "None",
    ]  # fmt: skip


def test_every_measure_answers_by_every_dimension_it_names(asked: Asked) -> None:
    for measure in measures.measures().values():
        for dimension in measures.splits(measure):
            by = [dimension, *(name for name in measure.wajib if name != dimension)]
            rows = asked(measure.id, by=by)["rows"]
            assert rows, (measure.id, dimension)
            if dimension in measure.aditif and dimension != "bulan":
                (total,) = asked(measure.id)["rows"]
                parts = [row["nilai"] for row in rows if row["nilai"] is not None]
                assert (sum(parts) if parts else None) == total["nilai"], (measure.id, dimension)


@pytest.mark.parametrize(
    "expression",
    [
        "pagu", "sum(pagu + rak_kum)", "sum(case when dilaporkan then pagu end)", "count(distinct kode_opd)",
        "sum(pagu) over ()", "(select 1)", "sum(t.pagu)", "sum(pagu), sum(rak_kum)", "sum(pagu) from marts.anggaran",
        "sum(pagu) filter (where kode_opd = 'A')", "round(sum(pagu))", "sum(",
    ],
)  # fmt: skip
def test_a_formula_of_more_than_plain_aggregates_is_refused(expression: str) -> None:
    assert fault(expression)


# ---- identities ---------------------------------------------------------------------------------------------

AMOUNTS = st.lists(st.integers(0, 10**13), min_size=6, max_size=6)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from("ABC"), AMOUNTS, min_size=1))
def test_monthly_and_cumulative_files_give_the_same_numbers(spent: dict[str, list[int]]) -> None:
    """The same money told month by month, told as positions, or told in turns, is the same money."""

    def file(basis_of: Any) -> list[Row]:
        rows = []
        for kode, amounts in spent.items():
            for bulan in range(1, 7):
                basis = basis_of(bulan)
                sen = amounts[bulan - 1] if basis == "bulanan" else sum(amounts[:bulan])
                rows.append(realisasi(kode, bulan, str(Decimal(sen) / 100), basis=basis))
        return rows

    ceilings = [pagu(kode, 10**12) for kode in spent]
    told = [
        World({"pagu": ceilings, "realisasi": file(basis)})
        for basis in (lambda m: "bulanan", lambda m: "kumulatif", lambda m: "kumulatif" if m % 3 == 0 else "bulanan")
    ]
    columns = ("kode_opd", "bulan", "realisasi_bulan", "realisasi_kum", "dilaporkan")
    assert told[0].table("app.opd_bulan", *columns) == told[1].table("app.opd_bulan", *columns)
    assert told[0].table("app.opd_bulan", *columns) == told[2].table("app.opd_bulan", *columns)
    assert told[0].checks().keys() <= {"realisasi_melebihi_pagu"}
    found = Asked(told[0])
    total = Decimal(sum(map(sum, spent.values()))) / 100
    assert sum(found.values("realisasi", "opd").values()) == total
    assert sum(found.values("realisasi", "bulan").values()) == total
    assert sum(v for kode in spent for v in found.values("realisasi", "opd", opd=[kode]).values()) == total
