"""The short list of OPD to ask about today, by the rules of that kind, each with its reason in words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.figure import Item
from dashboard.query import Ask
from dashboard.topics import ditanya, kepala
from dashboard.topics.papan import Unit
from dashboard.view import View
from pipelines.catalogue import text

MOST = 5


def priorities(units: Sequence[Unit], view: View, *, most: int = MOST) -> list[Item]:
    """At most so many OPD: the gravest of each rule first, then those furthest behind their target."""
    found = [_at(place, units) for place in sorted({one.rule.aturan.urutan for unit in units for one in unit.ditanya})]
    chosen: dict[str, Unit] = {}
    for ranked in found:
        fresh = next((unit for unit in ranked if unit.kode not in chosen), None)
        if fresh:
            chosen[fresh.kode] = fresh
    rest = [unit for ranked in found for unit in ranked if unit.kode not in chosen]
    for unit in rest:
        chosen.setdefault(unit.kode, unit)
    return [_item(unit, view) for unit in list(chosen.values())[:most]]


def reasons(unit: Unit, view: View) -> list[str]:
    """Every reason to ask about an OPD, gravest rule first."""
    return [ditanya.sentence(one, view.lang) for one in unit.ditanya]


def besides(unit: Unit, view: View) -> list[str]:
    """The reasons that an OPD's own cards do not say already."""
    return [ditanya.sentence(one, view.lang) for one in unit.ditanya if not one.rule.aturan.kartu]


def called(ask: Ask, view: View) -> str:
    """The rules of the short list by their names, gravest first; of rules with one place only the first."""
    names: dict[int, str] = {}
    for one in ditanya.rules(ask, view, "prioritas"):
        names.setdefault(one.aturan.urutan, ditanya.name(one, view.lang))
    return ", ".join(names.values())


def _at(place: int, units: Sequence[Unit]) -> list[Unit]:
    """Those for whom a rule at that place fires, the gravest first."""
    hit = [(one.gravity, unit) for unit in units for one in unit.ditanya if one.rule.aturan.urutan == place]
    return [unit for _, unit in sorted(hit, key=lambda pair: (-pair[0], pair[1].label))]


def _item(unit: Unit, view: View) -> Item:
    return Item(unit.nama, "; ".join((*reasons(unit, view), *_headed(unit, view))), unit.warna, unit.link)


def _headed(unit: Unit, view: View) -> list[str]:
    """Whom to ask: who heads it, how and for how long."""
    if unit.kepala is None:
        return []
    lama = kepala.days(unit.kepala, view.lang)
    said = kepala.said(unit.kepala, view.lang)
    return [text("ringkasan.alasan_kepala", view.lang, kepala=said, lama=lama)]
