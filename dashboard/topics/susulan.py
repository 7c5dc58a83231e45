"""Months that hold more than themselves: what an OPD reported late came with the month it reported next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dashboard.look import month
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text

_SQL = (
    "select kode_opd, bulan from app.opd_bulan where tahun = ? and bulan <= ? and cakupan = ? and dilaporkan "
    "order by kode_opd, bulan"
)


@dataclass(frozen=True)
class Held:
    """What a month holds beside its own money."""

    since: int  # the first month that came with it
    units: int  # OPD that reported late
    told: int  # OPD that reported the month

    @property
    def most(self) -> bool:
        """Whether half of those who reported the month did so: then the month cannot be read alone."""
        return self.units * 2 >= self.told


def held(ask: Ask, view: View, *, opd: str | None = None, year: int | None = None, until: int = 12) -> dict[int, Held]:
    """The months up to one that hold earlier ones too, for the view's group or one OPD; by month."""
    members = frozenset({opd}) if opd else ask.members(view)
    months: dict[str, list[int]] = defaultdict(list)
    for row in ask.run(_SQL, year or view.tahun, until, view.cakupan):
        if members is None or row["kode_opd"] in members:
            months[row["kode_opd"]].append(int(row["bulan"]))
    since: dict[int, list[int]] = defaultdict(list)
    for known in months.values():
        for before, at in zip([0, *known], known, strict=False):
            if at > before + 1:
                since[at].append(before + 1)
    told = {at: sum(at in known for known in months.values()) for at in since}
    return {at: Held(min(first), len(first), told[at]) for at, first in sorted(since.items())}


def said(at: int, what: Held, view: View, *, one: bool) -> str:
    """What a month holds, in a few words: "memuat Jan–Mar", and of how many OPD where not of one."""
    span = f"{month(what.since, view.lang, short=True)}–{month(at, view.lang, short=True)}"
    return text("serapan.memuat_satu" if one else "serapan.memuat", view.lang, bulan=span, n=what.units)


def note(found: dict[int, Held], view: View, *, one: bool) -> str:
    """One sentence about every month that holds more than itself; blank where none does."""
    if not found:
        return ""
    names = "; ".join(
        f"{month(at, view.lang, short=True)} {said(at, what, view, one=one)}" for at, what in found.items()
    )
    return text("serapan.catatan_susulan", view.lang, bulan=names)
