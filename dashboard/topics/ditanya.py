"""Rules that fire, and what they say: a template of the rule, its slots written by the house's one writer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.figure import Lang, Link
from dashboard.look import status_word, write
from dashboard.memory import Memory
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics import rapat_janji
from dashboard.topics.fakta import Facts
from dashboard.view import View
from pipelines.aturan_pertanyaan import Aturan, Jenis, Subjek, parsed
from pipelines.catalogue import text
from pipelines.fakta import fakta

_SQL = (
    "select kunci, asal, isi, aturan_id from app.aturan_pertanyaan "
    "where berlaku_mulai <= ? and (berlaku_sampai is null or berlaku_sampai > ?) order by nomor"
)


@dataclass(frozen=True)
class Berlaku:
    """A rule in force in a month, with its id and whose it is (bawaan, pemda)."""

    kunci: str
    aturan_id: str
    asal: str
    aturan: Aturan


_RULES: Memory[tuple[Berlaku, ...]] = Memory(60)


@dataclass(frozen=True)
class Ditanya:
    """A rule that fires for one OPD or official, with the facts that it fires on."""

    rule: Berlaku
    facts: Facts

    @property
    def gravity(self) -> Any:
        """How grave it is among those for whom the same rule fires."""
        return self.rule.aturan.gravity(self.facts)


def rules(ask: Ask, view: View, jenis: Jenis | None = None, subjek: Subjek = "opd") -> tuple[Berlaku, ...]:
    """The rules of a kind about a subject that judge the view's month, the gravest first; of every kind for None."""
    end = siapa.end_of(view)
    found = _RULES.get((ask.build, end), lambda: tuple(_rule(row) for row in ask.run(_SQL, end, end)))
    about = (one for one in found if subjek in one.aturan.subjek)
    kept = [one for one in about if (jenis in one.aturan.jenis if jenis else one.aturan.jenis)]
    return tuple(sorted(kept, key=lambda one: one.aturan.urutan))


def _rule(row: dict[str, Any]) -> Berlaku:
    return Berlaku(row["kunci"], row["aturan_id"], row["asal"], parsed(row["isi"]))


def wanted(of: Iterable[Berlaku]) -> frozenset[str]:
    """Every fact that these rules need."""
    return frozenset[str]().union(*(one.aturan.facts for one in of))


def asked(of: Sequence[Berlaku], facts: Facts) -> tuple[Ditanya, ...]:
    """Those of the rules that fire, in their order; of rules with one place in it only the first."""
    places: dict[int, Ditanya] = {}
    for one in of:
        if one.aturan.urutan not in places and one.aturan.fires(facts):
            places[one.aturan.urutan] = Ditanya(one, facts)
    return tuple(places.values())


class _Slot:
    """A fact as a sentence holds it: `{deviasi}` with its unit, `{deviasi:besar}` unsigned, `{sisa:penuh}` in full."""

    def __init__(self, name: str, value: Any, lang: Lang) -> None:
        self._fact, self._value, self._lang = fakta()[name], value, lang

    def __format__(self, form: str) -> str:
        unit, value, lang = self._fact.satuan, self._value, self._lang
        if self._fact.kata:
            return text(f"{self._fact.kata}{value}", lang)
        if unit == "janji":
            return rapat_janji.said(str(value), lang)
        if unit == "status":
            return status_word(str(value), lang).lower()
        written = write(abs(value) if form == "besar" else value, "teks" if unit == "ya" else unit, lang,
                        short=unit == "rupiah" and form != "penuh")  # fmt: skip
        return written.lstrip("+") if form == "besar" else written


def sentence(one: Ditanya, lang: Lang) -> str:
    """What the rule says, in a language."""
    return _filled(getattr(one.rule.aturan.kalimat, lang), one, lang)


def question(one: Ditanya, lang: Lang) -> str | None:
    """What the rule asks, in a language; None for a rule that asks nothing."""
    asks = one.rule.aturan.tanya
    return _filled(getattr(asks, lang), one, lang) if asks else None


def _filled(template: str, one: Ditanya, lang: Lang) -> str:
    return template.format_map({name: _Slot(name, one.facts.get(name), lang) for name in one.rule.aturan.slots})


def since(one: Ditanya, lang: Lang) -> str | None:
    """Since when, where the rule can tell."""
    name = one.rule.aturan.sejak
    value = one.facts.get(name) if name else None
    return None if value is None or name is None else f"{_Slot(name, value, lang)}"


def evidence(one: Ditanya, opd: str | None) -> Link:
    """The page that proves it, opened at its part and at what the facts name; an OPD's own page at that OPD."""
    rule = one.rule.aturan
    page = rule.bukti["halaman"]
    params = [("opd", opd)] if page == "profil_opd" and opd else []
    if rule.bukti.get("bagian"):
        params.append(("bagian", rule.bukti["bagian"]))
    params += [(name, str(one.facts[of])) for name, of in rule.parameters.items() if one.facts.get(of) is not None]
    return Link(page, tuple(params))


def name(of: Berlaku, lang: Lang) -> str:
    """What a rule is called."""
    return str(getattr(of.aturan.nama, lang))


def basis(of: Berlaku, lang: Lang) -> str:
    """On what a rule rests, with its id."""
    return f"{getattr(of.aturan.dasar, lang)} ({of.aturan_id})"
