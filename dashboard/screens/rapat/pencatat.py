"""Who writes: a name that stays in the browser and stands beside every change. It is a name, not a proof."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.words import Words
from pipelines.records.changes import Who

_HERE = Path(__file__).parent
_KEY = "pencatat"
_WIDTH = 200


def who(words: Words) -> Who:
    """Who writes, as this browser last said."""
    kept = st.session_state.get(_KEY)
    named = str(getattr(kept, "nama", None) or "")
    component = st.components.v2.component(
        "raporda.pencatat",
        css=(_HERE / "pencatat.css").read_text(encoding="utf-8"),
        js=(_HERE / "pencatat.js").read_text(encoding="utf-8"),
    )
    with st.container(width=_WIDTH):  # beside other fields it would take what they leave
        told = component(
            key=_KEY,
            data={
                "label": words("rapat.pencatat"), "contoh": words("rapat.pencatat_contoh"),
                "ket": words("rapat.pencatat_ket"), "nama": named,
            },
            on_nama_change=lambda: None,
        )  # fmt: skip
    return Who(str(getattr(told, "nama", None) or "").strip() or words("rapat.tanpa_nama"))
