"""`raporda`: every command that needs no screen. Each imports what it needs late, so that --help is quick."""

from __future__ import annotations

import os

import typer

from pipelines.commands import asking, importing, records, upkeep
from pipelines.terminal import Home, Speaking, outspoken

app = typer.Typer(
    name="raporda", cls=Speaking, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@app.callback()
def frame(home: Home = None) -> None:
    """Rapor daerah: who is behind, on what, against which target, by which rule."""
    outspoken()
    if home is not None:
        os.environ["RAPORDA_HOME"] = str(home.absolute())


app.command("import")(importing.import_)
app.command("build")(asking.build)
app.command("query")(asking.query)
app.command("measures")(asking.measures_)
app.command("imports")(upkeep.imports_)
app.command("withdraw")(upkeep.withdraw)
app.command("verify")(upkeep.verify)
app.command("backup")(upkeep.backup)
app.command("restore")(upkeep.restore)
app.command("template")(upkeep.template)
app.command("sample")(upkeep.sample)
app.add_typer(records.app, name="records")
