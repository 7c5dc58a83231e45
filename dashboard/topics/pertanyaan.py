"""Leading questions to one OPD: what the rules ask from its figures, gravest first, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Item, Lang, Link, Priorities, Unit
from dashboard.figures.tables import table
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import ditanya, fakta
from dashboard.topics.ditanya import Berlaku, Ditanya
from dashboard.topics.papan import Unit as Opd
from dashboard.topics.papan import papan
from dashboard.view import ALL, View
from pipelines.catalogue import text

MOST = 5  # on a screen, a slide and in the notes of a speaker; the table has all
_UNITS: dict[str, Unit] = {
    "keadaan": "teks", "tanya": "teks", "sejak": "teks", "aturan": "teks", "dasar": "teks", "id": "kode", "tag": "kode",
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """What is asked, of which figures, by which rule, and where those stand."""

    sentence: str
    question: str
    since: str | None
    link: Link
    rule: str
    rule_id: str
    basis: str
    tag: str
    place: int  # in the order of rules; the small ones are the graver

    @property
    def spoken(self) -> str:
        """Sentence and question in one line, as a speaker reads it."""
        return f"{upper(self.sentence)} — {self.question}"


def upper(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def pertanyaan(ask: Ask, view: View, opd: str) -> list[Question]:
    """The questions to an OPD, gravest first; none for an OPD that the board does not have."""
    unit = next((one for one in papan(ask, replace(view, kelompok=ALL)) if one.kode == opd), None)
    return of_unit(ask, view, unit) if unit else []


def of_unit(ask: Ask, view: View, unit: Opd) -> list[Question]:
    """The questions to an OPD of the board, gravest first."""
    rules = ditanya.rules(ask, view, "pertanyaan")
    more = fakta.of_opd(ask, view, ditanya.wanted(rules)).get(unit.kode, {})
    return put(rules, fakta.of_unit(unit, view, more), unit.kode, view.lang)


def put(rules: Sequence[Berlaku], facts: fakta.Facts, opd: str | None, lang: Lang) -> list[Question]:
    """The questions that rules put on facts, gravest first."""
    return [_question(one, opd, lang) for one in ditanya.asked(rules, facts)]


def _question(one: Ditanya, opd: str | None, lang: Lang) -> Question:
    return Question(
        sentence=ditanya.sentence(one, lang),
        question=ditanya.question(one, lang) or "",
        since=ditanya.since(one, lang),
        link=ditanya.evidence(one, opd),
        rule=ditanya.name(one.rule, lang),
        rule_id=one.rule.aturan_id,
        basis=ditanya.basis(one.rule, lang),
        tag=one.rule.aturan.tag,
        place=one.rule.aturan.urutan,
    )


def spoken(found: Sequence[Question], lang: Lang, *, most: int = MOST) -> tuple[str, ...]:
    """The questions as lines of a speaker's notes under one heading; nothing where there is none."""
    if not found:
        return ()
    lines = [f"{at}. {one.spoken} ({one.rule_id})" for at, one in enumerate(found[:most], 1)]
    return (text("pertanyaan.catatan_pembicara", lang), *lines)


def figure(ask: Ask, view: View, unit: Opd) -> Figure:
    """The questions to an OPD, five of them drawn."""
    return drawn(
        "profil_opd.pertanyaan", of_unit(ask, view, unit), ask, view, name=unit.nama,
        sources=("realisasi", "rak", "pagu", "fisik"),
    )  # fmt: skip


def drawn(id: str, found: Sequence[Question], ask: Ask, view: View, *, name: str, sources: Sequence[str]) -> Figure:
    """Questions as a figure: the first five to be read out, and all of them as rows."""
    lang = view.lang
    asks = text("pertanyaan.tanya", lang)
    if not found:
        return missing(
            id, title=text("pertanyaan.judul_kosong", lang, nama=name, bulan=month(view.until, lang)),
            empty=text("pertanyaan.kosong", lang), provenance=ask.provenance(view, sources=sources, rule=True),
            question=asks, tags=("opd.pertanyaan",),
        )  # fmt: skip
    items = tuple(
        Item(upper(one.question), text("pertanyaan.alasan", lang, keadaan=upper(one.sentence), aturan=one.rule),
             link=one.link)
        for one in found[:MOST]
    )  # fmt: skip
    rows = [
        {
            "keadaan": upper(one.sentence), "tanya": upper(one.question), "sejak": one.since, "aturan": one.rule,
            "dasar": one.basis, "id": one.rule_id, "tag": one.tag, "link": one.link,
        }
        for one in found
    ]  # fmt: skip
    key = "judul" if len(found) > 1 else "judul_satu"
    heads = [Column(column, text(f"pertanyaan.kolom_{column}", lang), unit) for column, unit in _UNITS.items()]
    return compose(
        id,
        title=text(f"pertanyaan.{key}", lang, n=len(found), nama=name, aturan=found[0].rule),
        chart=Priorities(items),
        table=table(rows, heads, link=lambda row: row["link"]),
        provenance=ask.provenance(view, sources=sources, rule=True),
        lang=lang,
        question=asks,
        notes=(text("pertanyaan.catatan", lang, n=MOST),),
        tags=("opd.pertanyaan",),
    )
