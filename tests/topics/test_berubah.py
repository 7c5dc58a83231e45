"""What has changed since a meeting: two builds of one small pemda, each difference with the import that made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard import query
from dashboard.access import Scope
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import berubah
from dashboard.topics.berubah_hitung import restated
from dashboard.topics.berubah_impor import cause
from dashboard.topics.papan import papan
from dashboard.view import View
from pipelines import backup, publish, snapshots, verify
from pipelines.build import build
from pipelines.imports import import_file, withdraw
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small

FEBRUARY, MARCH = View(2026, 2, lang="id"), View(2026, 3, lang="id")


def take(ws: Workspace, unit: str, month: int, spent: int, pagu: int = 1000) -> str:
    """The id of an import with what a unit has spent up to a month."""
    path = small.write(ws.home.parent, unit, month, [("5.1.02.01", pagu, spent)], basis="kumulatif")
    report = import_file(ws, path, read=small.read)
    assert report.import_id
    return report.import_id


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A meeting that saw February, and what came after it."""
    ws = open_workspace(tmp_path_factory.mktemp("berubah") / "home")
    for unit, spent in {"A": (100, 300), "B": (50, 90), "C": (10,), "D": (5, 20)}.items():
        for month, amount in enumerate(spent, 1):
            last = take(ws, unit, month, amount)
    frozen = snapshots.freeze(ws, build(ws).id)
    changes = {
        "ulang": take(ws, "A", 1, 40),  # January of A is restated
        "susul": take(ws, "C", 2, 15),  # C reports February late
        "tarik": last,
        "maret": take(ws, "B", 3, 700),
    }
    withdraw(ws, last, reason="keliru", actor="uji")  # February of D is taken back
    made = build(ws)
    return {"ws": ws, "dulu": frozen.id, "kini": made.id, **changes}


def asks(told: dict[str, Any], *, lang: Any = "id", opd: Iterable[str] = ("*",)) -> tuple[Ask, Ask]:
    scope = Scope(tuple(opd))
    now = query.current(told["ws"], scope=scope, lang=lang)
    then = query.frozen(told["ws"], told["dulu"], scope=scope, lang=lang)
    assert now and then
    return now, then


def rows(figure: Figure) -> list[dict[str, Any]]:
    return [dict(zip((c.id for c in figure.table.columns), row, strict=True)) for row in figure.table.rows]


def by_id(figures: Iterable[Figure]) -> dict[str, Figure]:
    return {figure.id: figure for figure in figures}


def test_each_restated_amount_names_the_import_that_did_it(told: dict[str, Any]) -> None:
    now, then = asks(told)
    found = {(r.kode_opd, r.bulan, r.ukuran): (r.dulu, r.kini, r.impor) for r in restated(now, then, FEBRUARY)}
    assert found == {
        ("A", 1, "realisasi"): (Decimal(100), Decimal(40), (told["ulang"],)),  # not the one it replaced
        ("A", 2, "realisasi"): (Decimal(200), Decimal(260), (told["ulang"],)),  # it starts from January's
        ("C", 2, "realisasi"): (None, Decimal(5), (told["susul"],)),
        ("D", 2, "realisasi"): (Decimal(15), None, (told["tarik"],)),
    }


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ({"baru"}, {"lama"}, ("baru",)),  # a correction
        ({"tua"}, {"tarik"}, ("tarik",)),  # taken back: the one before it counts again
        ({"baru"}, {"tarik"}, ("baru", "tarik")),
        ({"tua"}, {"lama"}, ("lama", "tua")),  # neither came nor was taken back: both are told
        ({"tak-terlihat"}, set(), ("tak-terlihat",)),
    ],
)
def test_what_was_replaced_or_counts_again_is_no_cause(
    now: set[str], then: set[str], expected: tuple[str, ...]
) -> None:
    known = {name: {"ditarik": name == "tarik"} for name in ("tua", "lama", "tarik")}
    later = known | {"baru": {"ditarik": False}}
    assert cause(frozenset(now), frozenset(then), later, known) == expected


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_figures_say_it(told: dict[str, Any], lang: Any) -> None:
    now, then = asks(told, lang=lang)
    found = by_id(berubah.figures(now, then, View(2026, 3, lang=lang), View(2026, 2, lang=lang)))
    restated_rows = rows(found["berubah.disajikan"])
    assert [(r["opd"], r["bulan"], r["dulu"], r["kini"], r["selisih"]) for r in restated_rows] == [
        ("A", "2026-01", 100, 40, -60),
        ("A", "2026-02", 200, 260, 60),
    ]
    assert "A-01" in restated_rows[0]["impor"]
    assert [(r["opd"], r["bulan"], r["nilai"]) for r in rows(found["berubah.data"])] == [
        ("D", "2026-02", 15),
        ("C", "2026-02", 5),
    ]
    assert found["berubah.pejabat"].empty
    assert all(figure.provenance.build == told["kini"] for figure in found.values())


def test_a_build_against_itself_has_not_changed(told: dict[str, Any]) -> None:
    _, then = asks(told)
    found = by_id(berubah.figures(then, then, FEBRUARY, FEBRUARY))
    quiet = ("berubah.disajikan", "berubah.data", "berubah.gerak", "berubah.pejabat")
    assert [name for name in quiet if not found[name].empty] == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"warna": "merah"}, "Warna 1 OPD berubah"),
        ({"warna": "abu", "peringkat": None}, "Warna 1 OPD berubah"),
        ({"peringkat": 3}, "peringkat 1 menjadi 3"),
    ],
)
def test_who_changed_colour_alone_has_not_risen(told: dict[str, Any], change: dict[str, Any], said: str) -> None:
    _, then = asks(told)
    was = [replace(unit, warna="hijau", peringkat=1) for unit in papan(then, FEBRUARY)[:1]]
    found = berubah.movers(then, FEBRUARY, FEBRUARY, [replace(was[0], **change)], was)
    assert said in found.title and "None" not in found.title


def test_a_reader_of_one_opd_sees_no_other(told: dict[str, Any]) -> None:
    now, then = asks(told, opd=("A",))
    found = berubah.figures(now, then, MARCH, FEBRUARY)
    assert "D" not in {str(value) for figure in found for row in figure.table.rows for value in row}
    assert {r["opd"] for r in rows(by_id(found)["berubah.disajikan"])} == {"A"}


def test_a_frozen_build_stays_when_others_are_tidied(told: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "KEEP", 1)
    ws = told["ws"]
    frozen = snapshots.find(ws, told["dulu"])
    assert frozen is not None
    before = frozen.path.read_bytes()
    for amount in (901, 902):
        take(ws, "Z", 1, amount)
        build(ws)
    assert publish.find(ws, told["dulu"]) is None
    assert snapshots.freeze(ws, told["dulu"]) == snapshots.find(ws, told["dulu"]) == frozen
    assert frozen.path.read_bytes() == before


def test_a_build_that_is_gone_cannot_be_frozen(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="abcdef"):
        snapshots.freeze(open_workspace(tmp_path / "home"), "abcdef")


def test_a_backup_brings_what_meetings_froze(told: dict[str, Any], tmp_path: Path) -> None:
    zipped = tmp_path / "cadangan.zip"
    backup.backup(told["ws"], zipped)
    other = open_workspace(tmp_path / "pulih")
    backup.restore(other, zipped)
    assert snapshots.find(other, told["dulu"]) is not None and verify.faults(other) == []
    snapshots.find(other, told["dulu"]).path.write_bytes(b"diganti")  # type: ignore[union-attr]
    assert [fault["id"] for fault in verify.faults(other) if told["dulu"] in fault["id"]]
