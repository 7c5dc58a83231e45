"""Early warnings: which OPD the rules warn of, since when and why; one row an OPD and warning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import ditanya, fakta
from dashboard.topics.ditanya import Ditanya
from dashboard.topics.papan import Unit
from dashboard.topics.pertanyaan import upper
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20
NAMED = 6  # OPD of one warning that a row names
_KINDS: dict[str, Any] = {"peringatan": "teks", "n": "bulat", "opd": "teks", "dasar": "teks", "tag": "kode"}
_UNITS: dict[str, Any] = {
    "opd": "teks", "peringatan": "teks", "alasan": "teks", "sejak": "teks", "warna": "status",
    "id": "kode", "kode": "kode",
}  # fmt: skip


@dataclass(frozen=True)
class Warned:
    """One OPD with what the rules warn of, gravest first."""

    unit: Unit
    found: tuple[Ditanya, ...]


def warned(ask: Ask, view: View, units: Sequence[Unit]) -> list[Warned]:
    """The OPD that any rule warns of: most warnings first, then the gravest of them, then by name."""
    rules = ditanya.rules(ask, view, "peringatan")
    facts = fakta.of_opd(ask, view, ditanya.wanted(rules))
    told = [Warned(u, ditanya.asked(rules, fakta.of_unit(u, view, facts.get(u.kode, {})))) for u in units]
    return sorted(
        (one for one in told if one.found),
        key=lambda one: (-len(one.found), one.found[0].rule.aturan.urutan, -one.found[0].gravity, one.unit.label),
    )


def figures(ask: Ask, view: View, units: Sequence[Unit]) -> list[Figure]:
    """How many OPD each rule warns of, and every warning with its reason."""
    found = warned(ask, view, units)
    lang = view.lang
    if not found:
        return [
            missing(
                "peringkat.peringatan", title=text("pertanyaan.judul_tanpa_peringatan", lang),
                empty=text("pertanyaan.tanpa_peringatan", lang, bulan=month(view.until, lang)),
                provenance=_provenance(ask, view), question=text("pertanyaan.tanya_peringatan", lang),
                tags=("tepra.peringatan",),
            )
        ]  # fmt: skip
    return [kinds(ask, view, found), rows(ask, view, found)]


def _provenance(ask: Ask, view: View) -> Any:
    return ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"), rule=True)


def kinds(ask: Ask, view: View, found: Sequence[Warned]) -> Figure:
    """How many OPD each kind of warning is about, the most widespread first."""
    lang = view.lang
    every = [(ditanya.name(one.rule, lang), one, warned.unit) for warned in found for one in warned.found]
    count = Counter(name for name, _, _ in every)
    order = sorted(count, key=lambda name: (-count[name], name))
    lines = []
    for name in order:
        of = [(one, unit) for said, one, unit in every if said == name]
        of.sort(key=lambda pair: (-pair[0].gravity, pair[1].label))
        names = [unit.label for _, unit in of]
        more = text("pertanyaan.dan_lain", lang, n=len(names) - NAMED) if len(names) > NAMED else ""
        lines.append(
            {
                "peringatan": upper(name), "n": len(names), "opd": ", ".join(names[:NAMED]) + more,
                "dasar": ditanya.basis(of[0][0].rule, lang), "tag": of[0][0].rule.aturan.tag,
            }
        )  # fmt: skip
    heads = [Column(key, text(f"pertanyaan.kolom_{key}", lang), unit) for key, unit in _KINDS.items()]
    return compose(
        "peringkat.peringatan",
        title=text("pertanyaan.judul_peringatan", lang, n=len(found), nama=order[0], k=count[order[0]]),
        chart=Bars(
            tuple(upper(name) for name in order),
            (Series(text("pertanyaan.kolom_n", lang), tuple(count[name] for name in order), "actual", "bar"),),
            "bulat",
        ),
        table=table(lines, heads),
        provenance=_provenance(ask, view),
        lang=lang,
        question=text("pertanyaan.tanya_peringatan", lang),
        notes=(text("pertanyaan.catatan_peringatan", lang),),
        tags=("tepra.peringatan",),
    )


def rows(ask: Ask, view: View, found: Sequence[Warned]) -> Figure:
    """Every warning of every OPD with its reason, since when and the rule."""
    lang = view.lang
    lines = [
        {
            "opd": warned.unit.label, "warna": warned.unit.warna,
            "peringatan": upper(ditanya.name(one.rule, lang)), "sejak": ditanya.since(one, lang),
            "alasan": upper(ditanya.sentence(one, lang)), "id": one.rule.aturan_id, "kode": warned.unit.kode,
            "link": ditanya.evidence(one, warned.unit.kode),
        }
        for warned in found for one in warned.found
    ]  # fmt: skip
    first = found[0]
    heads = [Column(key, text(f"pertanyaan.kolom_{key}", lang), unit) for key, unit in _UNITS.items()]
    return compose(
        "peringkat.peringatan_opd",
        title=text("pertanyaan.judul_peringatan_opd", lang, n=len(lines), nama=first.unit.label, k=len(first.found)),
        chart=None,
        table=table(lines, heads, link=lambda line: line["link"], shown=SHOWN),
        provenance=_provenance(ask, view),
        lang=lang,
        question=text("pertanyaan.tanya_peringatan_opd", lang),
        notes=(text("pertanyaan.catatan_peringatan_opd", lang),),
        tags=("tepra.peringatan",),
    )
