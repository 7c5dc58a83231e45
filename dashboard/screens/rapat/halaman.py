"""The page: which meeting, what is written of it, and what came of the ones before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard import look
from dashboard.query import Ask
from dashboard.screens import parts
from dashboard.screens.rapat import angka, jejak, kunci, lembaran, pencatat, tamu
from dashboard.screens.rapat.meja import Meja, show
from dashboard.screens.rapat.sebutan import titled
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from dashboard.words import Words
from pipelines import clock
from pipelines.contracts import rapat
from pipelines.records.changes import Change, Record, Who
from pipelines.records.database import open_records
from pipelines.records.store import Records
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

PARTS = ("catat", "papan", "komitmen", "berubah", "kendala", "temuan", "tamu", "jejak")
LANGKAH = ("lalu", "tindak_lanjut", "komitmen", "kendala", "kehadiran", "perpanjangan", "catatan", "notulen")
_WRITTEN = ("kendala", "temuan")  # parts whose records stand by themselves and are changed below their figures
_PARAM, _STEP = "rapat", "langkah"
_OPEN = ("Belum", "On-track", "Alert")
_EVERY = "5s"  # how often a sheet looks for what others have written


def page(ws: Workspace, ask: Ask, view: View, words: Words) -> None:
    """The page, at the part that its address names."""
    try:
        records = open_records(ws)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/cloud_off:")
        return
    part = parts.choose(PARTS, words("umum.bagian"), lambda p: words(f"rapat.bagian_{p}"), page="rapat")
    if part == "jejak":
        jejak.part(records, words)
        return
    if part == "berubah":
        kunci.changed(ws, records, ask, view, words)
        return
    if part in angka.PARTS:
        angka.part(part, ws, records, ask, view, words)
        if part in _WRITTEN and st.toggle(words(f"rapat.ubah_{part}"), key=f"ubah-{part}"):
            _standing(part, records, ask, view, pencatat.who(words), words)
        return
    if part == "tamu":
        tamu.part(records, ask, view, pencatat.who(words), words, named=ask.scope.names)
        return
    _meeting(ws, records, ask, view, words)


def _meeting(ws: Workspace, records: Records, ask: Ask, view: View, words: Words) -> None:
    meetings = sorted(records.rows("rapat"), key=lambda r: (r.values["tanggal"], r.id), reverse=True)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        who = pencatat.who(words)
        chosen = _choose(records, meetings, view, who, words)
        if chosen is not None and not chosen.values["build"]:
            kunci.freeze(ws, records, chosen, ask, view, who, words)
    if chosen is not None and chosen.values["build"]:
        kunci.frozen(ws, records, chosen, ask, view, who, words)
    if chosen is None:
        st.info(words("rapat.belum_ada"), icon=":material/groups:")
        return
    _sheet(ws, chosen.id, ask, view, who, words)


def _choose(records: Records, meetings: Sequence[Record], view: View, who: Who, words: Words) -> Record | None:
    """The meeting that the address names, else the latest; a new one is begun beside it."""
    known = {one.id: one for one in meetings}
    asked = st.query_params.get(_PARAM)
    if meetings:
        st.session_state["s-rapat"] = asked if asked in known else meetings[0].id

        def picked() -> None:
            st.query_params[_PARAM] = st.session_state["s-rapat"]

        st.selectbox(
            words("rapat.pilih"), list(known), key="s-rapat", on_change=picked, width=400,
            format_func=lambda id: titled(known[id], words),
        )  # fmt: skip
    _new(records, len(meetings), view, who, words)
    return known.get(st.session_state["s-rapat"]) if meetings else None


def _new(records: Records, count: int, view: View, who: Who, words: Words) -> None:
    # With every meeting another one: what was open closes when it has done its work.
    box = st.popover(words("rapat.baru"), icon=":material/add:", on_change="rerun", key=f"rapat-baru-{count}")
    if not box.open:
        return
    with box, st.form("rapat-baru-isi", border=False):
        kind = st.selectbox(words("rapat.kolom_jenis"), rapat.JENIS_RAPAT, format_func=lambda k: pilihan(k, words.lang))
        day = st.date_input(words("rapat.kolom_tanggal"), clock.local(clock.now()).date(), format="DD/MM/YYYY")
        about = st.text_input(words("rapat.kolom_perihal"))
        st.caption(words("rapat.baru_ket", bulan=look.month(view.until, words.lang)))
        if not st.form_submit_button(words("rapat.buat"), type="primary"):
            return
    values = {
        "jenis": kind, "tanggal": day, "perihal": about, "lingkup": view.opd or view.kelompok, "profil": view.profil,
        "tahun": view.tahun, "bulan": view.bulan,
    }  # fmt: skip
    try:
        (made,) = records.write([Change("rapat", None, values)], who)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/error:")
        return
    st.query_params[_PARAM] = made.id
    st.rerun()


def _step(words: Words) -> str:
    asked = st.query_params.get(_STEP, LANGKAH[0])
    st.session_state["s-langkah"] = asked if asked in LANGKAH else LANGKAH[0]

    def chosen() -> None:
        st.query_params[_STEP] = st.session_state["s-langkah"]

    return str(
        st.segmented_control(
            words("rapat.langkah"), LANGKAH, key="s-langkah", required=True, on_change=chosen,
            format_func=lambda s: words(f"rapat.langkah_{s}"), label_visibility="collapsed",
        )
    )  # fmt: skip


@st.fragment(run_every=_EVERY)
def _sheet(ws: Workspace, meeting_id: str, ask: Ask, view: View, who: Who, words: Words) -> None:
    """One step of a meeting; only this part of the page is made anew while people type.

    The choice of the step belongs to it: chosen outside while a row is on its way, it would not be heard here.
    """
    step = _step(words)
    records = open_records(ws)
    meeting = records.get("rapat", meeting_id)
    if meeting is None or meeting.removed:
        st.warning(words("rapat.rapat_hilang"), icon=":material/event_busy:")
        return
    if step == "notulen":
        _minutes(records, meeting, who, words)
        return
    st.caption(words(f"rapat.ket_{step}"))
    units = lembaran.units(ask, view, meeting.values["jenis"])
    if step == "lalu":
        _before(records, meeting, units, who, words)
        return
    rows = [r for r in records.rows(step) if r.values.get("rapat_id") == meeting.id]
    fixed: dict[str, Any] = {"rapat_id": meeting.id}
    choices: dict[str, Sequence[tuple[str, str]]] = {}
    if step == "perpanjangan":
        about = {r.id: r for r in records.rows("tindak_lanjut") if r.values["status"] in _OPEN}
        choices["tindak_lanjut_id"] = [(id, f"{id} · {r.values['uraian'][:70]}") for id, r in about.items()]
        rows, fixed = [r for r in records.rows(step) if r.values["tindak_lanjut_id"] in about], {}
    if step == "catatan":
        choices["ukuran"] = lembaran.measures(words)
    if step == "komitmen":
        choices["kode_indikator"] = _indicators(ask, view)
    known = lembaran.known(step, ask, view)
    columns = lembaran.kolom(
        step, words, units=units, awal=lembaran.begun(meeting.values["tanggal"]).get(step), pilihan=choices, saran=known
    )

    desk = Meja(f"{meeting.id}/{step}", step, columns, fixed, ket=lambda record: lembaran.told(known, record, words))
    show(records, desk, rows, who, words)


def _before(records: Records, meeting: Record, units: Sequence[tuple[str, str]], who: Who, words: Words) -> None:
    """What earlier meetings left open, latest due first to be asked; it can be carried into this one."""
    meetings = {r.id: r for r in records.rows("rapat")}
    actions = records.rows("tindak_lanjut")
    carried = {r.values["lanjutan_dari"] for r in actions if r.values["lanjutan_dari"]}
    same = st.toggle(words("rapat.sejenis"), value=True, key=f"sejenis-{meeting.id}")

    def earlier(action: Record) -> bool:
        of = meetings.get(action.values["rapat_id"])
        if of is None or of.id == meeting.id or of.values["tanggal"] > meeting.values["tanggal"]:
            return False
        return not same or of.values["jenis"] == meeting.values["jenis"]

    due = _due(records)
    listed = [r for r in actions if earlier(r) and r.id not in carried and _still(r, meeting)]
    listed.sort(key=lambda r: (due.get(r.id, r.values["tenggat"]), r.id))
    if not listed:
        st.info(words("rapat.lalu_kosong"), icon=":material/task_alt:")
        return

    def told(action: Record) -> list[str]:
        return [_said_of(action, meetings[action.values["rapat_id"]], due, meeting.values["tanggal"], words)]

    def pressed(_: str, action: Record) -> None:
        kept = ("jenis", "kode_opd", "kode_unit", "uraian", "penanggung_jawab", "ukuran_selesai")
        content = {name: action.values[name] for name in kept}
        new = {**content, "rapat_id": meeting.id, "lanjutan_dari": action.id, "status": "Belum",
               "tenggat": max(due.get(action.id, action.values["tenggat"]), meeting.values["tanggal"])}  # fmt: skip
        records.write([Change("tindak_lanjut", None, new)], who)

    desk = Meja(
        f"{meeting.id}/lalu", "tindak_lanjut", lembaran.kolom("lalu", words, units=units, tetap=("unit", "uraian")),
        tambah=False, hapus=False, tombol=[("teruskan", words("rapat.teruskan"))], ket=told, tekan=pressed,
    )  # fmt: skip
    show(records, desk, listed, who, words)


def _still(action: Record, meeting: Record) -> bool:
    """Whether an action is open, or was ended on or after the day of the meeting: what was ticked off there stays."""
    if action.values["status"] in _OPEN:
        return True
    ended = action.values["tgl_selesai"]
    return ended is not None and ended >= meeting.values["tanggal"]


def _due(records: Records) -> dict[str, date]:
    """The due date in force of every action that was given more time."""
    latest: dict[str, tuple[date, date]] = {}
    for one in records.rows("perpanjangan"):
        said = (one.values["tanggal"], one.values["tenggat_baru"])
        id = one.values["tindak_lanjut_id"]
        latest[id] = max(latest.get(id, said), said)
    return {id: due for id, (_, due) in latest.items()}


def _said_of(action: Record, of: Record, due: Mapping[str, date], today: date, words: Words) -> str:
    when = due.get(action.id, action.values["tenggat"])
    parts = [action.id, words("rapat.dari_rapat", rapat=titled(of, words))]
    key = "ket_diperpanjang" if action.id in due else "ket_tenggat"
    parts.append(words(f"rapat.{key}", tanggal=look.day(when, words.lang)))
    if action.values["status"] in _OPEN and when < today:
        parts.append(words("rapat.ket_lewat", hari=(today - when).days))
    return " · ".join(parts)


def _minutes(records: Records, meeting: Record, who: Who, words: Words) -> None:
    """The meeting itself: when, who chaired, about what, and what was said."""
    for sheet in ("rapat", "notulen"):
        desk = Meja(
            f"{meeting.id}/{sheet}", "rapat", lembaran.kolom(sheet, words, units=()), tambah=False, borang=True,
            hapus=False,
        )  # fmt: skip
        show(records, desk, [meeting], who, words)


def _standing(kind: str, records: Records, ask: Ask, view: View, who: Who, words: Words) -> None:
    """Records that stand by themselves, whichever meeting they are spoken of in."""

    @st.fragment(run_every=_EVERY)
    def kept() -> None:
        st.caption(words(f"rapat.ket_{kind}"))
        known = lembaran.known(kind, ask, view)
        columns = lembaran.kolom(kind, words, units=lembaran.units(ask, view), saran=known)
        rows = [r for r in records.rows(kind) if view.opd is None or r.values["kode_opd"] == view.opd]
        desk = Meja(f"semua/{kind}", kind, columns, ket=lambda record: lembaran.told(known, record, words))
        show(records, desk, rows, who, words)

    kept()


def _indicators(ask: Ask, view: View) -> list[tuple[str, str]]:
    rows = ask.run(
        "select distinct kode_indikator, indikator from app.indikator where tahun = ? order by 1", view.tahun
    )
    return [(r["kode_indikator"], f"{r['kode_indikator']} · {r['indikator']}") for r in rows]
