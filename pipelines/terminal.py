"""How a command speaks: results on standard output, words for people on standard error, one exit code."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer
from typer.core import TyperGroup

from pipelines import usage
from pipelines.catalogue import text
from pipelines.reading_json import dumps
from pipelines.trouble import Misuse, Trouble
from pipelines.workspace import Workspace, open_workspace

P = ParamSpec("P")
_USAGE: type[Exception] = typer.BadParameter.__mro__[1]  # UsageError, which typer does not export

Home = Annotated[Path | None, typer.Option("--home", help="The workspace (RAPORDA_HOME, else ./var).")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Lang = Annotated[str | None, typer.Option("--lang", help="Words in id or en.")]


def language(given: str | None) -> str:
    """The language of a command: as given, else RAPORDA_LANG or the machine's, else Bahasa Indonesia."""
    wish = given or os.environ.get("RAPORDA_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "id"
    return "en" if wish.lower().startswith("en") else "id"


def say(key: str, tongue: str, **values: object) -> None:
    """A line of the catalogue on standard error."""
    typer.echo(text(f"perintah.{key}", tongue, **values), err=True)


def put(value: object) -> None:
    """One JSON document on standard output, in UTF-8 whatever the machine's own encoding is."""
    typer.echo(dumps(value).encode("utf-8", "replace"))


def outspoken() -> None:
    """Let results leave as UTF-8 where a program reads them; a terminal shows what it can."""
    out: Any = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="replace") if out.isatty() else out.reconfigure(encoding="utf-8", errors="replace")


def workspace(home: Path | None) -> Workspace:
    """The workspace of a command."""
    return open_workspace(home)


class Speaking(TyperGroup):
    """The commands; one that was called wrongly under --json still prints one JSON document."""

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> Any:
        """The context of a call, with what was typed kept beside it."""
        typed = list(args)
        with _wrong_usage(typed):
            ctx = super().make_context(info_name, args, *more, **extra)
        ctx.meta[__name__] = typed
        return ctx

    def invoke(self, ctx: Any) -> Any:
        """What the command gives."""
        with _wrong_usage(ctx.meta[__name__]):
            return super().invoke(ctx)


@contextmanager
def _wrong_usage(typed: list[str]) -> Iterator[None]:
    try:
        yield
    except _USAGE as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # no word at all: the list of commands is the answer
            raise
        pairs = list(pairwise(typed))
        words = usage.told(error, typed)
        if {"--json", "--format=json"} & set(typed) or ("--format", "json") in pairs:
            put({"error": "perintah.salah_pakai", "message": words})
        asked = next((after for before, after in pairs if before == "--lang"), None)
        _misused(words, language(asked))
        raise typer.Exit(Misuse.exit_code) from None


def _misused(words: Mapping[str, str], tongue: str) -> None:
    """What was wrong with a call on standard error: in Bahasa with the English below, or in English alone."""
    for lang in ("id", "en") if tongue == "id" else ("en",):
        typer.echo(words[lang], err=True)


def spoken(command: Callable[P, None]) -> Callable[P, None]:
    """A command that tells trouble in one line (one JSON document under --json) and ends with exit code 1."""

    @functools.wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            try:
                command(*args, **kwargs)
            except OSError as error:
                if isinstance(error, BrokenPipeError):  # whoever read our output has had enough
                    raise
                home: Any = kwargs.get("home")
                place = error.filename2 or error.filename or workspace(home).home
                raise Trouble("perintah.tanpa_ruang", home=place, sebab=error.strerror or error) from error
        except Trouble as trouble:
            if kwargs.get("json") or kwargs.get("format") == "json":
                with suppress(OSError):  # the output itself may be what has no room
                    put({"error": trouble.key, "message": trouble.words})
            asked: Any = kwargs.get("lang")
            if trouble.exit_code == Misuse.exit_code:
                _misused(trouble.words, language(asked))
            else:
                typer.echo(trouble.say(language(asked)), err=True)
            raise typer.Exit(trouble.exit_code) from None

    return told


def counter() -> Callable[[str, int, int], None]:
    """Progress with counts on standard error: one line that is rewritten on a terminal, silence elsewhere."""
    live = sys.stderr.isatty()

    def show(what: str, done: int, total: int) -> None:
        if live:
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r\033[K[{done}/{total}] {what}{end}")
            sys.stderr.flush()

    return show


def clear() -> None:
    """Take the progress line away."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")


def plain(rows: list[dict[str, Any]]) -> str:
    """Rows as an aligned table for reading in a terminal."""
    if not rows:
        return ""
    names = list(rows[0])
    lines = [names, *([_cell(row[name]) for name in names] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(names))]
    right = [all(not isinstance(row[name], str) for row in rows) for name in names]
    return "\n".join(
        "  ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in zip(line, widths, right, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    return "" if value is None else str(value)
