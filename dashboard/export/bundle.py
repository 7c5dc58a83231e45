"""One click, one zip: slides, workbook, paper, minutes, memos, a paper for each who is called, due dates, pictures."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

from dashboard.export import packs, picture
from dashboard.export.brand import Brand
from dashboard.export.deck import Slide
from dashboard.export.making import Making
from dashboard.export.order import Order, stem_of
from dashboard.query import Ask
from pipelines import clock

__all__ = ["Order", "Piece", "bundle", "outline", "pieces", "stem_of"]

Progress = Callable[[str, int, int], None]  # what is being made, how many are done, how many there are
_OF_MONEY = ("tepra", "opd")  # the kinds at which each called OPD has a page of its own


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
    """Every file of the pack, in the order in which a secretary needs them; no file is made yet."""
    making = Making(order, ask, notes or ask, since, brand, moment)
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


def _file(name: str) -> str:
    """A name as a part of a path: small letters and figures, the rest becomes a dash."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:80]


def _put(archive: zipfile.ZipFile, name: str, content: bytes, moment: datetime) -> None:
    info = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
    # Office files and pictures are packed already.
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith((".json", ".ics")) else zipfile.ZIP_STORED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content)
