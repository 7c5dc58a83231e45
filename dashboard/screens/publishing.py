"""Rebuilding from a page: progress with counts, and what the build had to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.words import Words
from pipelines.build import build
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """The build that is served now, or None with the reason in `said`."""

    build: str | None
    said: tuple[str, ...]


def rebuild(ws: Workspace, status: Any, words: Words) -> Outcome:
    """Build what is recorded, telling `status` how far it is; a build that fails leaves the earlier one served."""

    def progress(what: str, n: int, total: int) -> None:
        status.update(label=words("data_mutu.menyusun", apa=what, n=n, total=total))

    try:
        made = build(ws, progress=progress)
    except Trouble as trouble:
        return Outcome(None, (words("data_mutu.susun_gagal", sebab=trouble.say(words.lang)),))
    found = ((c, c.meaning_en if words.lang == "en" else c.meaning) for c in made.checks if c.count)
    return Outcome(made.id, tuple(words("data_mutu.periksa_peringatan", arti=said, n=c.count) for c, said in found))


def now(ws: Workspace, words: Words) -> None:
    """Rebuild with its progress on the page and show the page anew; why it could not be done stands on the page."""
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        outcome = rebuild(ws, status, words)
    if outcome.build is None:
        st.error(outcome.said[0], icon=":material/error:")
        return
    st.rerun()
