"""Slides, pages and official forms as pictures, by LibreOffice and pdftoppm: what an office program shows of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from dashboard import access, known, query
from dashboard.known import Choices
from dashboard.query import Ask
from dashboard.view import DEFAULT_PROFIL
from pipelines.workspace import Workspace

RAPORDA = (sys.executable, "-c", "from dashboard.commands import main; main()")
_FIRST = 3  # pages of a form: the rest is more of the same
_RANKED = "select kode_opd, peringkat from app.rapor where tahun = ? and bulan = ? and cakupan = ? and profil = ?"


@dataclass(frozen=True)
class Paper:
    """One file to be made and looked at: `raporda <command> <kind>`, and how its pictures are called."""

    command: str
    kind: str
    name: str
    form: str  # of the file: pptx, xlsx, pdf
    one_opd: bool = False
    pages: int | None = None


def listed() -> Iterator[Paper]:
    """Every meeting as slides and on paper, every official form as a workbook and on paper."""
    for kind in ("tepra", "opd", "jpt", "seratus_hari", "setda"):
        lead = "" if kind == "tepra" else f"{kind}-"
        yield Paper("deck", kind, f"{lead}slide", "pptx", kind == "opd")
        yield Paper("document", kind, f"{lead}dokumen", "pdf", kind == "opd")
    for kind in ("e81", "lkjip", "rkpd"):
        yield Paper("book", kind, f"{kind}-lembar", "xlsx", kind != "rkpd", _FIRST)
        yield Paper("document", kind, f"{kind}-kertas", "pdf", kind != "rkpd", _FIRST)


def papers(ws: Workspace, into: Path, console: Console) -> None:
    """The pictures of everything that is listed, for the latest month; of one OPD the one that stands lowest."""
    ask = query.current(ws, scope=access.scope(), lang="id")
    choices = known.choices(ask) if ask else None
    if ask is None or choices is None:
        return
    year, month = choices.known.latest()
    until, opd = ["--home", str(ws.home), "--until", f"{year}-{month:02d}"], lowest(ask, choices)
    with tempfile.TemporaryDirectory() as folder:
        for one in listed():
            called = ["--opd", opd] if one.one_opd else []
            file = into / f"{one.kind}.{one.form}"
            subprocess.run([*RAPORDA, one.command, one.kind, *until, *called, "-o", str(file)], check=True)
            _pictured(file, into / one.name, one.pages, Path(folder))
            console.print(f"{one.command} {one.kind}: {len(list(into.glob(f'{one.name}-*.png')))}")


def lowest(ask: Ask, choices: Choices) -> str:
    """The OPD at the foot of the ranking of the latest month, else the first."""
    year, month = choices.known.latest()
    ranked = [row for row in ask.run(_RANKED, year, month, "semua", DEFAULT_PROFIL) if row["peringkat"]]
    if not ranked:
        return choices.known.opd[0]
    return str(max(ranked, key=lambda row: int(row["peringkat"]))["kode_opd"])


def _pictured(file: Path, name: Path, pages: int | None, folder: Path) -> None:
    """The pages of a file as pictures; what is no PDF goes through LibreOffice first."""
    pdf = file
    if file.suffix != ".pdf":
        soffice = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]
        command = [*soffice, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        pdf = folder / f"{file.stem}.pdf"
    last = ["-l", str(pages)] if pages else []
    subprocess.run(["pdftoppm", "-png", "-r", "80", *last, str(pdf), str(name)], check=True)
