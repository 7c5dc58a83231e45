"""Doubts about a file of people that only the files before it can raise: strangers, and people who are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipelines.doubts import Doubt, worded
from pipelines.intake.report import Problem, Reading
from pipelines.ledger import Event

STAFF = "pegawai"
_ABOUT = (STAFF, "skp", "riwayat_jabatan")
_PLACE = ("kode_opd", "unor_id", "unor")
_PERIOD = ("tahun", "jenis_periode", "periode")
_FEWEST = 10  # people below whom a share says nothing
_WIDE = 3  # units from which on a file is taken for one of the whole pemda


@dataclass(frozen=True)
class People:
    """The people of one table: by unit as written, and of which periods."""

    by_unit: dict[str, set[str]]
    periods: frozenset[tuple[Any, ...]]

    @property
    def all(self) -> set[str]:
        """Everybody in it."""
        return set().union(*self.by_unit.values()) if self.by_unit else set()


def people_doubts(reading: Reading, before: Sequence[Event], imports: Path) -> list[Doubt]:
    """Every doubt about the people of a reading, given the imports in force (the last one last)."""
    found: list[Doubt] = []
    for contract in _ABOUT:
        if contract in reading.tables:
            now = people(reading.tables[contract])
            found += _gone(contract, now, before, imports) if contract != "riwayat_jabatan" else []
            found += _strangers(now, before, imports) if contract != STAFF else []
    return found


def people(path: Path) -> People:
    """The people of a stored table."""
    there = set(pq.read_schema(path).names)
    table = pq.read_table(path, columns=[name for name in ("nip", *_PLACE, *_PERIOD) if name in there])
    by_unit: dict[str, set[str]] = {}
    places = [table[name].to_pylist() for name in _PLACE if name in there]
    for nip, *said in zip(table["nip"].to_pylist(), *places, strict=True):
        if nip is not None:
            by_unit.setdefault(next((str(place) for place in said if place), ""), set()).add(nip)
    listed = [table[name].to_pylist() for name in _PERIOD if name in there]
    return People(by_unit, frozenset(zip(*listed, strict=True)) if listed else frozenset())


def _strangers(now: People, before: Iterable[Event], imports: Path) -> list[Doubt]:
    """A file of which hardly anybody stands in a list of staff that covers its units."""
    staff = [people(path) for event in before if (path := _stored(event, imports, STAFF))]
    known: set[str] = set().union(*(one.all for one in staff)) if staff else set()
    units: set[str] = set().union(*(one.by_unit.keys() for one in staff)) if staff else set()
    own = now.all
    covered = len(units) >= _WIDE or bool(units & now.by_unit.keys())
    if len(own) < _FEWEST or not known or not covered or len(own - known) * 10 < len(own) * 9:
        return []
    return [_doubt("orang_asing", n=len(own - known), dari=len(own))]


def _gone(contract: str, now: People, before: Sequence[Event], imports: Path) -> list[Doubt]:
    """A file that lacks half the people whom the last one of the same kind and period had."""
    for event in reversed(before):
        path = _stored(event, imports, contract)
        if path is None:
            continue
        earlier = people(path)
        if contract != STAFF and not earlier.periods & now.periods:
            continue
        whole = min(len(now.by_unit), len(earlier.by_unit)) >= _WIDE
        units = earlier.by_unit.keys() if whole else earlier.by_unit.keys() & now.by_unit.keys()
        expected: set[str] = set().union(*(earlier.by_unit[unit] for unit in units)) if units else set()
        missing = expected - now.all
        if len(expected) >= _FEWEST and len(missing) * 2 >= len(expected):
            return [_doubt("orang_hilang", n=len(missing), dari=len(expected), lain=event.body["file"])]
        if units:
            return []
    return []


def _stored(event: Event, imports: Path, contract: str) -> Path | None:
    path = imports / event.id / f"{contract}.parquet"
    return path if f"{contract}.parquet" in event.body["kept"] and path.exists() else None


def _doubt(key: str, **words: object) -> Doubt:
    return Doubt(Problem(key.upper(), "warning", worded(key, **words)), asks=True)
