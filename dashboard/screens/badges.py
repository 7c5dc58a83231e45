"""A status as a badge: its icon and its word on its colour."""

from __future__ import annotations

from dashboard import look
from dashboard.screens.markup import NBSP

BADGES = {"merah": "red", "oranye": "orange", "kuning": "yellow", "hijau": "green", "biru": "blue", "abu": "gray"}


def badge(status: str, lang: str) -> str:
    """The badge of a status, in Markdown."""
    return f":{BADGES[status]}-badge[{look.status(status, lang).replace(' ', NBSP)}]"
