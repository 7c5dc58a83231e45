"""What was confirmed about writings: what each means and on which days, and taking back what this page recorded."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import look
from dashboard.query import Ask, Row
from dashboard.screens import publishing
from dashboard.screens.markup import plain
from dashboard.topics.pejabat_siapa import masked
from dashboard.words import Words
from pipelines import imports
from pipelines.confirming import ours
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

_DONE = "select * from app.padanan_pasti order by direkam_pada desc, jenis, tertulis"


def part(ws: Workspace, ask: Ask, words: Words) -> None:
    """What was confirmed, with when and by whom; ours can be taken back one by one."""
    done = ask.run(_DONE)
    if not done:
        return
    with st.expander(words("padanan.sudah", n=len(done)), icon=":material/link:", key="padanan-sudah"):
        st.caption(words("padanan.sudah_ket"))
        for n, row in enumerate(done):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", border=True):
                written = row["tertulis"] or words("padanan.tertutup")
                st.markdown(f"**{plain(written)}** → {plain(_means(row, words))}", width="stretch")
                said = (look.day(row["direkam_pada"], words.lang), _days(row, words), row["nama_berkas"])
                st.caption(plain(" · ".join(part for part in said if part)))
                if ours(row["nama_berkas"], row["oleh"]) and st.button(
                    words("padanan.tarik"), key=f"lepas-{n}", type="tertiary", icon=":material/link_off:"
                ):
                    _withdraw(ws, row, words)


def _means(row: Row, words: Words) -> str:
    if row["tanpa_tautan"]:
        return words("padanan.belum_ada")
    return str((masked(row["kode"]) if row["jenis"] == "nip" else row["kode"]) or "")


def _days(row: Row, words: Words) -> str:
    """The days for which an answer holds; empty where it always does."""
    dates = (("berlaku_sejak", row["berlaku_mulai"]), ("berlaku_hingga", row["berlaku_sampai"]))
    return " ".join(words(f"padanan.{name}", tanggal=look.day(day, words.lang)) for name, day in dates if day)


def _withdraw(ws: Workspace, row: Row, words: Words) -> None:
    try:
        imports.withdraw(ws, row["impor_id"], reason=words("padanan.alasan_tarik"), actor="dasbor")
    except Trouble as trouble:
        st.error(trouble.say(words.lang))
        return
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        outcome = publishing.rebuild(ws, status, words)
    done: Any = ("success", words("padanan.ditarik")) if outcome.build else ("error", outcome.said[0])
    st.session_state["kabar_padanan"] = done
    st.rerun()
