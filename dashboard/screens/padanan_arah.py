"""Macro indicators whose direction nobody has said: their latest figure, and one click each; nothing is guessed."""

from __future__ import annotations

import streamlit as st

from dashboard.query import Ask, Row
from dashboard.screens import padanan_simpan
from dashboard.screens.markup import plain
from dashboard.topics import wilayah_kata
from dashboard.words import Words
from pipelines.confirming import Confirmation
from pipelines.contracts.target import ARAH
from pipelines.workspace import Workspace

SHOWN = 12  # indicators on the page; the others follow as these are answered
_OPEN = "select * from app.arah_wilayah where arah is null order by n_angka desc, kode_makro"


def part(ws: Workspace, ask: Ask, words: Words) -> None:
    """The indicators that wait for a direction; nothing where none does."""
    waiting = ask.run(_OPEN)
    if not waiting:
        return
    st.subheader(words("wilayah.arah_judul"), anchor=False)
    st.caption(words("wilayah.arah_ket"))
    said = [
        Confirmation("arah", row["kode_makro"], None, arah) for row in waiting[:SHOWN] if (arah := _card(row, words))
    ]
    if len(waiting) > SHOWN:
        st.caption(words("padanan.sisanya", n=len(waiting) - SHOWN))
    label = words("padanan.simpan", n=len(said)) if said else words("wilayah.arah_simpan_tidak")
    if st.button(label, key="arah-simpan", type="primary", icon=":material/swap_vert:", disabled=not said):
        padanan_simpan.save(ws, said, words)


def _card(row: Row, words: Words) -> str | None:
    """One indicator with its latest figure; gives the direction that was chosen."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(wilayah_kata.name(row, words.lang))}**")
        st.caption(plain(" · ".join(_about(row, words))))
        picked = st.pills(
            words("padanan.artinya"), ARAH, key=f"arah-{row['kode_makro']}", label_visibility="collapsed",
            format_func=lambda arah: words(f"wilayah.arah_{arah}"),
        )  # fmt: skip
        return None if picked is None else str(picked)


def _about(row: Row, words: Words) -> list[str]:
    said = [words("wilayah.arah_kode", kode=row["kode_makro"]), words("wilayah.arah_n", n=row["n_wilayah"])]
    if row["nilai"] is not None:
        said.append(
            words(
                "wilayah.arah_terakhir", wilayah=row["wilayah"], nilai=wilayah_kata.figure(row["nilai"], words.lang),
                satuan=row["satuan"] or "", masa=wilayah_kata.period(row["tahun"], row["periode"], words.lang),
            )
        )  # fmt: skip
    return said
