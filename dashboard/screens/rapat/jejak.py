"""The trail on the screen: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.screens.downloads import XLSX
from dashboard.screens.rapat import pencatat
from dashboard.words import Words
from pipelines import clock
from pipelines.contracts.rapat import CATATAN
from pipelines.records import workbook
from pipelines.records.store import Records
from pipelines.records.trail import Mark, back
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
    shown_marks = marks[-_MOST:][::-1]
    table = st.dataframe(
        frame(shown_marks, words), hide_index=True, alt=words("rapat.bagian_jejak"), on_select="rerun",
        selection_mode="single-row", key=f"jejak-{marks[-1].seq}",  # a longer trail has other rows in its places
    )  # fmt: skip
    picked = table["selection"]["rows"]
    if picked:
        _back(records, shown_marks[picked[0]], words)
    else:
        st.caption(words("rapat.jejak_pilih"))
    if len(marks) > _MOST:
        st.caption(words("rapat.jejak_sebagian", n=_MOST, total=len(marks)))


def _back(records: Records, mark: Mark, words: Words) -> None:
    """What it would change to go back to before a change, and the button that does it."""
    now = records.get(mark.kind, mark.id)
    if now is None:
        return
    about = f"{words(f'rapat.jenis_{mark.kind}')} {mark.id}"
    standing = None if now.removed else dict(now.values)
    with st.container(border=True):
        st.markdown(f"**{words('rapat.jejak_kembali', catatan=about, nomor=mark.seq)}**")
        if standing == mark.before:
            st.caption(words("rapat.jejak_sudah"))
            return
        st.markdown(_difference(mark.kind, standing, mark.before, words))
        who = pencatat.who(words)
        if not st.button(words("rapat.jejak_kembalikan"), key=f"kembali-{mark.seq}", icon=":material/undo:"):
            return
        try:
            records.write([back(mark, now)], who)
        except Trouble as trouble:
            st.error(trouble.say(words.lang), icon=":material/error:")
            return
    st.rerun()


def frame(marks: Sequence[Mark], words: Words) -> pd.DataFrame:
    """The changes in the order given, each column that changed with what it was and what it became."""
    heads = [words(f"rapat.jejak_{name}") for name in ("nomor", "kapan", "oleh", "asal", "catatan", "perubahan")]
    return pd.DataFrame([dict(zip(heads, _line(mark, words), strict=True)) for mark in marks])


def _line(mark: Mark, words: Words) -> list[Any]:
    at = clock.local(pd.Timestamp(mark.pada).to_pydatetime())
    about = f"{words(f'rapat.jenis_{mark.kind}')} {mark.id}"
    changed = _difference(mark.kind, mark.before, mark.after, words)
    return [mark.seq, f"{look.day(at, words.lang)} {at:%H:%M:%S}", mark.oleh, mark.asal, about, changed]


def _difference(kind: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, words: Words) -> str:
    """The columns in which two states of a record differ; None is a record that does not stand."""
    if after is None:
        return words("rapat.jejak_hapus")
    then, now = shown(kind, before or {}), shown(kind, after)
    return "; ".join(
        f"{words.maybe(f'rapat.kolom_{name}', name)}: "
        + (value or "–" if before is None else f"{then[name] or '–'} → {value or '–'}")
        for name, value in now.items()
        if value != then[name]
    )
