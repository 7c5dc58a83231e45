"""Writings that no file ties to a unit, a post or a person: those in use now first, confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.query import Ask, Row
from dashboard.screens import padanan_arah, padanan_pasti, padanan_simpan, padanan_tulisan, quarantine
from dashboard.words import Words
from pipelines.confirming import Confirmation
from pipelines.workspace import Workspace

KINDS = ("unor", "jabatan", "nip")
SHOWN = 12  # writings on the page; the others follow as these are confirmed
_NOW, _OLD = "kini", "lama"
_OPEN = (
    "select * exclude (kode, dipastikan) from app.padanan where not dipastikan and tertulis is not null "
    "order by n_baris desc, nama, tertulis, konteks"
)
_HELD = "select count(*) as n from app.padanan where jenis = 'nip' and not dipastikan"
_SUGGESTED = "select * from app.saran_padanan order by persis desc, mirip desc, nama"
_BELOW = (
    "select tertulis, unor from app.padanan_unit where unor is not null and unor <> nama order by n_baris desc, unor"
)
Suggested = Mapping[tuple[str, str | None], Sequence[Row]]


def part(ws: Workspace, ask: Ask | None, words: Words) -> None:
    """The part of the page: what is not linked yet, what was confirmed, and rows that wait outside."""
    kind, said = st.session_state.pop("kabar_padanan", (None, ""))
    if kind:
        (st.success if kind == "success" else st.error)(said)
    if ask is None:
        st.info(words("umum.kosong_sebab"), icon=":material/inbox:")
        return
    _open(ws, ask, words)
    padanan_arah.part(ws, ask, words)
    padanan_pasti.part(ws, ask, words)
    quarantine.part(ask, words)


def _open(ws: Workspace, ask: Ask, words: Words) -> None:
    st.subheader(words("padanan.judul"), anchor=False)
    st.caption(words("padanan.ket"))
    waiting = ask.run(_OPEN)
    hidden = 0 if ask.scope.names else ask.run(_HELD)[0]["n"]
    if hidden:
        st.info(words("padanan.nip_tertutup", n=hidden), icon=":material/visibility_off:")
    if not any(row["kini"] for row in waiting):
        st.success(words("padanan.semua_kini" if waiting else "padanan.semua"), icon=":material/check_circle:")
    if not waiting:
        return
    mine = _chosen(waiting, words)
    found: dict[tuple[str, str | None], list[Row]] = {}
    for row in ask.run(_SUGGESTED) if mine else ():
        if row["jenis"] == mine[0]["jenis"]:
            found.setdefault((row["tertulis"], row["konteks"]), []).append(row)
    shown = mine[:SHOWN]
    exact = [row for row in shown if _exact(found, row)]
    if exact and st.button(words("padanan.pilih_persis", n=len(exact)), icon=":material/done_all:", key="persis"):
        for row in exact:
            st.session_state[padanan_tulisan.key(row)] = found[row["tertulis"], row["konteks"]][0]["kode"]
    said = _answers(ask, shown, found, words)
    if len(mine) > len(shown):
        st.caption(words("padanan.sisanya", n=len(mine) - len(shown)))
    if not shown:
        return
    label = words("padanan.simpan", n=len(said)) if said else words("padanan.simpan_tidak")
    if st.button(label, key="padanan-simpan", type="primary", icon=":material/link:", disabled=not said):
        padanan_simpan.save(ws, said, words)


def _chosen(waiting: Sequence[Row], words: Words) -> list[Row]:
    """The writings of the kind and the time that are looked at; those in use now unless the others are asked for."""
    times = {_NOW: [row for row in waiting if row["kini"]], _OLD: [row for row in waiting if not row["kini"]]}
    if times[_OLD]:
        when = st.segmented_control(
            words("padanan.saring"), list(times), default=_NOW, required=True, key="saring-padanan",
            label_visibility="collapsed", format_func=lambda one: words(f"padanan.saring_{one}", n=len(times[one])),
        )  # fmt: skip
    else:
        when = _NOW
    rows = times[str(when)]
    there = [kind for kind in KINDS if any(row["jenis"] == kind for row in rows)]
    if not there:
        return []
    counts = {kind: sum(row["jenis"] == kind for row in rows) for kind in there}
    kind = st.segmented_control(
        words("padanan.jenis"), there, default=there[0], required=True, key=f"padanan-jenis-{when}",
        label_visibility="collapsed", format_func=lambda k: words(f"padanan.jenis_{k}", n=counts[k]),
    )  # fmt: skip
    return [row for row in rows if row["jenis"] == kind]


def _exact(found: Suggested, row: Row) -> bool:
    """Whether just one candidate has the same letters."""
    return sum(bool(one["persis"]) for one in found.get((row["tertulis"], row["konteks"]), ())) == 1


def _answers(ask: Ask, shown: Sequence[Row], found: Suggested, words: Words) -> list[Confirmation]:
    """What was chosen for the writings on the page."""
    names = {row["kode_opd"]: row["nama"] for row in ask.run("select distinct kode_opd, nama from app.opd")}
    below: dict[str, list[str]] = {}
    for row in ask.run(_BELOW):
        below.setdefault(row["tertulis"], []).append(row["unor"])
    said = []
    for row in shown:
        likely = found.get((row["tertulis"], row["konteks"]), ())
        units = list(dict.fromkeys(below.get(row["tertulis"], ()))) if row["jenis"] == "unor" else []
        code = padanan_tulisan.card(ask, row, likely, names=names, below=units, words=words)
        if code:
            said.append(Confirmation(row["jenis"], row["tertulis"], row["konteks"], code))
    return said
