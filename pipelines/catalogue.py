"""The data folder: where it stands, its TOML files, and every word shown to a person."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_INSTALLED = Path(__file__).parent / "_data"
DATA = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parent.parent / "data"


@cache
def toml(name: str) -> dict[str, Any]:
    """The content of data/<name>.toml; raises FileNotFoundError when there is none."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _area(area: str) -> dict[str, dict[str, str]]:
    return toml(f"istilah/{area}")


def text(key: str, lang: str, **values: object) -> str:
    """The words of `area.key` in a language, with `values` filled in; raises KeyError for an unknown key."""
    area, _, name = key.partition(".")
    words = _area(area)[name][lang]
    return words.format(**values) if values else words


def both(key: str, **values: object) -> dict[str, str]:
    """The words of `area.key` in both languages."""
    return {lang: text(key, lang, **values) for lang in ("id", "en")}


def keys() -> dict[str, dict[str, str]]:
    """Every key of every area with its words by language."""
    areas = sorted((DATA / "istilah").glob("*.toml"))
    return {f"{path.stem}.{name}": words for path in areas for name, words in _area(path.stem).items()}
