"""Commitments beyond single situations: shares of heads, what moving a promise does, order, scope, known when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.build import build
from pipelines.contracts.lembar import lembar
from pipelines.engines.duckdb import Reader
from pipelines.imports import import_file
from pipelines.intake.report import Answers
from pipelines.records.changes import Change, Who
from pipelines.records.database import open_records
from pipelines.records.where import URL
from pipelines.workspace import open_workspace
from tests.models.jabatan import dinas, dunia, nip, tugas
from tests.models.rapat import janji, rapat
from tests.models.world import Row, World, opd, pagu, realisasi

# ---- shares of heads ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def heads() -> World:
    """A head of A until June 2026, then of B; promises of two years, one in each way that does not count."""
    posts = [
        tugas(nip(1), "2024-01-15", kode_opd="A", kode_jabatan="A-KEPALA", selesai="2026-06-30"),
        tugas(nip(2), "2026-07-01", kode_opd="A", kode_jabatan="A-KEPALA"),
        tugas(nip(1), "2026-07-01", kode_opd="B", kode_jabatan="B-KEPALA"),
    ]
    return World(dunia(dinas("A", "B"), {
        "riwayat_jabatan": posts,
        "pagu": [pagu("A", 1000), pagu("B", 1000), pagu("A", 1000, tahun=2025)],
        "realisasi": [
            *(realisasi("A", n, 60 * n, tahun=2025) for n in range(1, 13)),
            *(realisasi(kode, n, 60 * n) for kode in "AB" for n in range(1, 11)),
        ],
        "rapat": [rapat("R0", "2025-02-10"), rapat("R1", "2026-02-10"), rapat("R2", "2026-07-10")],
        "komitmen": [
            janji("K1", "R0", "A", 36, "2025-06-30"), janji("K2", "R0", "A", 72, "2025-12-31"),
            janji("K3", "R0", "A", 73, "2025-12-31"), janji("K4", "R1", "A", 18, "2026-03-31"),
            janji("K5", "R1", "A", 40, "2026-09-30"), janji("K6", "R2", "B", 50, "2026-08-31"),
            janji("K7", "R2", "B", 90, "2026-12-31"), janji("K8", "R2", "B", 50, "2026-08-31", keadaan="dicabut"),
            janji("K9", "R2", "B", 50, "2026-09-15"), janji("K0", "R2", "B", 60, "2026-10-31"),
        ],
    }))  # fmt: skip


def test_a_heads_share_is_of_what_he_promised_and_still_answered_for(heads: World) -> None:
    (one,) = heads.run("select orang_id from core.orang_nip where nip = ?", [nip(1)])
    (two,) = heads.run("select orang_id from core.orang_nip where nip = ?", [nip(2)])
    columns = ("kode_opd", "year(tanggal_janji)", "hasil", "dihitung")
    mine = heads.table("app.komitmen_orang", *columns, where=f"orang_id = '{one['orang_id']}'")
    assert Counter(mine) == {
        ("A", 2025, "ditepati", True): 2, ("A", 2025, "tidak ditepati", True): 1, ("A", 2026, "ditepati", True): 1,
        ("A", 2026, "berganti", False): 1, ("B", 2026, "ditepati", True): 1, ("B", 2026, "tidak ditepati", True): 1,
        ("B", 2026, "berjalan", False): 1, ("B", 2026, "belum dapat dinilai", False): 1,
        ("B", 2026, "dicabut", False): 1,
    }  # fmt: skip
    others = heads.table("app.komitmen_orang", *columns, where=f"orang_id = '{two['orang_id']}'")
    assert others == [("A", 2026, "diwarisi", False)]


def test_the_opds_verdict_stands_whoever_promised(heads: World) -> None:
    months = heads.table("app.rapat_bulan", "periode", "kode_opd", "n_komitmen", "n_ditepati", "n_tidak_ditepati",
                         where="n_komitmen > 0")  # fmt: skip
    assert months == [
        ("2025-06", "A", 1, 1, 0), ("2025-12", "A", 2, 1, 1), ("2026-03", "A", 1, 1, 0), ("2026-08", "B", 1, 0, 1),
        ("2026-09", "A", 1, 1, 0), ("2026-09", "B", 1, 0, 0), ("2026-10", "B", 1, 1, 0),
        ("2026-12", "B", 1, 0, 0),
    ]  # fmt: skip


def test_a_reader_of_one_opd_sees_its_promises_and_their_people_alone(heads: World) -> None:
    for view in ("komitmen", "komitmen_orang"):
        assert {r["kode_opd"] for r in heads.run(f"select kode_opd from app.{view}", opd=["B"])} == {"B"}
        assert heads.run(f"select 1 from app.{view}", opd=[]) == []


# ---- what moving a promise does -----------------------------------------------------------------------------------

BATAS = date(2026, 10, 31)
ENDS = [date(2026, n, (31, 28, 31, 30, 31, 30, 31, 31, 30, 31)[n - 1]) for n in range(1, 11)]
DAYS = [*ENDS, date(2026, 1, 10), date(2026, 5, 15), date(2026, 9, 29), date(2026, 10, 1), date(2026, 11, 1)]
RANK = {"ditepati": 0, "belum dapat dinilai": 1, "menunggu data": 1, "berjalan": 1, "tidak ditepati": 2}
SPENT = st.lists(st.one_of(st.none(), st.integers(0, 100_000)), min_size=10, max_size=10)
GRID = [Decimal(n) / 10_000 for n in (0, 1, 499_999, 500_000, 500_001, 799_900, 799_960, 800_000, 1_000_000, 1_200_000)]


def _oracle(spent: Sequence[int | None], ceiling: int, promised: Decimal, day: date) -> str:
    """The rule again, in fractions."""

    def reached(month: int) -> bool | None:
        at = spent[month - 1] if 1 <= month <= 10 else None
        return None if at is None else Fraction(at * 100, 100 * ceiling) * 100 >= Fraction(promised)

    last = day == ENDS[day.month - 1] if day.month <= 10 else False
    before = day.month if last else day.month - 1
    if before and reached(before):
        return "ditepati"
    if day > BATAS:
        return "berjalan"
    after = reached(day.month)
    if after is False:
        return "tidak ditepati"
    if after is None or (before and reached(before) is None):
        return "menunggu data"
    return "belum dapat dinilai"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SPENT, st.integers(1, 120_000))
def test_every_promise_is_judged_as_fractions_do_and_a_higher_one_is_never_kept_sooner(
    spent: list[int | None], ceiling: int
) -> None:
    promises = [(f"{d:02d}-{n:02d}", day, value) for d, day in enumerate(DAYS) for n, value in enumerate(GRID)]
    rows = {
        "pagu": [pagu("A", ceiling), pagu("Z", 1)],
        "realisasi": [
            *(realisasi("A", n, said) for n, said in enumerate(spent, 1) if said is not None), realisasi("Z", 10, 1),
        ],
        "rapat": [rapat("R1", "2026-01-05")],
        "komitmen": [janji(id, "R1", "A", str(value), day.isoformat()) for id, day, value in promises],
    }  # fmt: skip
    found = World(dunia(dinas("A", "Z"), rows)).table("app.komitmen", "id", "putusan")
    assert found == [(id, _oracle(spent, ceiling, value, day)) for id, day, value in promises]
    for (id, verdict), (following, harder) in pairwise(found):
        assert id[:2] != following[:2] or RANK[verdict] <= RANK[harder]


def test_the_order_in_which_things_were_written_does_not_matter(heads: World) -> None:
    said = [janji(f"K{n}", "R1", "A", n * 10, "2026-10-31") for n in range(9)]
    columns = ("id", "putusan", "nilai", "orang_id")
    rows = {"pagu": [pagu("A", 100)], "realisasi": [realisasi("A", 10, 45)], "rapat": [rapat("R1", "2026-01-05")]}
    worlds = [World(dunia(dinas("A"), rows, {"komitmen": order})) for order in (said, said[::-1])]
    told = [world.table("app.komitmen", *columns) for world in worlds]
    assert told[0] == told[1]
    assert [verdict for _, verdict, *_ in told[0]] == ["ditepati"] * 5 + ["tidak ditepati"] * 4


# ---- units that changed -------------------------------------------------------------------------------------------


def test_an_opd_that_ended_before_its_deadline_is_judged_by_nothing() -> None:
    ended = {"opd": [opd("A", berlaku_sampai=date(2026, 6, 30), digabung_ke="B"), opd("B")]}
    found = World(dunia(ended, {
        "pagu": [pagu("A", 100), pagu("B", 100)], "realisasi": [realisasi("A", 6, 50), realisasi("B", 10, 90)],
        "rapat": [rapat("R1", "2026-01-05")], "komitmen": [janji("K1", "R1", "A", 50, "2026-09-30")],
    }))  # fmt: skip
    assert found.table("app.komitmen", "putusan", "sebab") == [("tidak dapat dinilai", "unit_berakhir")]
    assert [row["id"] for row in found.checks("komitmen_tak_dapat_dinilai")["komitmen_tak_dapat_dinilai"]] == ["K1"]


def test_an_opd_that_ended_without_a_successor_is_not_waited_for() -> None:
    ended = {"opd": [opd("A", berlaku_sampai=date(2026, 9, 15)), opd("B")]}
    days = ("2026-08-31", "2026-09-15", "2026-09-16", "2026-09-30", "2026-12-31")
    found = World(dunia(ended, {
        "pagu": [pagu("A", 100), pagu("B", 100)], "realisasi": [realisasi("A", 8, 79), realisasi("B", 10, 90)],
        "rapat": [rapat("R1", "2026-01-05")],
        "komitmen": [janji(f"K{n}", "R1", "A", 80, day) for n, day in enumerate(days)],
    }))  # fmt: skip
    assert found.table("app.komitmen", "id", "putusan", "sebab") == [
        ("K0", "tidak ditepati", None), ("K1", "menunggu data", "belum_lapor"),
        ("K2", "tidak dapat dinilai", "unit_berakhir"), ("K3", "tidak dapat dinilai", "unit_berakhir"),
        ("K4", "berjalan", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "verdict"), [("2206-10-31", "berjalan"), ("1999-10-31", "menunggu data")])
def test_a_promise_of_a_year_that_no_calendar_has_is_kept_in_sight(day: str, verdict: str) -> None:
    money = {"pagu": [pagu("A", 100)], "realisasi": [realisasi("A", 10, 50)], "rapat": [rapat("R1", "2026-01-05")]}
    found = World(dunia(dinas("A"), money, {"komitmen": [janji("K1", "R1", "A", 50, day)]}))
    assert found.table("app.komitmen", "id", "putusan") == [("K1", verdict)]


def test_nothing_reported_by_anybody_waits_for_data() -> None:
    promise = janji("K1", "R1", "A", 5, "2026-03-31")
    found = World({"rapat": [rapat("R1", "2026-01-05")], "opd": [opd("A")], "komitmen": [promise]})
    assert found.table("app.komitmen", "putusan", "ditunggu") == [("menunggu data", date(2026, 3, 31))]


# ---- what was known when ------------------------------------------------------------------------------------------


def _workbook(path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        heads = [column.name for column in lembar(name).columns]
        page.append(heads)
        for row in rows:
            page.append([row.get(head) for head in heads])
    made.save(path)
    return path


def test_a_restated_month_changes_the_verdict_and_the_old_one_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL, raising=False)
    ws = open_workspace(tmp_path / "home")

    def spent(amount: int, at: datetime) -> None:
        sheets = {"pagu": [pagu("A", 1000, nama_opd="Dinas A")], "realisasi": [realisasi("A", 9, amount)]}
        taken = import_file(ws, _workbook(tmp_path / f"{amount}.xlsx", sheets), Answers(confirm=True), recorded_at=at)
        assert taken.reading.status == "accepted"

    def verdict(known_at: date | None = None) -> list[Any]:
        made = build(ws, known_at=known_at)
        rows = Reader(made.path).run("select id, nilai_janji, putusan, nilai from app.komitmen", opd=["*"])
        return [(row["id"], int(row["nilai_janji"]), row["putusan"], row["nilai"]) for row in rows]

    at = [datetime(2026, 10, day, 3, tzinfo=UTC) for day in (10, 12, 20, 25)]
    spent(790, at[0])
    records = open_records(ws)
    meeting = {"jenis": "TEPRA", "tanggal": date(2026, 1, 5)}
    promise = {
        "rapat_id": "R1",
        "kode_opd": "A",
        "ukuran": "serapan",
        "nilai_janji": 80,
        "tanggal_janji": date(2026, 9, 30),
    }
    records.write([Change("rapat", "R1", meeting), Change("komitmen", "K1", promise)], Who("Rina"), at=at[1])
    assert verdict() == [("K1", 80, "tidak ditepati", 79.0)]
    spent(800, at[2])
    assert verdict() == [("K1", 80, "ditepati", 80.0)]
    records.write([Change("komitmen", "K1", {"nilai_janji": Decimal(85)}, 1)], Who("Rina"), at=at[3])
    assert verdict() == [("K1", 85, "tidak ditepati", 80.0)]
    assert verdict(date(2026, 10, 22)) == [("K1", 80, "ditepati", 80.0)]
    assert verdict(date(2026, 10, 15)) == [("K1", 80, "tidak ditepati", 79.0)]
    assert verdict(date(2026, 10, 11)) == []
