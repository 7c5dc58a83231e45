"""The house's own source, read as text and as syntax, for the tests that hold its rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Module:
    path: str  # from the root, with slashes
    tree: ast.Module

    def imports(self) -> Iterator[str]:
        """Every module named in an import, wherever it stands in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module

    def strings(self) -> Iterator[tuple[int, str]]:
        """Every string constant that is not a docstring, with its line."""
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node.lineno, node.value


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The modules below the given folders of the house."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            found.append(Module(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)
