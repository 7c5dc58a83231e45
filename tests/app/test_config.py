"""The shipped configuration is closed and fast; a line that changes fails here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from streamlit import config

from dashboard import look, main

SHIPPED = tomllib.loads((Path(main.house()) / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
EXPECTED = {
    "client": {
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "toolbarMode": "viewer",
        "disableDataExport": True,
    },
    "browser": {"gatherUsageStats": False},
    "runner": {"magicEnabled": False, "fastReruns": True, "postScriptGC": False},
    "server": {
        "headless": True,
        "address": "127.0.0.1",
        "fileWatcherType": "none",
        "runOnSave": False,
        "enableXsrfProtection": True,
        "enableCORS": True,
        "allowedHosts": ["localhost", "127.0.0.1"],
        "maxUploadSize": 25,
        "maxMessageSize": 50,
        "maxWidgetStateSize": 2,
        "disconnectedSessionTTL": 120,
        "enableStaticServing": True,
        "enableAgentApi": False,
    },
}


def _options(table: dict[str, Any], prefix: str = "") -> list[str]:
    names = []
    for name, value in table.items():
        names += _options(value, f"{prefix}{name}.") if isinstance(value, dict) else [f"{prefix}{name}"]
    return names


def test_every_line_is_as_it_was_decided() -> None:
    assert {name: table for name, table in SHIPPED.items() if name != "theme"} == EXPECTED


def test_streamlit_still_knows_every_option() -> None:
    # Some are hidden options; a new Streamlit may drop them without a word.
    assert [name for name in _options(SHIPPED) if name not in config._config_options_template] == []


def test_fonts_are_our_own_and_licensed() -> None:
    static = Path(main.__file__).parent / "static"
    for face in SHIPPED["theme"]["fontFaces"]:
        assert (static / face["url"].removeprefix("app/static/")).is_file()
    assert "SIL Open Font License" in (static / "fonts" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "://" not in str(SHIPPED)


def test_the_theme_wears_the_colours_of_look() -> None:
    for shown in (look.LIGHT, look.DARK):
        theme = SHIPPED["theme"][shown.theme]
        assert theme["backgroundColor"] == shown.background
        assert theme["secondaryBackgroundColor"] == shown.surface
        assert theme["textColor"] == shown.ink
        for status, colour in (("merah", "red"), ("oranye", "orange"), ("kuning", "yellow"), ("hijau", "green")):
            assert theme[f"{colour}Color"] == shown.status[status].fill
            assert theme[f"{colour}TextColor"] == shown.status[status].ink
            assert theme[f"{colour}BackgroundColor"] == shown.status[status].soft


def test_the_static_folder_holds_nothing_but_fonts_and_marks() -> None:
    static = Path(main.__file__).parent / "static"
    assert {p.suffix for p in static.rglob("*") if p.is_file()} <= {".woff2", ".txt", ".png"}
