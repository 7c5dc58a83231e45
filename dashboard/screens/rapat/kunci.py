"""Freezing what a meeting looks at, and what has changed since one did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard import look, query, show
from dashboard.query import Ask
from dashboard.screens.rapat.sebutan import titled
from dashboard.topics import berubah
from dashboard.view import View
from dashboard.words import Words
from pipelines import snapshots
from pipelines.engines.duckdb import Outdated
from pipelines.records.changes import Change, Record, Who
from pipelines.records.store import Records
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

_SINCE = "sejak"


def freeze(ws: Workspace, records: Records, meeting: Record, ask: Ask, view: View, who: Who, words: Words) -> None:
    """The button that freezes the figures on the page for a meeting."""
    if st.button(
        words("rapat.kunci", bulan=look.month(view.until, words.lang)), key=f"kunci-{meeting.id}",
        icon=":material/lock_open:", help=words("rapat.kunci_ket"),
    ):  # fmt: skip
        _freeze(ws, records, meeting, ask, view, who, words)


def frozen(ws: Workspace, records: Records, meeting: Record, ask: Ask, view: View, who: Who, words: Words) -> None:
    """Which figures a meeting has frozen, and where the page shows others the button that freezes those instead."""
    build, month = meeting.values["build"], look.month(view.until, words.lang)
    held = words("rapat.terkunci", build=build, bulan=_month(meeting, words))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[:material/lock: {held}]", help=words("rapat.terkunci_ket"), width="content")
        if build == ask.build and (meeting.values["tahun"], meeting.values["bulan"]) == (view.tahun, view.bulan):
            return
        with st.popover(words("rapat.kunci_ganti"), type="tertiary"):
            then, now = f"{_month(meeting, words)} ({build})", f"{month} ({ask.build})"
            st.markdown(words("rapat.kunci_ganti_ket", lama=then, baru=now))
            if st.button(words("rapat.kunci", bulan=month), key=f"kunci-ganti-{meeting.id}", icon=":material/lock:"):
                _freeze(ws, records, meeting, ask, view, who, words)


def _freeze(ws: Workspace, records: Records, meeting: Record, ask: Ask, view: View, who: Who, words: Words) -> None:
    values = {"build": ask.build, "tahun": view.tahun, "bulan": view.bulan, "profil": view.profil,
              "lingkup": view.opd or view.kelompok}  # fmt: skip
    try:
        with st.spinner(words("rapat.mengunci")):
            snapshots.freeze(ws, ask.build)
            records.write([Change("rapat", meeting.id, values, meeting.versi)], who)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/error:")
        return
    st.rerun()


def _month(meeting: Record, words: Words) -> str:
    year, month = meeting.values["tahun"], meeting.values["bulan"]
    return look.month(f"{year:04d}-{month:02d}", words.lang) if year and month else "–"


def changed(ws: Workspace, records: Records, ask: Ask, view: View, words: Words) -> None:
    """What has changed since a meeting whose figures were frozen."""
    held = [one for one in records.rows("rapat") if one.values["build"] and one.values["tahun"] and one.values["bulan"]]
    if not held:
        st.info(words("rapat.berubah_kosong"), icon=":material/lock_open:")
        return
    meeting = _since(sorted(held, key=lambda r: (r.values["tanggal"], r.id), reverse=True), words)
    then = query.frozen(ws, meeting.values["build"], scope=ask.scope, lang=ask.lang)
    if then is None:
        st.warning(words("rapat.berubah_hilang", build=meeting.values["build"]), icon=":material/inventory_2:")
        return
    before = replace(view, tahun=meeting.values["tahun"], bulan=meeting.values["bulan"],
                     profil=meeting.values["profil"] or view.profil)  # fmt: skip
    try:
        with st.spinner(words("umum.memuat")):
            found = berubah.figures(ask, then, view, before)
    except Outdated as old:
        st.warning(old.say(words.lang), icon=":material/inventory_2:")
        return
    show.show_all(found, view=view, scope=ask.scope)


def _since(held: Sequence[Record], words: Words) -> Record:
    known = {one.id: one for one in held}
    asked = st.query_params.get(_SINCE)
    st.session_state["s-sejak"] = asked if asked in known else held[0].id

    def picked() -> None:
        st.query_params[_SINCE] = st.session_state["s-sejak"]

    chosen = st.selectbox(
        words("rapat.sejak"), list(known), key="s-sejak", on_change=picked, width=460,
        format_func=lambda id: titled(known[id], words),
    )  # fmt: skip
    return known[chosen]
