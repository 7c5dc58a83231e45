"""The SQL files as models: a path is a table's name, and what a file reads decides when it runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path

SQL = Path(__file__).parent / "sql"
TABLES = ("staging", "core", "marts")
VIEWS = ("app",)
CHECKS = ("checks",)

# Parsing 300 files takes two seconds of every process that builds; a test holds that a parser sees the same tables.
_COMMENT = re.compile(r"--[^\n]*")
_TABLE = re.compile(r"\b(?:raw|staging|core|marts|app)\.\w+")


@dataclass(frozen=True)
class Model:
    """One select: its name ("marts.opd"), its text, and the tables that it reads."""

    name: str
    sql: str
    reads: frozenset[str]

    @property
    def heading(self) -> str:
        """The comment on its first line."""
        first = self.sql.lstrip().splitlines()[0]
        return first.removeprefix("--").strip()

    @property
    def view(self) -> bool:
        """Whether it is only looked through ("-- view: One row per …"): its rows stand in what it reads, not in it."""
        return self.heading.startswith("view:")


def models(layers: tuple[str, ...]) -> tuple[Model, ...]:
    """The models of some layers, each after those that it reads; raises graphlib.CycleError on a circle."""
    return _ordered(layers, SQL)


@cache
def _ordered(layers: tuple[str, ...], folder: Path) -> tuple[Model, ...]:
    paths = [(f"{layer}.{path.stem}", path) for layer in layers for path in sorted((folder / layer).glob("*.sql"))]
    parsed = {name: _model(name, path.read_text(encoding="utf-8")) for name, path in paths}
    order = TopologicalSorter({m.name: sorted(m.reads & parsed.keys()) for m in parsed.values()})
    return tuple(parsed[name] for name in order.static_order())


def fingerprints(models: Iterable[Model], sources: Mapping[str, str]) -> dict[str, str]:
    """What each model's rows depend on, as one hash: its text and, through it, every source that it reads."""
    marks = dict(sources)
    for model in models:
        inputs = [marks.get(name, name) for name in sorted(model.reads)]
        marks[model.name] = digest(model.sql, *inputs)
    return marks


def digest(*parts: str) -> str:
    """One hash of several texts; where one ends and the next begins counts."""
    return sha256("\0".join(parts).encode()).hexdigest()


def _model(name: str, sql: str) -> Model:
    reads = set(_TABLE.findall(_COMMENT.sub("", sql)))
    return Model(name, sql.strip().rstrip(";"), frozenset(reads - {name}))
