"""Which imports made a difference between two builds, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.figures.figure import Lang
from dashboard.query import Ask
from pipelines.catalogue import text

Known = Mapping[str, Mapping[str, Any]]
_IMPORTS = "select impor_id, nama_berkas, direkam_pada, oleh, ditarik from app.impor"


def known(ask: Ask) -> Known:
    """The imports that a build knows and the reader may see, by id."""
    return {row["impor_id"]: row for row in ask.run(_IMPORTS)}


def cause(now: frozenset[str], then: frozenset[str], known_now: Known, known_then: Known) -> tuple[str, ...]:
    """The imports that changed what is read from `now` and was read from `then`.

    Those that came in between and those taken back since; what they replaced, or made way for, changed nothing.
    """
    came = {id for id in now - then if id not in known_then}
    withdrawn = {id for id in then - now if id in known_now and known_now[id]["ditarik"]}
    return tuple(sorted(came | withdrawn or now ^ then))


def said(ids: tuple[str, ...], imports: Known, lang: Lang) -> str:
    """The names of their files; where no import did it, that the way of counting did."""
    names = [_name(id, imports.get(id), lang) for id in ids]
    return "; ".join(names) or text("berubah.impor_hitungan", lang)


def _name(id: str, row: Mapping[str, Any] | None, lang: Lang) -> str:
    if row is None:
        return id
    name = str(row["nama_berkas"])
    return text("berubah.impor_ditarik", lang, nama=name) if row["ditarik"] else name
