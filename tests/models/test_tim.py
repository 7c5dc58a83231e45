"""Teams across units: one head is one head, and a contribution counts while its member does."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.models.jabatan import dinas, dunia, nip
from tests.models.target import capai, iku, pk
from tests.models.world import Row, World


def tim(kode: str, unit: str, **more: Any) -> Row:
    base = {"kode_tim": kode, "nama": f"Tim {kode}", "tujuan": "Tujuan", "kode_opd": unit, "mulai": date(2026, 1, 5)}
    return base | more


def anggota(kode: str, siapa: str | None, unit: str, **more: Any) -> Row:
    base = {"kode_tim": kode, "nip": siapa, "kode_opd": unit, "peran": "anggota", "mulai": date(2026, 1, 5)}
    return base | more


def made(**parts: list[Row]) -> World:
    staff = {"pegawai": [{"nip": nip(n), "nama": f"Orang {n}", "jenis": "PNS"} for n in range(3)]}
    return World(dunia(dinas("A", "B"), staff, parts))


def test_one_person_in_three_teams_is_one_head() -> None:
    w = made(
        tim=[tim(k, "A") for k in ("T1", "T2", "T3")],
        tim_anggota=[anggota(k, nip(1), "B") for k in ("T1", "T2", "T3")] + [anggota("T1", nip(2), "A")],
    )
    sql = (
        "select count(distinct orang_id) as orang, count(*) as keanggotaan, max(n_tim) as paling from marts.tim_anggota"
    )
    assert w.run(sql) == [{"orang": 2, "keanggotaan": 4, "paling": 3}]


def test_teams_that_follow_each_other_are_not_at_the_same_time() -> None:
    w = made(
        tim=[tim("T1", "A"), tim("T2", "A")],
        tim_anggota=[
            anggota("T1", nip(1), "B", selesai=date(2026, 3, 31)), anggota("T2", nip(1), "B", mulai=date(2026, 4, 1)),
        ],
    )  # fmt: skip
    assert {row["n_tim"] for row in w.run("from marts.tim_anggota")} == {1}


def test_a_membership_without_an_end_lasts_as_long_as_its_team() -> None:
    w = made(
        tim=[tim("T1", "A", selesai=date(2026, 3, 31)), tim("T2", "A", mulai=date(2026, 4, 1))],
        tim_anggota=[anggota("T1", nip(1), "B"), anggota("T2", nip(1), "B", mulai=date(2026, 4, 1))],
    )
    assert {row["n_tim"] for row in w.run("from marts.tim_anggota")} == {1}
    assert w.table("marts.tim_anggota", "kode_tim", "selesai")[0] == ("T1", date(2026, 4, 1))


def test_a_member_nobody_knows_stays_a_member_without_a_person() -> None:
    w = made(
        tim=[tim("T1", "A")], tim_anggota=[anggota("T1", None, "B", nama="Entah"), anggota("T1", None, "B", nama="X")]
    )
    rows = w.run("select orang_id, kode_opd, opd_tim from marts.tim_anggota")
    assert rows == [{"orang_id": None, "kode_opd": "B", "opd_tim": "A"}] * 2


def test_a_contribution_by_team_counts_while_the_member_does() -> None:
    w = made(
        target_daerah=[iku("R1")],
        pk_indikator=[pk("B1", "B", "X")],
        pk_realisasi=capai("B1", ["50", "60", "70", "80"]),
        tim=[tim("T1", "A", kode_indikator="R1")],
        tim_anggota=[anggota("T1", nip(1), "B", kode_indikator="B1", selesai=date(2026, 9, 15))],
    )  # fmt: skip
    rows = w.run("select triwulan, kode_opd, lewat, capaian from marts.sumbangan order by triwulan")
    assert [(r["triwulan"], r["kode_opd"], r["lewat"], r["capaian"]) for r in rows] == [
        (1, "B", "tim", 50), (2, "B", "tim", 60),
    ]  # fmt: skip


def test_the_same_contribution_by_tree_and_by_team_is_one() -> None:
    w = made(
        target_daerah=[iku("R1")], pk_indikator=[pk("B1", "B", "R1")],
        tim=[tim("T1", "A", kode_indikator="R1")], tim_anggota=[anggota("T1", nip(1), "B", kode_indikator="B1")],
    )  # fmt: skip
    rows = w.run("select triwulan, kode_sumbangan, lewat from marts.sumbangan where triwulan = 2")
    assert rows == [{"triwulan": 2, "kode_sumbangan": "B1", "lewat": "pk"}]


def test_an_opd_named_responsible_by_its_sipd_code_is_that_opd() -> None:
    staff = {"opd": [{"kode_opd": "A", "nama": "Dinas A", "kode_sipd": "1.02.0.00.0.00.01.0000"}]}
    rows = dunia(staff, {"target_daerah": [iku("R1", opd_pengampu="1.02.0.00.0.00.01.0000")],
                         "pk_indikator": [pk("A1", "A", "R1")]})  # fmt: skip
    found = World(rows).run("select distinct kode_opd, lewat from marts.sumbangan")
    assert found == [{"kode_opd": "A", "lewat": "pk"}]
