"""The installed command: everything of pipelines, and what needs a screen or paper."""

from __future__ import annotations

from typing import Annotated

import typer

from dashboard import paper, paper_pack
from pipelines.cli import app
from pipelines.terminal import Home, Lang, clear, counter, language, spoken, workspace
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace


@spoken
def serve(*, port: Annotated[int, typer.Option(min=1, max=65535)] = 8501, home: Home = None, lang: Lang = None) -> None:
    """Serve the dashboard on this machine."""
    ws = workspace(home)
    brought_up(ws, language(lang))
    from dashboard.main import serve as run

    run(ws.home, port)


def brought_up(ws: Workspace, tongue: str) -> None:
    """Build what is recorded as this version computes it: pages of today cannot read tables of an older one."""
    from pipelines.build import build

    if not ws.ledger.exists():
        return
    try:
        build(ws, progress=counter())
    except Trouble as trouble:  # what was served before is still served
        typer.echo(trouble.say(tongue), err=True)
    clear()


app.command("serve")(serve)
app.command("deck")(paper.command("deck", "Slides with native, editable charts (.pptx)."))
app.command("book")(paper.command("book", "Every figure with all its rows (.xlsx)."))
app.command("document")(paper.command("document", "The same on paper (.pdf)."))
app.command("pack")(paper_pack.pack)


def main() -> None:
    """Run `raporda`."""
    app()
