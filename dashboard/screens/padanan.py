"""Writings that no file ties to a unit, a post or a person: suggestions, confirmed by a person, and taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import look
from dashboard.query import Ask, Row
from dashboard.screens import publishing, quarantine
from dashboard.screens.markup import plain
from dashboard.topics.pejabat_siapa import masked
from dashboard.words import Words
from pipelines import imports
from pipelines.confirming import Confirmation, confirm, ours
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

KINDS = ("unor", "jabatan", "nip")
SHOWN = 12  # writings on the page; the others follow as these are confirmed
_OTHER = "*"
_OPEN = (
    "select jenis, tertulis, konteks, n_baris from app.padanan where not dipastikan and tertulis is not null "
    "order by n_baris desc, tertulis, konteks"
)
_HELD = "select count(*) as n from app.padanan where jenis = 'nip' and not dipastikan"
_SUGGESTED = "select * from app.saran_padanan order by persis desc, mirip desc, nama"
_DONE = "select * from app.padanan_pasti order by direkam_pada desc, jenis, tertulis"
_ALL = {
    "unor": "select distinct kode_opd as kode, nama, cast(null as varchar) as konteks from app.opd order by nama",
    "jabatan": "select kode_jabatan as kode, nama_jabatan as nama, kode_opd as konteks from app.kursi order by nama",
}
Chosen = dict[tuple[str, str, str | None], str]


def part(ws: Workspace, ask: Ask | None, words: Words) -> None:
    """The part of the page: what is not linked yet, what was confirmed, and rows that wait outside."""
    kind, said = st.session_state.pop("kabar_padanan", (None, ""))
    if kind:
        (st.success if kind == "success" else st.error)(said)
    if ask is None:
        st.info(words("umum.kosong_sebab"), icon=":material/inbox:")
        return
    _open(ws, ask, words)
    _confirmed(ws, ask, words)
    quarantine.part(ask, words)


def _open(ws: Workspace, ask: Ask, words: Words) -> None:
    st.subheader(words("padanan.judul"), anchor=False)
    st.caption(words("padanan.ket"))
    waiting = ask.run(_OPEN)
    hidden = 0 if ask.scope.names else ask.run(_HELD)[0]["n"]
    if hidden:
        st.info(words("padanan.nip_tertutup", n=hidden), icon=":material/visibility_off:")
    if not waiting:
        st.success(words("padanan.semua"), icon=":material/check_circle:")
        return
    there = [kind for kind in KINDS if any(row["jenis"] == kind for row in waiting)]
    counts = {kind: sum(row["jenis"] == kind for row in waiting) for kind in there}
    label = words("padanan.jenis")
    kind = str(
        st.segmented_control(
            label, there, default=there[0], required=True, key="padanan-jenis", label_visibility="collapsed",
            format_func=lambda k: words(f"padanan.jenis_{k}", n=counts[k]),
        )
    )  # fmt: skip
    mine = [row for row in waiting if row["jenis"] == kind]
    found: dict[tuple[str, str | None], list[Row]] = {}
    for row in ask.run(_SUGGESTED):
        if row["jenis"] == kind:
            found.setdefault((row["tertulis"], row["konteks"]), []).append(row)
    shown = mine[:SHOWN]
    exact = [row for row in shown if _exact(found, row)]
    if exact and st.button(words("padanan.pilih_persis", n=len(exact)), icon=":material/done_all:", key="persis"):
        for row in exact:
            st.session_state[_key(row)] = found[row["tertulis"], row["konteks"]][0]["kode"]
    names = {row["kode_opd"]: row["nama"] for row in ask.run("select distinct kode_opd, nama from app.opd")}
    chosen: Chosen = {}
    for row in shown:
        code = _writing(ask, row, found.get((row["tertulis"], row["konteks"]), []), names, words)
        if code:
            chosen[kind, row["tertulis"], row["konteks"]] = code
    if len(mine) > len(shown):
        st.caption(words("padanan.sisanya", n=len(mine) - len(shown)))
    label = words("padanan.simpan", n=len(chosen)) if chosen else words("padanan.simpan_tidak")
    if st.button(label, key="padanan-simpan", type="primary", icon=":material/link:", disabled=not chosen):
        _save(ws, [Confirmation(*key, code) for key, code in chosen.items()], words)


def _exact(found: Mapping[tuple[str, str | None], Sequence[Row]], row: Row) -> bool:
    """Whether just one candidate has the same letters."""
    return sum(bool(one["persis"]) for one in found.get((row["tertulis"], row["konteks"]), ())) == 1


def _key(row: Row) -> str:
    """A widget's key of a writing: NIPs stand in no key."""
    said = f"{row['jenis']}|{row['tertulis']}|{row['konteks']}"
    return f"padanan-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def _writing(ask: Ask, row: Row, likely: Sequence[Row], names: Mapping[str, str], words: Words) -> str | None:
    """One writing with its candidates, one click each; gives the code that was chosen."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(row['tertulis'])}**")
        about = names.get(row["konteks"] or "", row["konteks"]) if row["jenis"] == "jabatan" else row["konteks"]
        n = words("padanan.n_baris", n=look.write(row["n_baris"], "bulat", words.lang))
        st.caption(plain(" · ".join(part for part in (about, n) if part)))
        label = {one["kode"]: _candidate(one, words) for one in likely}
        every = _ALL.get(row["jenis"])
        options = [*label, *([_OTHER] if every else [])]
        if not options:
            st.caption(words("padanan.tanpa_calon"))
            return None
        picked = st.pills(
            words("padanan.artinya"), options, key=_key(row), label_visibility="collapsed",
            format_func=lambda code: label.get(code, words("padanan.lainnya")),
        )  # fmt: skip
        if picked != _OTHER or every is None:
            return None if picked is None else str(picked)
        rest = {
            r["kode"]: r["nama"] for r in ask.run(every) if row["jenis"] == "unor" or r["konteks"] == row["konteks"]
        }
        other = st.selectbox(
            words("padanan.artinya"), list(rest), index=None, key=f"{_key(row)}-lain", label_visibility="collapsed",
            placeholder=words("data_mutu.tanya_pilih"), format_func=lambda code: rest[code],
        )  # fmt: skip
        return None if other is None else str(other)


def _candidate(one: Row, words: Words) -> str:
    mark = (
        words("padanan.persis") if one["persis"] else look.write(round(100 * one["mirip"]), "bulat", words.lang) + " %"
    )
    name = f"{one['nama']} ({one['kode'][-3:]})" if one["jenis"] == "nip" else one["nama"]
    return f"{plain(name)} · {mark}"


def _save(ws: Workspace, said: list[Confirmation], words: Words) -> None:
    with st.status(words("data_mutu.menyusun_mulai"), expanded=True) as status:
        try:
            done = confirm(ws, said, actor="dasbor")
        except Trouble as trouble:
            st.error(trouble.say(words.lang))
            return
        outcome = publishing.rebuild(ws, status, words)
    kept = sum(report.import_id is not None for report in done)
    told = words("padanan.tersimpan", n=kept)
    st.session_state["kabar_padanan"] = ("success", told) if outcome.build else ("error", outcome.said[0])
    st.rerun()


def _confirmed(ws: Workspace, ask: Ask, words: Words) -> None:
    """What was confirmed, with when and by whom; ours can be taken back one by one."""
    done = ask.run(_DONE)
    if not done:
        return
    with st.expander(words("padanan.sudah", n=len(done)), icon=":material/link:", key="padanan-sudah"):
        st.caption(words("padanan.sudah_ket"))
        for n, row in enumerate(done):
            with st.container(horizontal=True, vertical_alignment="center", gap="small", border=True):
                written = row["tertulis"] or words("padanan.tertutup")
                means = row["kode"] if row["jenis"] != "nip" else masked(row["kode"])
                when = look.day(row["direkam_pada"], words.lang)
                st.markdown(f"**{plain(written)}** → {plain(means or '')}", width="stretch")
                st.caption(f"{when} · {plain(row['nama_berkas'])}")
                if ours(row["nama_berkas"], row["oleh"]) and st.button(
                    words("padanan.tarik"), key=f"lepas-{n}", type="tertiary", icon=":material/link_off:"
                ):
                    _withdraw(ws, row, words)


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
