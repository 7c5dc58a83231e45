"""The columns of an unknown layout, matched to ours: what the intake proposes, for a person to mend."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from dashboard.words import Words
from pipelines.contracts.lembar import WORKBOOKS, Lembar, lembar, lembar_panjang
from pipelines.intake.report import Question
from pipelines.intake.sheets.proposal import KIND, TIMES, UNIT

_MONEY = "02_anggaran"  # most unknown layouts are files of money; the master has a template of its own
_MONTH = "bulan_"  # a column of one month, where months stand side by side


def proposed(question: Question) -> dict[str, str]:
    """The mapping that the intake suggests; empty where it has none."""
    found: dict[str, str] = json.loads(question.suggestion) if question.suggestion else {}
    return found


def kinds(suggested: str | None = None) -> tuple[str, ...]:
    """The kinds of rows that an unknown layout can hold; what the intake saw in it stands among them."""
    money = tuple(WORKBOOKS[_MONEY])
    known = any(suggested in sheets for sheets in WORKBOOKS.values())
    return (suggested, *money) if suggested and known and suggested not in money else money


def sheet(kind: str, suggested: dict[str, str]) -> Lembar:
    """The columns of a kind: months side by side where the file was seen to have them so, else one row a month."""
    wide = suggested.get(KIND) == kind and any(name.startswith(_MONTH) for name in suggested)
    return lembar(kind) if wide else lembar_panjang(kind)


def choose_kind(question: Question, key: str, words: Words) -> None:
    """Ask what the file holds; stands outside the form because the columns follow from it."""
    offered = kinds(proposed(question).get(KIND))
    suggested = proposed(question).get(KIND, offered[0])
    st.selectbox(
        words("data_mutu.petakan_kontrak"), offered, key=f"{key}-kontrak",
        index=offered.index(suggested) if suggested in offered else 0,
        format_func=lambda kind: words.of(lembar_panjang(kind).contract.judul),
    )  # fmt: skip


def ask(question: Question, key: str, words: Words) -> dict[str, str]:
    """A column of the file for each of ours; gives the mapping as the intake wants it."""
    suggested = proposed(question)
    kind: str = st.session_state.get(f"{key}-kontrak") or kinds(suggested.get(KIND))[0]
    st.markdown(f"**{words('data_mutu.petakan_judul')}**")
    st.caption(words("data_mutu.petakan_ket"))
    headers = {choice.value: words.of(choice.label) for choice in question.choices}
    chosen: dict[str, str] = {KIND: kind}
    spec = sheet(kind, suggested)
    with st.grid(2, min_column_width=260, gap="small"):
        for column in spec.columns:
            same = suggested.get(column.name, "") if suggested.get(KIND, kind) == kind else ""
            picked = _column(column, same, headers, f"{key}-{kind}-{column.name}", words)
            if picked:
                chosen[column.name] = picked
        units = list(TIMES)
        unit = st.selectbox(
            words("data_mutu.petakan_satuan"),
            units,
            index=units.index(suggested.get(UNIT, units[0])),
            key=f"{key}-satuan",
        )
    if unit != units[0]:
        chosen[UNIT] = unit
    return chosen


def _column(column: Any, suggested: str, headers: dict[str, str], key: str, words: Words) -> str | None:
    # A value beginning with "=" is the same for every row; it is offered as it was proposed.
    offered = [*headers, *([suggested] if suggested.startswith("=") else [])]
    about = column.cell.en if words.lang == "en" else column.cell.id
    picked: str | None = st.selectbox(
        column.name + (r" \*" if column.wajib else ""), offered, key=key, help=about,
        index=offered.index(suggested) if suggested in offered else None,
        format_func=lambda value: headers.get(value, value), placeholder=words("data_mutu.petakan_tidak"),
    )  # fmt: skip
    return picked
