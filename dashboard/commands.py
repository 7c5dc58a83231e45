"""The installed command: everything of pipelines, and what needs a screen or paper."""

from __future__ import annotations

from typing import Annotated

import typer

from dashboard import paper
from pipelines.cli import app
from pipelines.terminal import Home, Lang, spoken, workspace


@spoken
def serve(*, port: Annotated[int, typer.Option(min=1, max=65535)] = 8501, home: Home = None, lang: Lang = None) -> None:
    """Serve the dashboard on this machine."""
    from dashboard.main import serve as run

    run(workspace(home).home, port)


app.command("serve")(serve)
app.command("deck")(paper.command("deck", "Slides with native, editable charts (.pptx)."))
app.command("book")(paper.command("book", "Every figure with all its rows (.xlsx)."))
app.command("document")(paper.command("document", "The same on paper (.pdf)."))


def main() -> None:
    """Run `raporda`."""
    app()
