"""One click, one zip: slides, workbook, paper, minutes, memos, a paper for each who is called, due dates, pictures."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from itertools import islice
from typing import Any

from dashboard.export import packs, picture
from dashboard.export.brand import Brand
from dashboard.export.deck import Slide
from dashboard.export.surat import isi as letters
from dashboard.export.surat.jadwal import due
from dashboard.export.surat.kalender import ics
from dashboard.export.surat.memo import memo
from dashboard.export.surat.notulen import notulen
from dashboard.export.surat.word import docx
from dashboard.figures import plotly
from dashboard.figures.figure import Figure
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import pejabat_orang, pertanyaan, pertanyaan_pejabat, setda
from dashboard.topics.papan import judged, papan
from dashboard.view import View, to_params
from pipelines import clock
from pipelines.catalogue import text

Progress = Callable[[str, int, int], None]  # what is being made, how many are done, how many there are
LOWEST = 5  # OPD that are called where nobody says who is
_FINDINGS = 6  # of the material, as the minutes repeat them
_OF_MONEY = ("tepra", "opd")  # the kinds at which each called OPD has a page of its own
_OF_PEOPLE = ("jpt", "seratus_hari")


@dataclass(frozen=True)
class Order:
    """What is to be printed: of which kind, for which view, who is called, for which meeting, with pictures or not."""

    kind: str
    view: View
    opd: tuple[str, ...] = ()
    pejabat: tuple[str, ...] | None = None
    rapat: str | None = None
    gambar: bool = False

    def said(self, ask: Ask) -> dict[str, Any]:
        """The order as it is kept beside what was printed."""
        return {
            "jenis": self.kind, "pandangan": to_params(self.view), "opd": list(self.opd), "rapat": self.rapat,
            "pejabat": None if self.pejabat is None else list(self.pejabat), "gambar": self.gambar, "build": ask.build,
            "nama": ask.scope.names,
        }  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One file of the pack: its path in the zip, and what makes it."""

    name: str
    make: Callable[[], bytes]


def bundle(
    order: Order, ask: Ask, brand: Brand, *, notes: Ask | None = None, since: packs.Since | None = None,
    made_at: datetime | None = None, progress: Progress | None = None,
) -> bytes:  # fmt: skip
    """The .zip; the same order of the same builds at the same moment is the same content.

    Figures come from `ask`, which a meeting may have frozen before it began; letters tell what was said in it since,
    as `notes` has it. With `since` the material says what has changed since an earlier meeting.
    """
    moment = (made_at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    found = list(pieces(order, ask, brand, moment, notes=notes, since=since))
    out, listed = BytesIO(), []
    with zipfile.ZipFile(out, "w") as archive:
        for at, piece in enumerate(found):
            if progress:
                progress(piece.name, at, len(found))
            content = piece.make()
            _put(archive, piece.name, content, moment)
            listed.append({"berkas": piece.name, "bita": len(content), "sha256": sha256(content).hexdigest()})
        earlier = since.ask.build if since else None
        said = {
            "build_catatan": (notes or ask).build,
            "sejak": earlier,
            "dibuat": clock.local(moment).isoformat(),
            "isi": listed,
        }
        about = {**order.said(ask), **said}
        _put(archive, "isi.json", json.dumps(about, ensure_ascii=False, indent=1).encode(), moment)
    return out.getvalue()


def pieces(
    order: Order, ask: Ask, brand: Brand, moment: datetime, *, notes: Ask | None = None,
    since: packs.Since | None = None,
) -> Iterator[Piece]:  # fmt: skip
    """Every file of the pack, in the order in which a secretary needs them; nothing is made yet."""
    making = _Making(order, ask, notes or ask, since, brand, moment)
    stem = stem_of(order)
    yield Piece(f"{stem}.pptx", making.form(packs.deck_of))
    yield Piece(f"{stem}.xlsx", making.form(packs.book_of))
    yield Piece(f"{stem}.pdf", making.form(packs.document_of))
    if making.said is not None:
        yield Piece("notulen.docx", making.minutes)
        for code in making.said.opd:
            yield Piece(f"memo/{code.lower()}.docx", making.memo(code))
        if making.said.tindak or making.said.komitmen:
            yield Piece("tenggat.ics", making.dates)
    if order.kind in _OF_MONEY:
        for code in making.called:
            yield Piece(f"opd/{code.lower()}.pdf", making.page(code))
    for number, (orang_id, post) in enumerate(making.officials.items(), 1):
        yield Piece(f"pejabat/{number:02d}-{_file(post)}.pdf", making.paper(orang_id))
    if order.gambar and picture.available():
        for number, figure in enumerate(making.drawn, 1):
            yield Piece(f"gambar/{number:02d}-{figure.id.replace('.', '-')}.png", making.image(figure))


def stem_of(order: Order) -> str:
    """What the files of a pack are called: "tepra-2026-10"."""
    return f"{order.kind}-{order.view.until}"


def outline(order: Order, ask: Ask, since: packs.Since | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """What the slides will say, in order: each title with the figures below it."""
    made = packs.pack(order.kind, ask, order.view, opd=order.opd, pejabat=order.pejabat, since=since)
    found: list[tuple[str, tuple[str, ...]]] = []
    for slide in made.slides:
        if isinstance(slide, Slide):
            titles = tuple(figure.title for figure in slide.figures)
            found.append((slide.title or titles[0], titles[1:]))
        else:
            found.append((slide.title, (slide.subtitle,)))
    return found


@dataclass(frozen=True)
class _Making:
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

    @property
    def asked(self) -> list[str]:
        """The gravest question to each who is called, or to the first few where nobody says who is."""
        assert self.said is not None
        order, names = self.order, self.said.nama
        if order.kind not in _OF_PEOPLE:
            return [f"{names.get(code, code)}: {line}" for code in self.called for line in self.questions(code)[:1]]
        put = (
            f"{post}: {one.spoken}" for orang_id, post in self.officials.items()
            for one in pertanyaan_pejabat.of_official(self.ask, order.view, orang_id)[:1]
        )  # fmt: skip
        return list(put if order.opd or order.pejabat else islice(put, LOWEST))


def titled(order: Order) -> str:
    """The pack in words, as a list of prints has it."""
    lang = order.view.lang
    return f"{text(f'bahan.jenis_{order.kind}', lang)} · {month(order.view.until, lang)}"


def _file(name: str) -> str:
    """A name as a part of a path: small letters and figures, the rest becomes a dash."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:80]


def _put(archive: zipfile.ZipFile, name: str, content: bytes, moment: datetime) -> None:
    info = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
    # Office files and pictures are packed already.
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith((".json", ".ics")) else zipfile.ZIP_STORED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content)


def contents(content: bytes) -> Mapping[str, str]:
    """The sha256 of every file of a pack, by its path."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
