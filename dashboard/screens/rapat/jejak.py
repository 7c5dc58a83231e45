"""The trail on the screen: who changed what, when, from what to what."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.screens.downloads import XLSX
from dashboard.words import Words
from pipelines import clock
from pipelines.contracts.rapat import CATATAN
from pipelines.records import workbook
from pipelines.records.store import Records
from pipelines.records.trail import Mark
from pipelines.records.typed import shown
from pipelines.trouble import Trouble

_MOST = 500


def part(records: Records, words: Words) -> None:
    """Every change, the latest first; of one kind or one record where asked."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.download_button(
            words("rapat.unduh_05"), lambda: workbook.content(records, lang=words.lang), "05_rapat.xlsx", XLSX,
            key="unduh-05", on_click="ignore", icon=":material/download:", help=words("rapat.unduh_05_ket"),
        )  # fmt: skip
        kind = st.selectbox(
            words("rapat.jejak_jenis"), [None, *CATATAN], key="jejak-jenis", width=220,
            format_func=lambda k: words(f"rapat.jenis_{k}") if k else words("rapat.jejak_semua"),
        )  # fmt: skip
        id = st.text_input(words("rapat.jejak_id"), key="jejak-id", width=220).strip()
    try:
        marks = records.trail(kind=kind, id=id or None)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/cloud_off:")
        return
    if not marks:
        st.info(words("rapat.jejak_kosong"), icon=":material/history:")
        return
    st.dataframe(frame(marks[-_MOST:], words), hide_index=True, alt=words("rapat.bagian_jejak"))
    if len(marks) > _MOST:
        st.caption(words("rapat.jejak_sebagian", n=_MOST, total=len(marks)))


def frame(marks: list[Mark], words: Words) -> pd.DataFrame:
    """The changes, the latest first, each column that changed with what it was and what it became."""
    heads = [words(f"rapat.jejak_{name}") for name in ("nomor", "kapan", "oleh", "asal", "catatan", "perubahan")]
    return pd.DataFrame([dict(zip(heads, _line(mark, words), strict=True)) for mark in reversed(marks)])


def _line(mark: Mark, words: Words) -> list[Any]:
    at = clock.local(pd.Timestamp(mark.pada).to_pydatetime())
    about = f"{words(f'rapat.jenis_{mark.kind}')} {mark.id}"
    return [mark.seq, f"{look.day(at, words.lang)} {at:%H:%M:%S}", mark.oleh, mark.asal, about, _changed(mark, words)]


def _changed(mark: Mark, words: Words) -> str:
    before = shown(mark.kind, mark.before or {})
    after = shown(mark.kind, mark.after or {})
    if mark.after is None:
        return words("rapat.jejak_hapus")
    said = [
        f"{words.maybe(f'rapat.kolom_{name}', name)}: {before[name] or '–'} → {value or '–'}"
        for name, value in after.items()
        if value != before[name]
    ]
    return "; ".join(said)
