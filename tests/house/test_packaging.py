"""The install is lean, pinned and names no address."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

from tests.house.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9_.-]+)==([^\s;\\]+)", text, re.MULTILINE))


def test_locks_carry_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "index-url" not in text
        for block in re.split(r"\n(?=[a-z0-9])", text.strip()):
            assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_development_lock_holds_the_same_versions() -> None:
    base, dev = _pins("requirements.lock"), _pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in base} == base


def test_the_base_install_is_lean() -> None:
    base = _pins("requirements.lock")
    assert not {"pyspark", "kaleido", "authlib", "psycopg", "pytest", "mypy"} & set(base)


def test_extras_are_the_ones_the_house_promises() -> None:
    assert {"image", "spark", "postgres", "auth", "dev"} <= set(PROJECT["optional-dependencies"])


def _least(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def test_versions_are_past_known_advisories() -> None:
    # Floors from the advisories listed for each library.
    floors = {
        "streamlit": "1.61.0",
        "duckdb": "1.5.5",
        "lxml": "6.1.0",
        "python-multipart": "0.0.27",
        "openpyxl": "3.1.5",
    }
    pins = _pins("requirements.lock")
    assert [n for n, floor in floors.items() if _least(pins[n]) < _least(floor)] == []
    assert "defusedxml" in pins


def test_the_installed_version_is_the_projects() -> None:
    assert version("raporda") == PROJECT["version"]
