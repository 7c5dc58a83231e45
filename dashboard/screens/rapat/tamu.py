"""The guest book: who comes to whom and why, in and out; names are seen here alone and forgotten after a while."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard import look
from dashboard.query import Ask
from dashboard.screens.markup import plain
from dashboard.screens.rapat import lembaran
from dashboard.screens.rapat.meja import PEMISAH
from dashboard.view import View
from dashboard.words import Words
from pipelines import clock
from pipelines.records import tamu
from pipelines.records.changes import Change, Record, Who
from pipelines.records.store import Records
from pipelines.trouble import Trouble

_SHOWN = 30  # earlier visits on the page


def part(records: Records, ask: Ask, view: View, who: Who, words: Words, *, named: bool) -> None:
    """The form for a guest who comes in, those who are inside, and the visits before; names where they may show."""
    now = clock.local(clock.now())
    tamu.forget(records, now.date())
    st.caption(words("rapat.ket_tamu", hari=tamu.days(now.date())))
    units = dict(lembaran.units(ask, view, "evaluasi Setda"))
    _come(records, units, who, words)
    known = tamu.names(records) if named else {}
    visits = sorted(records.rows(tamu.KIND), key=lambda r: (r.values["tanggal"], r.values["jam_masuk"]), reverse=True)
    inside = [v for v in visits if v.values["tanggal"] == now.date() and v.values["jam_keluar"] is None]
    if inside:
        st.subheader(words("rapat.tamu_di_dalam", n=len(inside)), anchor=False)
        for visit in inside:
            _leaving(records, visit, units, known, who, words)
    past = [v for v in visits if v not in inside][:_SHOWN]
    if past:
        st.subheader(words("rapat.tamu_sebelumnya"), anchor=False)
        for visit in past:
            st.markdown(_line(visit, units, known, words))


def _come(records: Records, units: Mapping[str, str], who: Who, words: Words) -> None:
    now = clock.local(clock.now())
    with st.form("tamu", clear_on_submit=True):
        left, right = st.columns(2)
        with left:
            name = st.text_input(
                words("rapat.tamu_nama"), help=words("rapat.tamu_nama_ket", hari=tamu.days(now.date()))
            )
            institution = st.text_input(words("rapat.kolom_instansi"))
        with right:
            unit = st.selectbox(
                words("rapat.tamu_kepada"), list(units), index=None, format_func=lambda u: units[u],
                placeholder=words("rapat.tamu_pilih"),
            )  # fmt: skip
            purpose = st.text_input(words("rapat.kolom_keperluan"))
        if not st.form_submit_button(words("rapat.tamu_masuk"), type="primary", icon=":material/login:"):
            return
    opd, _, below = (unit or "").partition(PEMISAH)
    visit = {
        "kode_opd": opd, "kode_unit": below, "tanggal": now.date(), "jam_masuk": f"{now:%H:%M}",
        "instansi": institution, "keperluan": purpose,
    }  # fmt: skip
    try:
        made = tamu.receive(records, visit, name, who)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/error:")
        return
    st.success(words("rapat.tamu_tercatat", id=made.id), icon=":material/check_circle:")


def _leaving(
    records: Records, visit: Record, units: Mapping[str, str], known: Mapping[str, str], who: Who, words: Words
) -> None:
    def out() -> None:
        at = f"{clock.local(clock.now()):%H:%M}"
        try:
            records.write([Change(tamu.KIND, visit.id, {"jam_keluar": at}, visit.versi)], who)
        except Trouble as trouble:
            st.session_state["tamu-gagal"] = trouble.say(words.lang)

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_line(visit, units, known, words), width="stretch")
        st.button(words("rapat.tamu_keluar"), key=f"keluar-{visit.id}", on_click=out, icon=":material/logout:")
    if failed := st.session_state.pop("tamu-gagal", None):
        st.error(failed)


def _line(visit: Record, units: Mapping[str, str], known: Mapping[str, str], words: Words) -> str:
    said = visit.values
    code = f"{said['kode_opd']}{PEMISAH}{said['kode_unit']}" if said["kode_unit"] else said["kode_opd"]
    hours = f"{said['jam_masuk']}–{said['jam_keluar'] or '…'}"
    who = known.get(visit.id) or words("rapat.tamu_tanpa_nama")
    about = " · ".join(part for part in (said["instansi"], said["keperluan"]) if part)
    day = look.day(said["tanggal"], words.lang)
    return plain(f"{day} {hours} · {who} · {about} → {units.get(code, code)}")
