"""The last meeting of a kind that froze its figures: what a pack compares with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard import query
from dashboard.export.packs import Since
from dashboard.query import Ask
from dashboard.view import View
from pipelines.records.changes import Record
from pipelines.workspace import Workspace


def before(meetings: Sequence[Record], jenis: Sequence[str], on: date, id: str | None = None) -> Record | None:
    """The latest meeting of these kinds before a day, other than `id`, that froze its figures."""
    held = [
        one
        for one in meetings
        if one.id != id and one.values["jenis"] in jenis and one.values["tanggal"] <= on
        and one.values["build"] and one.values["tahun"] and one.values["bulan"]
    ]  # fmt: skip
    return max(held, key=lambda one: (one.values["tanggal"], one.id), default=None)


def since(ws: Workspace, earlier: Record | None, ask: Ask, view: View) -> Since | None:
    """What that meeting looked at, as this reader may see it; None where its figures are not kept."""
    if earlier is None:
        return None
    said = earlier.values
    then = query.frozen(ws, said["build"], scope=ask.scope, lang=ask.lang)
    if then is None:
        return None
    return Since(then, replace(view, tahun=said["tahun"], bulan=said["bulan"], profil=said["profil"] or view.profil))
