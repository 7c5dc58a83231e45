"""`raporda`: what keeps a workspace: its imports, its soundness, its backup; and what starts one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.catalogue import text
from pipelines.terminal import Home, Json, Lang, clear, counter, language, plain, put, say, spoken, workspace


@spoken
def imports_(*, home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """Every import and refusal, in the order in which they were recorded."""
    from pipelines import ledger, raw

    rows = raw.impor(ledger.events(workspace(home).ledger)).to_pylist()
    if json:
        put({"imports": rows})
    elif rows:
        wanted = ("impor_id", "direkam_pada", "status", "ditarik", "format", "opd", "tahun", "bulan", "nama_berkas")
        shown = [{name: _short(row[name]) for name in wanted} for row in rows]
        typer.echo(plain(shown))
    else:
        say("kosong", language(lang))


@spoken
def withdraw(
    id: Annotated[str, typer.Argument(help="As `raporda imports` lists it.")],
    *,
    reason: Annotated[str | None, typer.Option(help="Why; it stays in the ledger.")] = None,
    home: Home = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Take an import back; it stays in the ledger and leaves the figures at the next build."""
    from pipelines import imports

    why = reason or text("perintah.tanpa_alasan", language(lang))
    event = imports.withdraw(workspace(home), id, reason=why, actor="cli")
    if json:
        put({"withdrawn": id, "reason": event.body["reason"], "recorded_at": event.recorded_at})
    else:
        say("ditarik", language(lang), id=id)


@spoken
def verify(*, home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """Check the ledger's chain, every original file and every stored row against their hashes."""
    from pipelines import ledger
    from pipelines import verify as check

    ws = workspace(home)
    wrong = check.faults(ws)
    recorded = ledger.events(ws.ledger)
    files = len({e.body["sha256"] for e in recorded if e.kind == "impor"})
    if json:
        head = recorded[-1].hash if recorded else None
        put({"whole": not wrong, "events": len(recorded), "files": files, "head": head, "faults": wrong})
    elif wrong:
        for fault in wrong:
            typer.echo(fault[language(lang)], err=True)
    else:
        say("utuh", language(lang), kejadian=len(recorded), berkas=files)
    if wrong:
        raise typer.Exit(1)


@spoken
def backup(file: Path, *, home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """Write the ledger, the original files and the stored rows to one zip file."""
    from pipelines import backup as safe

    n = safe.backup(workspace(home), file)
    if json:
        put({"backup": file, "files": n})
    else:
        say("cadangan_jadi", language(lang), path=file, n=n)


@spoken
def restore(file: Path, *, home: Home = None, json: Json = False, lang: Lang = None) -> None:
    """Fill an empty workspace from a backup."""
    from pipelines import backup as safe

    ws = workspace(home)
    n = safe.restore(ws, file)
    if json:
        put({"restored": ws.home, "files": n})
    else:
        say("pulih", language(lang), home=ws.home, n=n)


@spoken
def template(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Which; all when none.")] = None,
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.")],
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write blank workbooks to fill in, with their guide and lists."""
    from pipelines import templates

    written = templates.write(names or [], out, lang=language(lang))
    if json:
        put({"files": written})
    else:
        for path in written:
            say("ditulis", language(lang), path=path)


@spoken
def sample(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files go.")],
    *,
    pemda: Annotated[int, typer.Option(min=1, help="How many regions: a folder each, for a workspace each.")] = 1,
    asn: Annotated[int, typer.Option(min=0, help="Civil servants a region; 0 for none.")] = 9_500,
    years: Annotated[int, typer.Option(min=1, max=10, help="Budget years, the last of them running.")] = 4,
    seed: Annotated[int, typer.Option(help="Another number, another region.")] = 2026,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write the files of a fictional pemda, shaped like real exports."""
    from pipelines import sample as fictional

    made = fictional.generate(folder, pemda=pemda, asn=asn, years=years, seed=seed, progress=counter())
    clear()
    if json:
        put(made.json())
    else:
        say("ditulis", language(lang), path=folder)


def _short(value: Any) -> Any:
    return value.strftime("%Y-%m-%d %H:%M") if hasattr(value, "strftime") else value
