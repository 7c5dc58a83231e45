"""`raporda pack`: the whole material of a meeting in one zip, kept, and had again whenever it is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dashboard.paper import Called, Names, Officials, Until, known, official, unit, view, written
from pipelines.terminal import Home, Json, Lang, clear, counter, language, plain, put, spoken, workspace
from pipelines.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from dashboard.export.packs import Since
    from dashboard.query import Ask
    from dashboard.view import View
    from pipelines.records.changes import Record
    from pipelines.workspace import Workspace

_KIND = "tepra, opd, jpt, seratus_hari or setda, as `raporda deck` knows them."
Kind = Annotated[str, typer.Argument(metavar="KIND", help=_KIND)]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="The .zip to write.")]
Meeting = Annotated[str | None, typer.Option("--meeting", metavar="ID", help="A recorded meeting: minutes and memos.")]
Again = Annotated[str | None, typer.Option("--again", metavar="ID", help="A pack printed before, byte for byte.")]
Listed = Annotated[bool, typer.Option("--list", help="What was printed before.")]
Group = Annotated[str | None, typer.Option(help="semua, asisten-1, komisi-IV, ...; that of a frozen meeting.")]
Profile = Annotated[str | None, typer.Option(help="The rule profile that judges; that of a frozen meeting.")]
Pictures = Annotated[bool, typer.Option("--pictures", help="With each chart as a picture.")]


@spoken
def pack(
    kind: Kind = "tepra",
    *,
    out: Out = None,
    until: Until = None,
    meeting: Meeting = None,
    opd: Called = None,
    pejabat: Officials = None,
    group: Group = None,
    profile: Profile = None,
    pictures: Pictures = False,
    again: Again = None,
    list: Listed = False,
    names: Names = False,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Slides, workbook, paper, minutes, memos, pages of the called OPD and due dates, in one zip."""
    from pipelines.records import prints

    ws = workspace(home)
    if list:
        _list(ws, json=json)
        return
    if out is None:
        raise Misuse("bahan.ke_mana")
    if again:
        _, content = prints.again(ws, again)
        written(content, out, json=json, tongue=language(lang))
        return
    from dashboard.export import bundle, packs
    from dashboard.export.brand import brand
    from pipelines import clock

    known(kind, pejabat or [], tuple(packs.KINDS))
    held = _meeting(ws, meeting)
    ask = _ask(ws, held, language(lang), names=names)
    usual_group, usual_rule = usual(ask, held)
    shown = view(ask, until or _month(held), group or usual_group, profile or usual_rule)
    units = tuple(unit(ask, name) for name in opd or [])
    people = tuple(official(ask, one) for one in pejabat or []) or None
    if kind == "opd" and not units:
        raise Misuse("bahan.tanpa_opd")
    order = bundle.Order(kind, replace(shown, opd=None, per=shown.per or _day(held)), units, people, meeting, pictures)
    moment: datetime = clock.now()
    notes = _now(ws, language(lang), names=names)
    content = bundle.bundle(
        order, ask, brand(ws.home), notes=notes, since=_since(ws, held, ask, order.view), made_at=moment,
        progress=counter(),
    )  # fmt: skip
    clear()
    name = f"{bundle.stem_of(order)}-{clock.local(moment):%Y%m%d-%H%M}.zip"
    prints.keep(ws, content, name, order.said(ask), oleh="perintah", made_at=moment, rapat_id=meeting)
    written(content, out, json=json, tongue=language(lang))


def _meeting(ws: Workspace, id: str | None) -> Record | None:
    if id is None:
        return None
    from pipelines.records.database import open_records

    found = open_records(ws).get("rapat", id)
    if found is None or found.removed:
        raise Misuse("bahan.rapat_tak_dikenal", id=id)
    return found


def _ask(ws: Workspace, held: Record | None, tongue: str, *, names: bool) -> Ask:
    """The build that the meeting froze, else everything that is recorded now."""
    from dashboard import access, query

    frozen = held.values["build"] if held else None
    if frozen is None:
        return _now(ws, tongue, names=names)
    seen = access.scope(named=names, address="localhost")
    found = query.frozen(ws, frozen, scope=seen, lang="en" if tongue == "en" else "id")
    if found is None:
        raise Trouble("rapat.berubah_hilang", build=frozen)
    return found


def _since(ws: Workspace, held: Record | None, ask: Ask, shown: View) -> Since | None:
    """What the last meeting of that kind had frozen."""
    if held is None:
        return None
    from dashboard.since import before, since
    from pipelines.records.database import open_records

    kinds, on = (held.values["jenis"],), held.values["tanggal"]
    return since(ws, before(open_records(ws).rows("rapat"), kinds, on, held.id), ask, shown)


def _now(ws: Workspace, tongue: str, *, names: bool) -> Ask:
    """Everything that is recorded now."""
    from dashboard import access, query
    from pipelines.build import build

    made = build(ws)
    seen = access.scope(named=names, address="localhost")
    return query.open_build(made.path, made.id, scope=seen, lang="en" if tongue == "en" else "id")


def _month(held: Record | None) -> str | None:
    """The month that a meeting looked at."""
    if held is None or not (held.values["tahun"] and held.values["bulan"]):
        return None
    return f"{held.values['tahun']:04d}-{held.values['bulan']:02d}"


def usual(ask: Ask, held: Record | None) -> tuple[str, str]:
    """The group and the rule of a meeting that froze its figures; everyone and the usual rule where it has none."""
    from dashboard.known import choices
    from dashboard.view import ALL, DEFAULT_PROFIL

    offered = choices(ask)
    if held is None or not held.values["build"] or offered is None:
        return ALL, DEFAULT_PROFIL
    group, profile = held.values["lingkup"], held.values["profil"]
    return (
        group if group in offered.known.kelompok else ALL,
        profile if profile in offered.known.profil else DEFAULT_PROFIL,
    )


def _day(held: Record | None) -> date:
    """The day on which the pack looks: that of its meeting, else today."""
    from pipelines import clock

    day: date = held.values["tanggal"] if held else clock.local(clock.now()).date()
    return day


def _list(ws: Workspace, *, json: bool) -> None:
    from pipelines.records import prints
    from pipelines.records.where import kept

    found = prints.listed(ws) if kept(ws) else []
    lines = [
        {"id": one.id, "made": one.dibuat.isoformat(), "file": one.nama, "by": one.oleh, "meeting": one.rapat_id,
         "build": one.pesanan["build"], "bytes": one.ukuran}
        for one in found
    ]  # fmt: skip
    if json:
        put(lines)
    else:
        typer.echo(plain(lines))
