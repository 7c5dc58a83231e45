"""Which amounts of earlier months read otherwise now than in the build of a meeting, and which imports did it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.query import Ask
from dashboard.topics import berubah_impor
from dashboard.view import View

_MONTHS = (
    "select kode_opd, tahun, bulan, dilaporkan, realisasi_bulan, realisasi_kum, rak_bulan, rak_kum, pagu "
    "from app.opd_bulan where cakupan = 'semua' and tahun * 100 + bulan <= ?"
)
_ORIGIN = "select kode_opd, tahun, bulan, jenis, impor_id from app.asal_bulan where tahun * 100 + bulan <= ?"
# The amount of a month, the amount up to it, and the kind of import that brings it.
_READ = {"realisasi": ("realisasi_bulan", "SP2D"), "rak": ("rak_bulan", "rak"), "pagu": ("pagu", "pagu")}
Key = tuple[str, int, int]


@dataclass(frozen=True)
class Restated:
    """One amount of one month that reads otherwise now; None where it was or is not known."""

    kode_opd: str
    tahun: int
    bulan: int
    ukuran: str  # realisasi, rak, pagu
    dulu: Decimal | None
    kini: Decimal | None
    impor: tuple[str, ...]  # the imports that brought the change, or were taken back


def restated(ask: Ask, then: Ask, before: View) -> list[Restated]:
    """Every amount up to the meeting's month that reads otherwise now, the largest change first."""
    until = before.tahun * 100 + before.bulan
    was, now = _months(then, until), _months(ask, until)
    causes = _causes(ask, then, until)
    found = [
        Restated(*key, name, _said(was.get(key), name), _said(now.get(key), name), _by(key, kind, causes))
        for key in sorted(was.keys() | now.keys())
        for name, (_, kind) in _READ.items()
        if _said(was.get(key), name) != _said(now.get(key), name)
    ]
    return sorted(found, key=lambda one: (-abs((one.kini or Decimal(0)) - (one.dulu or Decimal(0))), one.kode_opd))


def _months(ask: Ask, until: int) -> dict[Key, Mapping[str, Any]]:
    return {(r["kode_opd"], int(r["tahun"]), int(r["bulan"])): r for r in ask.run(_MONTHS, until)}


def _said(row: Mapping[str, Any] | None, name: str) -> Decimal | None:
    """The amount of a month; what was not reported is unknown."""
    if row is None or (name == "realisasi" and not row["dilaporkan"]):
        return None
    value = row[_READ[name][0]]
    return None if value is None else Decimal(value)


def _origins(ask: Ask, until: int) -> dict[tuple[Key, str], frozenset[str]]:
    found: dict[tuple[Key, str], set[str]] = {}
    for r in ask.run(_ORIGIN, until):
        key = (r["kode_opd"], int(r["tahun"]), int(r["bulan"]))
        found.setdefault((key, r["jenis"]), set()).add(r["impor_id"])
    return {key: frozenset(ids) for key, ids in found.items()}


def _causes(ask: Ask, then: Ask, until: int) -> dict[tuple[Key, str], tuple[str, ...]]:
    """The imports that changed what a month is read from; no entry where both builds read the same files."""
    now, was = _origins(ask, until), _origins(then, until)
    known, knew = berubah_impor.known(ask), berubah_impor.known(then)
    none: frozenset[str] = frozenset()
    return {
        key: berubah_impor.cause(now.get(key, none), was.get(key, none), known, knew)
        for key in now.keys() | was.keys()
        if now.get(key, none) != was.get(key, none)
    }


def _by(key: Key, kind: str, causes: Mapping[tuple[Key, str], tuple[str, ...]]) -> tuple[str, ...]:
    """What changed a month; where its own files are the same, the month before, whose position it starts from."""
    own = causes.get((key, kind), ())
    if own or kind != "SP2D":
        return own
    kode, year, month = key
    return causes.get(((kode, year, month - 1), kind), ())
