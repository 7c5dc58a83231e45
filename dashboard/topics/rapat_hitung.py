"""How actions stand on a day: what state each is in, and how many there are of each; the counts of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.query import Ask
from dashboard.topics import rapat_hari
from dashboard.topics.rapat_hari import Row
from dashboard.view import View
from pipelines.measures import exact

# Each action is in one of these on a day, gravest first; `lain` was open then, has been closed since, and was written
# down only once it was: how it stood on that day nobody said.
KEADAAN = ("lewat", "alert", "belum", "jalan", "lain", "selesai")
_OPEN = {"Alert": "alert", "Belum": "belum", "On-track": "jalan"}
_ROWS = (
    "select kode_opd, kode_unit, status, generasi, ditutup, diteruskan_pada, terbuka_sampai, tenggat, ke "
    "from app.tindak_lanjut_tenggat where dari <= ? and sampai > ? and hari_rapat <= ? "
    "and (terbuka_sampai >= ? or tenggat >= ?) and (? or list_contains(?, kode_opd))"
)
_LATE = (
    "select count(*) as terbuka, count(*) filter (where tenggat < ?) as lewat from app.tindak_lanjut_masa "
    "where dari <= ? and sampai > ? and (? or list_contains(?, kode_opd))"
)
_ANY = "select 1 as ada from app.tindak_lanjut where (? or list_contains(?, kode_opd)) limit 1"


@dataclass(frozen=True)
class Hitung:
    """Counts on a day; those done and those due are counted since January."""

    keadaan: tuple[int, ...]  # as KEADAAN
    jatuh_tempo: int
    tepat: int
    diperpanjang: int  # open with more time than the meeting gave
    berulang: int  # open and carried over often

    def n(self, *states: str) -> int:
        """How many are in any of these states."""
        return sum(self.keadaan[KEADAAN.index(state)] for state in states)

    @property
    def terbuka(self) -> int:
        """How many are open."""
        return sum(self.keadaan) - self.n("selesai")

    @property
    def persen_tepat(self) -> Any:
        """The share done in time of those due, as the catalogue rounds it; unknown where none was due."""
        return exact(Decimal(100 * self.tepat) / self.jatuh_tempo, "persen") if self.jatuh_tempo else None


def rows(ask: Ask, view: View) -> list[dict[str, Any]]:
    """The actions of the view that are open on its day, or were done or due in its year by then."""
    on = rapat_hari.day(view)
    new_year = date(on.year, 1, 1)
    return ask.run(_ROWS, on, on, on, new_year, new_year, *rapat_hari.cut(ask, view))


def state(row: Row, on: date) -> str | None:
    """The state of an action on a day; None where it was carried over or dropped by then, or done in another year."""
    if row["terbuka_sampai"] > on:
        return "lewat" if row["tenggat"] < on else _OPEN.get(row["status"], "lain")
    if row["status"] != "Selesai" or row["ditutup"] > on or row["ditutup"].year != on.year:
        return None
    passed_on = row["diteruskan_pada"]
    return "selesai" if passed_on is None or passed_on > row["ditutup"] else None


def counted(found: Iterable[Row], on: date, often: Decimal | None) -> Hitung:
    """The counts of actions on a day; `often` is from how many times on one counts as put off again and again."""
    found = list(found)
    states = [state(row, on) for row in found]
    due = [row for row in found if _due(row, on)]
    still = [row for row in found if row["terbuka_sampai"] > on]
    return Hitung(
        tuple(states.count(one) for one in KEADAAN),
        len(due),
        sum(row["status"] == "Selesai" and row["ditutup"] <= row["tenggat"] for row in due),
        sum(row["ke"] > 0 for row in still),
        sum(often is not None and row["generasi"] >= often for row in still),
    )


def _due(row: Row, on: date) -> bool:
    if not date(on.year, 1, 1) <= row["tenggat"] <= on:
        return False
    dropped = row["status"] == "Batal" and row["ditutup"] <= on
    return not dropped and (row["diteruskan_pada"] is None or row["diteruskan_pada"] > row["tenggat"])


def late(ask: Ask, view: View) -> tuple[int, int] | None:
    """How many actions are open on the view's day and how many of them late; None where no meeting decided any."""
    on, whom = rapat_hari.day(view), rapat_hari.cut(ask, view)
    (row,) = ask.run(_LATE, on, on, on, *whom)
    if not row["terbuka"] and not ask.run(_ANY, *whom):
        return None
    return row["terbuka"], row["lewat"]


def by_owner(found: Sequence[Row]) -> dict[tuple[str, str | None], list[Row]]:
    """The actions by whose they are: OPD and, where it has one, the unit below it."""
    owners: dict[tuple[str, str | None], list[Row]] = {}
    for row in found:
        owners.setdefault((row["kode_opd"], row["kode_unit"]), []).append(row)
    return owners
