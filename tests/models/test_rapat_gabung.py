"""Records of an OPD that was merged into another: what is open goes along, what was settled before stays."""

from __future__ import annotations

from typing import Any

import pytest

from tests.models.jabatan import dunia, kepala, nip, tugas
from tests.models.rapat import janji, kendala, rapat, temuan, tindak
from tests.models.world import Row, World, hari, opd, pagu, realisasi

MEETING = {"rapat": [rapat("R1", "2026-01-20"), rapat("R2", "2026-09-20")]}
MONEY = {
    "pagu": [pagu("A", 1000), pagu("B", 1000)],
    "realisasi": [
        *(realisasi("A", n, 80 * n) for n in range(1, 7)), *(realisasi("B", n, 90 * n) for n in range(1, 11)),
    ],
}  # fmt: skip
MERGED = [opd("A", berlaku_sampai=hari("2026-06-30"), digabung_ke="B"), opd("B"), opd("C")]


def world(*parts: dict[str, list[Row]], units: list[Row] | None = None, **tables: list[Row]) -> World:
    seats = {"opd": units or MERGED, "jabatan": [kepala("A"), kepala("B")]}
    return World(dunia(seats, MEETING, MONEY, *parts, tables))


def owners(found: World, table: str) -> list[tuple[Any, ...]]:
    return found.table(f"app.{table}", "id", "kode_opd", "kode_unit", "opd_tertulis")


ACTIONS = [
    tindak("T1", "R1", "A", "2026-05-10"),
    tindak("T2", "R1", "A", "2026-05-10", "Selesai", selesai="2026-06-30"),
    tindak("T3", "R1", "A", "2026-05-10", "Selesai", selesai="2026-07-01"),
    tindak("T4", "R2", "A", "2026-10-10"),  # still written under the old code
    tindak("T5", "R1", "C", "2026-05-10"),
]


def test_open_actions_go_to_the_successor_and_settled_ones_stay() -> None:
    found = world(tindak_lanjut=ACTIONS)
    assert owners(found, "tindak_lanjut") == [
        ("T1", "B", "A", "A"), ("T2", "A", None, "A"), ("T3", "B", "A", "A"), ("T4", "B", "A", "A"),
        ("T5", "C", None, "C"),
    ]  # fmt: skip
    seen = found.run("select id from app.tindak_lanjut_masa where sampai > '2026-10-31' order by id", opd=["B"])
    assert [row["id"] for row in seen] == ["T1", "T4"]
    assert found.run("select id from app.tindak_lanjut_tenggat where id = 'T1'", opd=["B"]) == [{"id": "T1"}]


def test_each_action_is_counted_once_by_whoever_has_it() -> None:
    found = world(tindak_lanjut=ACTIONS)
    columns = ("kode_opd", "kode_unit", "n_terbuka", "n_selesai")
    assert found.table("app.rapat_bulan", *columns, where="periode = '2026-10'") == [
        ("A", "A", 0, 1), ("B", "A", 2, 1), ("C", "C", 1, 0),
    ]  # fmt: skip


def test_who_was_to_do_it_stays_and_the_successors_head_answers_now() -> None:
    posts = [
        tugas(nip(1), "2024-01-15", kode_jabatan="A-KEPALA", selesai="2026-06-30"),
        tugas(nip(2), "2024-01-15", kode_opd="B", kode_jabatan="B-KEPALA"),
    ]
    found = world(tindak_lanjut=ACTIONS[:1], riwayat_jabatan=posts)
    who = {row["nip"]: row["orang_id"] for row in found.run("select nip, orang_id from core.orang_nip")}
    columns = ("kode_jabatan", "orang_id", "orang_kini", "berganti", "keadaan_kini")
    assert found.table("app.tindak_lanjut", *columns) == [("A-KEPALA", who[nip(1)], who[nip(2)], True, "definitif")]


@pytest.mark.parametrize(
    ("selesai", "expected"), [(None, ("B", "A")), ("2026-07-01", ("B", "A")), ("2026-06-30", ("A", None))]
)
def test_an_obstacle_goes_along_until_it_is_cleared(selesai: str | None, expected: tuple[str, str | None]) -> None:
    found = world(kendala=[kendala("H1", "A", "2026-02-01", selesai)])
    assert owners(found, "kendala") == [("H1", *expected, "A")]


def test_open_findings_and_notes_go_along() -> None:
    note = {"kode_opd": "A", "jenis": "keberatan", "tanggal": hari("2026-03-02"), "uraian": "SP2D"}
    found = world(
        temuan=[temuan("X1", "A", 100, 40), temuan("X2", "A", 100, 100, status="sesuai")],
        catatan=[{"id": "C1", **note}, {"id": "C2", **note, "keadaan": "ditolak"}],
    )
    assert owners(found, "temuan") == [("X1", "B", "A", "A"), ("X2", "A", None, "A")]
    assert owners(found, "catatan") == [("C1", "B", "A", "A"), ("C2", "A", None, "A")]


def test_a_promise_due_after_the_merger_is_the_successors_to_see_and_not_to_be_judged_by() -> None:
    found = world(komitmen=[
        janji("K1", "R1", "A", 48, "2026-06-30"), janji("K2", "R1", "A", 60, "2026-09-30"),
        janji("K3", "R1", "A", 40, "2026-07-15"), janji("K4", "R1", "B", 81, "2026-09-30"),
    ])  # fmt: skip
    columns = ("id", "kode_opd", "kode_unit", "putusan", "sebab")
    assert found.table("app.komitmen", *columns) == [
        ("K1", "A", None, "ditepati", None), ("K2", "B", "A", "tidak dapat dinilai", "unit_berakhir"),
        ("K3", "B", "A", "ditepati", None), ("K4", "B", None, "ditepati", None),
    ]  # fmt: skip
    assert [row["id"] for row in found.run("select id from app.komitmen order by id", opd=["B"])] == ["K2", "K3", "K4"]


def test_a_merger_of_mergers_is_followed_and_one_to_come_is_not() -> None:
    chain = [
        opd("A", berlaku_sampai=hari("2026-06-30"), digabung_ke="B"),
        opd("B", berlaku_sampai=hari("2026-08-31"), digabung_ke="C"), opd("C"),
        opd("D", berlaku_sampai=hari("2027-12-31"), digabung_ke="C"),
    ]  # fmt: skip
    found = world(units=chain, tindak_lanjut=[
        tindak("T1", "R1", "A", "2026-05-10"), tindak("T2", "R1", "A", "2026-05-10", "Selesai", selesai="2026-08-31"),
        tindak("T3", "R1", "B", "2026-05-10"), tindak("T4", "R1", "D", "2026-05-10"),
    ])  # fmt: skip
    assert owners(found, "tindak_lanjut") == [
        ("T1", "C", "A", "A"), ("T2", "B", "A", "A"), ("T3", "C", "B", "B"), ("T4", "D", None, "D"),
    ]  # fmt: skip


def test_a_unit_of_the_merged_opd_keeps_its_name() -> None:
    units = [*MERGED, opd("A-1", induk_kode_opd="A", nama="Bagian satu")]
    found = world(units=units, tindak_lanjut=[tindak("T1", "R1", "A", "2026-05-10", kode_unit="A-1")])
    assert owners(found, "tindak_lanjut") == [("T1", "B", "A-1", "A")]
