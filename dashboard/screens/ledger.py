"""The history of what came in, and taking an import back or bringing it in again."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.screens import publishing
from dashboard.words import Words
from pipelines import clock, imports, ledger, store
from pipelines.intake.report import Answers
from pipelines.ledger import Event
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace


def part(ws: Workspace, words: Words) -> None:
    """The part of the page with the history."""
    kind, said = st.session_state.pop("kabar_riwayat", (None, ""))
    if kind:
        (st.success if kind == "success" else st.error)(said)
    recorded = ledger.events(ws.ledger)
    if not recorded:
        st.info(words("data_mutu.riwayat_kosong"), icon=":material/history:")
        return
    st.dataframe(frame(recorded, words), hide_index=True, alt=words("data_mutu.bagian_riwayat"))
    gone = ledger.withdrawn(recorded)
    held = {e.id: e for e in recorded if e.kind == "impor"}
    left, right = st.columns(2)
    with left:
        _withdraw(ws, {i: e for i, e in held.items() if i not in gone}, words)
    with right:
        _restore(ws, {i: e for i, e in held.items() if i in gone}, words)


def frame(recorded: list[Event], words: Words) -> pd.DataFrame:
    """The events, the latest first."""
    gone = ledger.withdrawn(recorded)
    nothing = look.write(None, "teks", words.lang)
    return pd.DataFrame([
        {
            words("data_mutu.riwayat_id"): e.id,
            words("data_mutu.riwayat_apa"): words(f"data_mutu.jenis_{e.kind}"),
            words("data_mutu.riwayat_berkas"): e.body.get("file") or e.body.get("import_id") or nothing,
            words("data_mutu.riwayat_kapan"): _when(e, words),
            words("data_mutu.riwayat_oleh"): e.actor,
            words("data_mutu.riwayat_baris"): look.write(
                e.body.get("rows", {}).get("accepted"), "bulat", words.lang
            ),
            words("data_mutu.riwayat_keadaan"): _state(e, gone, words),
        }
        for e in reversed(recorded)
    ])  # fmt: skip


def _when(event: Event, words: Words) -> str:
    at = clock.local(event.recorded_at)
    return f"{look.day(at, words.lang)} {at:%H:%M}"


def _state(event: Event, gone: dict[str, Event], words: Words) -> str:
    if event.kind == "ditolak":
        return words("data_mutu.keadaan_ditolak")
    if event.id in gone:
        return words("data_mutu.keadaan_ditarik", alasan=gone[event.id].body["reason"])
    return words("data_mutu.keadaan_berlaku") if event.kind == "impor" else look.write(None, "teks", words.lang)


def _label(event: Event, words: Words) -> str:
    return f"{event.body['file']} · {_when(event, words)} · {event.id}"


def _withdraw(ws: Workspace, held: dict[str, Event], words: Words) -> None:
    if not held:
        return
    with st.form("tarik", border=True):
        st.markdown(f"**{words('data_mutu.tarik_judul')}**")
        st.caption(words("data_mutu.tarik_ket"))
        id = st.selectbox(
            words("data_mutu.tarik_pilih"), list(reversed(held)), index=None, key="tarik-id",
            placeholder=words("data_mutu.tanya_pilih"), format_func=lambda i: _label(held[i], words),
        )  # fmt: skip
        reason = st.text_input(
            words("data_mutu.tarik_alasan"), key="tarik-alasan", placeholder=words("data_mutu.tarik_contoh")
        )
        sure = st.checkbox(words("data_mutu.tarik_yakin"), key="tarik-yakin")
        pressed = st.form_submit_button(words("data_mutu.tarik_tombol"), icon=":material/undo:")
    if not pressed:
        return
    if not (id and reason.strip() and sure):
        st.warning(words("data_mutu.tarik_perlu"))
        return
    try:
        imports.withdraw(ws, id, reason=reason, actor="dasbor")
    except Trouble as trouble:
        st.error(trouble.say(words.lang))
        return
    _rebuilt(ws, words, words("data_mutu.tarik_sudah", id=id))


def _restore(ws: Workspace, gone: dict[str, Event], words: Words) -> None:
    if not gone:
        return
    with st.form("kembali", border=True):
        st.markdown(f"**{words('data_mutu.kembali_judul')}**")
        id = st.selectbox(
            words("data_mutu.kembali_pilih"), list(reversed(gone)), index=None, key="kembali-id",
            placeholder=words("data_mutu.tanya_pilih"), format_func=lambda i: _label(gone[i], words),
        )  # fmt: skip
        pressed = st.form_submit_button(words("data_mutu.kembali_tombol"), icon=":material/redo:")
    if not (pressed and id):
        return
    body = gone[id].body
    try:
        # The raw bytes never left: the same file with the same answers becomes a new import that is in force.
        done = imports.import_file(
            ws, store.raw_path(ws, body["sha256"]), Answers(**body["answers"] | {"confirm": True}),
            actor="dasbor", name=body["file"],
        )  # fmt: skip
    except Trouble as trouble:
        st.error(trouble.say(words.lang))
        return
    _rebuilt(ws, words, words("data_mutu.kembali_sudah", id=done.import_id))


def _rebuilt(ws: Workspace, words: Words, done: str) -> None:
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        outcome = publishing.rebuild(ws, status, words)
    st.session_state["kabar_riwayat"] = ("success", done) if outcome.build else ("error", outcome.said[0])
    st.rerun()
