"""The questions a file leaves open, as a small form with what we suggest and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import look
from dashboard.screens import mapping
from dashboard.screens.markup import plain
from dashboard.spool import Spool, Upload
from dashboard.words import Words
from pipelines.intake.report import Answers, Question


def form(spool: Spool, upload: Upload, words: Words) -> None:
    """Ask what the file does not say; pressing the button looks at the file again with the answers."""
    assert upload.report is not None
    asked = upload.report.reading.questions
    for question in asked:
        if question.id == "mapping":
            mapping.choose_kind(question, f"{upload.key}-mapping", words)
    with st.form(f"tanya-{upload.key}", border=False):
        st.markdown(f"**{words('data_mutu.tanya_judul')}**")
        said = {q.id: _ask(q, f"{upload.key}-{q.id}", words) for q in asked}
        alike = [u for u in spool.waiting() if u.key != upload.key and _asks(u) == {q.id for q in asked}]
        spread = {"opd", "mapping", "confirm"}.isdisjoint(said) and bool(alike)
        everyone = spread and st.checkbox(words("data_mutu.tanya_semua", n=len(alike)), key=f"semua-{upload.key}")
        pressed = st.form_submit_button(words("data_mutu.tanya_jawab"), icon=":material/refresh:")
    if pressed:
        for target in (upload, *(alike if everyone else ())):
            spool.answer(target.key, answered(target.answers, said))
        st.rerun()


def answered(before: Answers, said: Mapping[Any, Any]) -> Answers:
    """The answers so far with the new ones; what was left open stays open."""
    known = {name: value for name, value in said.items() if value not in (None, "")}
    for name in ("year", "month"):
        if name in known:
            known[name] = int(known[name])
    if "confirm" in known:
        known["confirm"] = known["confirm"] in (True, "yes")
    return replace(before, **known)


def _asks(upload: Upload) -> set[str]:
    return {q.id for q in upload.report.reading.questions} if upload.report else set()


def _ask(question: Question, key: str, words: Words) -> Any:
    st.markdown(plain(words.of(question.text)))
    if question.reason:
        suggested = next(
            (words.of(c.label) for c in question.choices if c.value == question.suggestion), question.suggestion
        )
        st.caption(
            plain(words("data_mutu.tanya_saran", saran=suggested, alasan=words.of(question.reason)))
            if suggested
            else plain(words.of(question.reason))
        )
    if question.id == "confirm":
        return st.checkbox(words("data_mutu.tanya_yakin"), key=key)
    if question.id == "mapping":
        return mapping.ask(question, key, words)
    if question.choices:
        labels = {c.value: words.of(c.label) for c in question.choices}
        values = list(labels)
        at = values.index(question.suggestion) if question.suggestion in values else None
        widget: Any = st.radio if len(values) <= 4 else st.selectbox
        more = {} if len(values) <= 4 else {"placeholder": words("data_mutu.tanya_pilih")}
        return widget(
            words.of(question.text), values, index=at, key=key, format_func=labels.__getitem__,
            label_visibility="collapsed", **more,
        )  # fmt: skip
    if question.id == "month":
        months = list(range(1, 13))
        at = int(question.suggestion) - 1 if question.suggestion else None
        return st.selectbox(
            words.of(question.text), months, index=at, key=key, format_func=lambda m: look.month(m, words.lang),
            label_visibility="collapsed", placeholder=words("data_mutu.tanya_pilih"),
        )  # fmt: skip
    return st.text_input(
        words.of(question.text), value=question.suggestion or "", key=key, label_visibility="collapsed"
    )
