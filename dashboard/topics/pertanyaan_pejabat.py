"""Leading questions to one official: of the seats held, and of the OPD where such a seat is its head."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import ditanya, fakta, pertanyaan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.fakta import Seat
from dashboard.topics.papan import papan
from dashboard.topics.pertanyaan import Question
from dashboard.view import ALL, View
from pipelines.catalogue import text


def of_official(ask: Ask, view: View, orang_id: str) -> list[Question]:
    """The questions to an official in the view's month, gravest first; none for one without such a seat."""
    rules = ditanya.rules(ask, view, "pertanyaan", "pejabat")
    wanted = {*ditanya.wanted(rules), "keadaan", "jabatan"}
    mine = [seat for seat in fakta.of_seats(ask, view, wanted) if seat.orang_id == orang_id]
    if not mine:
        return []
    tables = fakta.of_opd(ask, view, wanted)
    units = {unit.kode: unit for unit in papan(ask, replace(view, kelompok=ALL))}
    found: dict[tuple[str, str], Question] = {}
    for seat in mine:
        unit = units.get(seat.heads or "")
        # of an OPD that the board does not have, only the seat is known
        base = fakta.of_unit(unit, view, tables.get(unit.kode, {})) if unit else fakta.of_view(view)
        for one in pertanyaan.put(rules, {**base, **seat.facts}, seat.heads, view.lang):
            found.setdefault((one.rule_id, one.sentence), _of_post(one, seat, view) if len(mine) > 1 else one)
    return sorted(found.values(), key=lambda one: one.place)


def _of_post(one: Question, seat: Seat, view: View) -> Question:
    """The question with the post that it is about: who holds two is asked about each."""
    post = siapa.post(str(seat.facts.get("keadaan")), seat.facts.get("jabatan"), view.lang)
    said = text("pertanyaan.kursi", view.lang, jabatan=post, kalimat=one.sentence)
    return replace(one, sentence=said)


def figures(ask: Ask, view: View, orang_id: str, name: str) -> list[Figure]:
    """The questions to an official, five of them drawn; none for one whom no rule asks anything."""
    found = of_official(ask, view, orang_id)
    sources = ("riwayat_jabatan", "realisasi", "rak", "target")
    return [pertanyaan.drawn("pejabat.pertanyaan", found, ask, view, name=name, sources=sources)] if found else []
