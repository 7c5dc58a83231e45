"""The parts of a long page: one is open, its name stands in the address, each holds what one screen can carry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

PARAM = "bagian"


def choose(parts: Sequence[str], label: str, named: Callable[[str], str], *, page: str) -> str:
    """The part that the address names, else the first; choosing another writes it into the address."""
    key = f"{PARAM}-{page}"
    asked = st.query_params.get(PARAM, parts[0])
    st.session_state[key] = asked if asked in parts else parts[0]

    def chosen() -> None:
        st.query_params[PARAM] = st.session_state[key]

    said = st.segmented_control(
        label, parts, key=key, required=True, on_change=chosen, format_func=named, label_visibility="collapsed"
    )
    return str(said)
