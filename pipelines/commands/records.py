"""`raporda records`: what people wrote in and around meetings, out as a workbook, and who changed what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.terminal import Home, Json, Lang, language, plain, put, say, spoken, workspace
from pipelines.trouble import Misuse

if TYPE_CHECKING:
    from pipelines.records.trail import Mark

app = typer.Typer(no_args_is_help=True, help="What people wrote in and around meetings.")


@app.command("export")
@spoken
def export(
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="The workbook to write, e.g. 05_rapat.xlsx.")],
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write every record into the workbook 05_rapat, with its version: changed there, it can be imported again."""
    from pipelines.records import workbook
    from pipelines.records.database import open_records

    n = workbook.write(open_records(workspace(home)), out, lang=language(lang))
    if json:
        put({"file": out, "records": n})
    else:
        say("ditulis", language(lang), path=out)


@app.command("log")
@spoken
def log(
    *,
    id: Annotated[str | None, typer.Option("--id", help="Of one record only.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Of one kind only, e.g. tindak_lanjut.")] = None,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Every change of the records: who, when, before and after."""
    from pipelines.contracts.rapat import CATATAN
    from pipelines.records.database import open_records

    if kind is not None and kind not in CATATAN:
        raise Misuse("perintah.pilihan_salah", apa="--kind", nilai=kind, pilihan=", ".join(CATATAN))
    marks = open_records(workspace(home)).trail(kind=kind, id=id)
    if json:
        put([vars(mark) for mark in marks])
        return
    typer.echo(plain([_line(mark) for mark in marks]))


def _line(mark: Mark) -> dict[str, object]:
    before, after = mark.before or {}, mark.after or {}
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    said = "; ".join(f"{name}: {_said(before.get(name))} → {_said(after.get(name))}" for name in changed)
    return {
        "seq": mark.seq, "pada": mark.pada[:19], "oleh": mark.oleh, "catatan": f"{mark.kind} {mark.id}",
        "versi": mark.versi, "perubahan": said,
    }  # fmt: skip


def _said(value: object) -> str:
    return "–" if value is None else " ".join(str(value).split())
