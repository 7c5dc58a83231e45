"""Files come in: dropped, looked at before anything is stored, answered, then saved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import streamlit as st

from dashboard import look
from dashboard.screens import lead, publishing, questions, reading
from dashboard.screens.markup import plain
from dashboard.spool import Spool, Upload
from dashboard.words import Words
from pipelines import imports
from pipelines.folders import SHEETS
from pipelines.intake.report import Answers
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

_KINDS = sorted(kind.removeprefix(".") for kind in SHEETS)
_TONES = {"accepted": "green", "needs_answer": "orange", "refused": "red", "duplicate": "gray"}
_ICONS = {
    "accepted": ":material/check_circle:", "needs_answer": ":material/help:", "refused": ":material/block:",
    "duplicate": ":material/content_copy:",
}  # fmt: skip


def part(ws: Workspace, words: Words) -> None:
    """The part of the page where files come in."""
    spool = _spool(ws)
    _told(words)
    if _receive(spool, words):
        st.rerun()
    _check(ws, spool, words)
    waiting = spool.waiting()
    if not waiting:
        return
    _summary(waiting, words)
    for upload in waiting:
        _card(ws, spool, upload, words)
    _save(ws, spool, words)


def _spool(ws: Workspace) -> Spool:
    if "unggahan" not in st.session_state:
        st.session_state["unggahan"] = Spool(ws)
    spool: Spool = st.session_state["unggahan"]
    return spool


def _receive(spool: Spool, words: Words) -> bool:
    """Whether files were dropped; their bytes are on the disk and the browser's copy is let go."""
    turn = st.session_state.setdefault("unggah_ke", 0)
    files = st.file_uploader(words("data_mutu.unggah"), type=_KINDS, accept_multiple_files=True, key=f"unggah-{turn}")
    st.caption(words("data_mutu.unggah_ket"))
    for file in files:
        spool.add(file.name, file.getbuffer())
    if files:
        st.session_state["unggah_ke"] = turn + 1
    return bool(files)


def _check(ws: Workspace, spool: Spool, words: Words) -> None:
    new = spool.unchecked()
    if not new:
        return

    def preview(path: Path, answers: Answers, name: str) -> imports.ImportReport:
        return imports.preview(ws, path, answers, name=name)

    bar = st.progress(0.0)
    for n, upload in enumerate(new):
        said = words("data_mutu.memeriksa", nama=plain(upload.name), n=n + 1, total=len(new))
        bar.progress(n / len(new), text=said)
        spool.check(upload, preview)
    bar.empty()


def _summary(waiting: list[Upload], words: Words) -> None:
    n = Counter(upload.status for upload in waiting)
    st.markdown(
        words(
            "data_mutu.antre", n=len(waiting), siap=n["accepted"], tanya=n["needs_answer"], tolak=n["refused"],
            sama=n["duplicate"],
        )
    )  # fmt: skip


def _card(ws: Workspace, spool: Spool, upload: Upload, words: Words) -> None:
    if upload.report is None:
        return
    said = upload.report.reading
    with st.container(border=True, key=f"berkas-{upload.key}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.badge(words(f"data_mutu.status_{said.status}"), icon=_ICONS[said.status], color=_TONES[said.status])  # type: ignore[arg-type]
            st.markdown(f"**{plain(upload.name)}**", width="stretch")
            st.button(
                words("data_mutu.singkirkan"), key=f"buang-{upload.key}", type="tertiary", icon=":material/close:",
                on_click=spool.drop, args=(upload.key,),
            )  # fmt: skip
        if said.status == "duplicate":
            st.caption(words("data_mutu.ket_duplicate", id=upload.report.import_id))
            return
        if said.status == "refused":
            cells = any(problem.row is not None for problem in said.problems)
            st.caption(words("data_mutu.ket_refused" if cells else "data_mutu.ket_refused_berkas"))
        reading.summary(said, words)
        if said.status == "accepted" and said.rows.quarantined:
            left = look.write(said.rows.quarantined, "bulat", words.lang)
            st.warning(words("data_mutu.ket_karantina", n=left), icon=":material/warning:")
        reading.problems(upload, words)
        if said.status == "needs_answer":
            questions.form(spool, upload, words)


def _save(ws: Workspace, spool: Spool, words: Words) -> None:
    ready = [u for u in spool.waiting() if u.status == "accepted"]
    label = words("data_mutu.simpan", n=len(ready)) if ready else words("data_mutu.simpan_tidak")
    with st.container(horizontal=True, gap="small"):
        pressed = st.button(label, key="simpan", type="primary", icon=":material/save:", disabled=not ready)
        st.button(words("data_mutu.kosongkan"), key="kosongkan", type="tertiary", on_click=spool.clear)
    if not pressed:
        return
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        failed = []
        for n, upload in enumerate(ready):
            status.update(label=words("data_mutu.menyimpan", nama=upload.name, n=n + 1, total=len(ready)))
            try:
                done = imports.import_file(ws, upload.path, upload.answers, actor="dasbor", name=upload.name)
            except Trouble as trouble:
                failed.append((upload.name, trouble.say(words.lang)))
                continue
            if done.reading.status in ("accepted", "duplicate"):
                spool.drop(upload.key)
            else:  # others wrote to the ledger meanwhile: look at it again
                spool.answer(upload.key, upload.answers)
        outcome = publishing.rebuild(ws, status, words)
    said = [words("data_mutu.tersimpan_gagal", nama=plain(name), sebab=why) for name, why in failed]
    if outcome.build:
        saved = len(ready) - len(failed)
        said.insert(0, words("data_mutu.tersimpan", n=saved, build=outcome.build))
    st.session_state["kabar"] = ("success" if outcome.build and not failed else "warning", [*said, *outcome.said])
    st.rerun()


def _told(words: Words) -> None:
    """What the last save or withdrawal did; told once, at the top."""
    kind, lines = st.session_state.pop("kabar", (None, []))
    if not kind:
        return
    shown = st.success if kind == "success" else st.warning
    shown("\n\n".join(lines), icon=":material/task_alt:" if kind == "success" else ":material/warning:")
    st.page_link(lead.page("ringkasan"), label=words("data_mutu.lihat_ringkasan"), icon=":material/arrow_forward:")
