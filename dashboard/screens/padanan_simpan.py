"""Recording what a person confirmed on the page of links: one small import each, then the figures are rebuilt."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.screens import publishing
from dashboard.words import Words
from pipelines.confirming import Confirmation, confirm
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace


def save(ws: Workspace, said: Sequence[Confirmation], words: Words) -> None:
    """Take the confirmations in, rebuild, and show the page anew with what became of it."""
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        try:
            done = confirm(ws, said, actor="dasbor")
        except Trouble as trouble:
            st.error(trouble.say(words.lang))
            return
        outcome = publishing.rebuild(ws, status, words)
    kept = sum(report.import_id is not None for report in done)
    told = words("padanan.tersimpan", n=kept)
    st.session_state["kabar_padanan"] = ("success", told) if outcome.build else ("error", outcome.said[0])
    st.rerun()
