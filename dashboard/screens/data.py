"""Data & Mutu, where files come in and people see how far they can trust the numbers."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.query import Ask
from dashboard.screens import intake, ledger, padanan, parts, publishing, quality
from dashboard.view import View
from dashboard.words import Words
from pipelines import ledger as ledger_of
from pipelines.workspace import Workspace, open_workspace

PARTS = ("masuk", "segar", "rekonsiliasi", "padanan", "riwayat", "templat")


def page(ws: Workspace, ask: Ask | None, view: View | None, words: Words) -> None:
    """The page, at the part that its address names."""
    label = words("umum.bagian")
    match parts.choose(PARTS, label, lambda part: words(f"data_mutu.bagian_{part}"), page="data"):
        case "masuk":
            intake.part(ws, words)
        case "segar":
            quality.freshness(ask, view, words)
        case "rekonsiliasi":
            quality.reconciliation(ask, words)
        case "padanan":
            padanan.part(ws, ask, words)
        case "riwayat":
            ledger.part(ws, words)
        case _:
            quality.templates(words)


def welcome(words: Words, *, data_page: Any) -> None:
    """The first page where no figure is published: what to bring in, or that what is stored must still be built."""
    workspace = open_workspace(None)
    if recorded := ledger_of.events(workspace.ledger):
        _unbuilt(workspace, len(recorded), words)
        return
    with st.container(border=True):
        st.subheader(words("umum.kosong_judul"), anchor=False)
        st.markdown(words("umum.kosong_sebab"))
        st.markdown("\n".join(f"- {words(f'umum.kosong_perlu_{what}')}" for what in ("lra", "rak", "master")))
        st.page_link(data_page, label=f"**{words('umum.kosong_buka')}**", icon=":material/upload_file:")


def _unbuilt(ws: Workspace, events: int, words: Words) -> None:
    """Stored files without a published build: nobody may read that as an empty workspace."""
    with st.container(border=True):
        st.subheader(words("umum.belum_susun_judul"), anchor=False)
        st.markdown(words("umum.belum_susun_sebab", n=events))
        if st.button(words("umum.belum_susun_tombol"), key="susun", type="primary", icon=":material/refresh:"):
            publishing.now(ws, words)
