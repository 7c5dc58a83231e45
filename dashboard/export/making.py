"""The makers of the files of a pack: what they all need is computed once, each file when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import islice

from dashboard.export import packs, picture
from dashboard.export.brand import Brand
from dashboard.export.order import Order
from dashboard.export.surat import isi as letters
from dashboard.export.surat.jadwal import due
from dashboard.export.surat.kalender import ics
from dashboard.export.surat.memo import memo
from dashboard.export.surat.notulen import notulen
from dashboard.export.surat.word import docx
from dashboard.figures import plotly
from dashboard.figures.figure import Figure
from dashboard.query import Ask
from dashboard.topics import pejabat_orang, pertanyaan, pertanyaan_pejabat, setda
from dashboard.topics.papan import judged, papan
from dashboard.topics.pertanyaan import Question
from pipelines.catalogue import text

LOWEST = 5  # of those who are called where nobody says who is
_FINDINGS = 6  # of the material, as the minutes repeat them
_OF_PEOPLE = ("jpt", "seratus_hari")  # the kinds that call officials


@dataclass(frozen=True)
class Making:
    """What is needed to make the pieces, computed once."""

    order: Order
    ask: Ask
    notes: Ask
    since: packs.Since | None
    brand: Brand
    moment: datetime

    @cached_property
    def said(self) -> letters.Isi | None:
        """What the meeting of the order left in the records."""
        return letters.isi(self.notes, self.order.rapat) if self.order.rapat else None

    @cached_property
    def called(self) -> tuple[str, ...]:
        """The OPD that are asked: those called, else the Setda at its own meeting, else the lowest."""
        if self.order.kind == "setda":
            whole = setda.of(self.ask, self.order.view)
            return (whole.opd,) if whole and whole.opd else ()
        seen = [unit.kode for unit in judged(papan(self.ask, self.order.view))]
        return self.order.opd or tuple(seen[:LOWEST])

    @cached_property
    def officials(self) -> dict[str, str]:
        """The officials of whom the material has a page, by their internal id, each with the post held."""
        if self.order.kind not in _OF_PEOPLE:
            return {}
        found = {one: pejabat_orang.who(self.ask, replace(self.order.view, pejabat=one)) for one in self.pack.officials}
        return {orang_id: called[1] for orang_id, called in found.items() if called is not None}

    @cached_property
    def pack(self) -> packs.Pack:
        """The figures of the meeting."""
        order = self.order
        return packs.pack(order.kind, self.ask, order.view, opd=order.opd, pejabat=order.pejabat, since=self.since)

    @property
    def drawn(self) -> list[Figure]:
        """The figures that a picture can be made of."""
        return [figure for figure in self.pack.figures if plotly.drawn(figure) and not figure.empty]

    def form(self, write: packs.Write) -> Callable[[], bytes]:
        """The whole pack in one form."""
        return lambda: write(self.pack, self.order.view, self.brand, made_at=self.moment)

    def page(self, code: str) -> Callable[[], bytes]:
        """One OPD's own paper, to be sent to it beforehand."""
        view = replace(self.order.view, opd=code)
        return lambda: packs.document_bytes("opd", self.ask, view, self.brand, opd=[code], made_at=self.moment)

    def paper(self, orang_id: str) -> Callable[[], bytes]:
        """One official's own paper, to be sent beforehand."""

        def made() -> bytes:
            pack = packs.official(self.ask, self.order.view, orang_id)
            assert pack is not None
            return packs.document_of(pack, self.order.view, self.brand, made_at=self.moment)

        return made

    def image(self, figure: Figure) -> Callable[[], bytes]:
        """One figure as a picture."""
        return lambda: picture.picture(figure, lang=self.order.view.lang, mark=self.pack.mark)

    def minutes(self) -> bytes:
        """The minutes."""
        lang = self.order.view.lang
        assert self.said is not None
        findings = list(dict.fromkeys(figure.title for figure in self.pack.figures if not figure.empty))[:_FINDINGS]
        letter = notulen(
            self.said, lang=lang, posisi=findings, tanya=self.asked, kota=self.brand.kota, build=self.ask.build,
        )  # fmt: skip
        return docx(letter, brand=self.brand, lang=lang, made_at=self.moment, mark=self.pack.mark)

    def memo(self, code: str) -> Callable[[], bytes]:
        """The memo to one OPD."""

        def made() -> bytes:
            assert self.said is not None
            lang, name = self.order.view.lang, self.said.nama.get(code, code)
            letter = memo(
                self.said, code, lang=lang, tanya=self.questions(code), kota=self.brand.kota, build=self.ask.build,
                nama=name,
            )  # fmt: skip
            return docx(letter, brand=self.brand, lang=lang, made_at=self.moment, mark=self.pack.mark)

        return made

    def dates(self) -> bytes:
        """The due dates of the meeting."""
        assert self.said is not None
        lang = self.order.view.lang
        name = text("surat.kalender", lang, rapat=self.said.rapat["perihal"] or self.said.rapat["id"])
        return ics(due(self.said, lang=lang), brand=self.brand, name=name, made_at=self.moment)

    def questions(self, code: str) -> list[str]:
        """The leading questions to an OPD, gravest first."""
        found = pertanyaan.pertanyaan(self.ask, replace(self.order.view, opd=code), code)
        return [one.spoken for one in found]

    def of_official(self, orang_id: str) -> list[Question]:
        """The questions to an official, gravest first; those about the first hundred days where the meeting is."""
        found = pertanyaan_pejabat.of_official(self.ask, self.order.view, orang_id)
        return sorted(found, key=lambda one: self.order.kind == "seratus_hari" and one.link.page != "seratus_hari")

    @property
    def asked(self) -> list[str]:
        """The gravest question to each who is called, or to the first few where nobody says who is."""
        assert self.said is not None
        order, names = self.order, self.said.nama
        if order.kind not in _OF_PEOPLE:
            return [f"{names.get(code, code)}: {line}" for code in self.called for line in self.questions(code)[:1]]
        put = (
            f"{post}: {one.spoken}" for orang_id, post in self.officials.items()
            for one in self.of_official(orang_id)[:1]
        )  # fmt: skip
        return list(put if order.opd or order.pejabat else islice(put, LOWEST))
