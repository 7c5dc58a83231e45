"""The rows of a table one below the other, each standing for itself: on a phone no column is then off the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import look
from dashboard.figures.figure import Column, Link, Value
from dashboard.screens import lead
from dashboard.screens.badges import BADGES, badge
from dashboard.screens.markup import NBSP, plain
from dashboard.view import View

MOST = 10  # rows that stand so before all are asked for


def phone(agent: str | None) -> bool:
    """Whether a browser says of itself that it is one of a phone."""
    return "Mobi" in (agent or "")


@dataclass(frozen=True)
class Slip:
    """A row that stands for itself; its title is plain, the rest Markdown."""

    title: str
    status: str | None
    said: tuple[str, ...]


def slip(columns: Sequence[Column], row: Sequence[Value], others: Sequence[Sequence[Value]], *, lang: str) -> Slip:
    """A row by its name, its first status, and what else is known of it, each after its column's label.

    Codes are left to the table, as is a column in which none of the `others` has a value; a value missing beside
    others is a dash.
    """
    name = next((at for at, column in enumerate(columns) if column.unit == "teks"), 0)
    told = [
        at for at, column in enumerate(columns)
        if at != name and column.unit != "kode" and any(other[at] not in (None, "") for other in others)
    ]  # fmt: skip
    judged = next((at for at in told if columns[at].unit == "status" and row[at] in BADGES), None)
    said = (f":gray[{plain(columns[at].label)}] {_said(row[at], columns[at], lang)}" for at in told if at != judged)
    title = look.write(row[name], columns[name].unit, lang, short=True)
    return Slip(title, None if judged is None else badge(str(row[judged]), lang), tuple(said))


def show(told: Slip, link: Link | None, view: View) -> None:
    """One row on the page, with the way to what it is about."""
    with st.container(border=True, gap="xsmall"):
        lead.headed(f"{told.status or ''} **{plain(told.title)}**".strip(), link, view, help=told.title)
        st.markdown(f":small[{' · '.join(told.said)}]")


def _said(value: Value, column: Column, lang: str) -> str:
    written = plain(look.write(value, column.unit, lang, short=True))
    return written if column.unit == "teks" else written.replace(" ", NBSP)
