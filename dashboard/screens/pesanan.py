"""What is ordered on the page Bahan Rapat: the kind, the meeting, the rule, who is called, with names and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard.export import picture
from dashboard.export.bundle import Order
from dashboard.known import choices
from dashboard.query import Ask
from dashboard.screens.rapat import pencatat
from dashboard.screens.rapat.sebutan import titled
from dashboard.topics import jpt_kursi, seratus_masa
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import ALL, View
from dashboard.words import Words
from pipelines import clock
from pipelines.records.changes import Record, Who

KINDS = ("tepra", "opd", "setda", "jpt", "seratus_hari")
MEETS = {
    "tepra": ("TEPRA", "rakor POK", "rapat dinas"), "jpt": ("evaluasi JPT",), "seratus_hari": ("100 hari",),
    "setda": ("evaluasi Setda",),
}  # fmt: skip
_OF_OPD = ("tepra", "opd", "jpt", "seratus_hari")  # kinds to which OPD are called
_OF_PEOPLE = ("jpt", "seratus_hari")
_UNITS = "select distinct kode_opd, nama from app.opd order by nama"


@dataclass(frozen=True)
class Chosen:
    """What was chosen on the page."""

    order: Order
    meeting: Record | None
    who: Who
    named: bool  # whether officials are named in what is made


def chosen(ask: Ask, view: View, meetings: Sequence[Record], words: Words) -> Chosen:
    """The choosers, and what they say."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            words("bahan.jenis"), KINDS, key="bahan-jenis", width=230, format_func=lambda k: words(f"bahan.jenis_{k}")
        )
        fitting = {one.id: one for one in meetings if one.values["jenis"] in MEETS.get(kind, ())} or {
            one.id: one for one in meetings
        }
        picked = st.selectbox(
            words("bahan.rapat"), [None, *fitting], key=f"bahan-rapat-{kind}", width=400,
            format_func=lambda id: titled(fitting[id], words) if id else words("bahan.tanpa_rapat"),
        )  # fmt: skip
        meeting = fitting.get(picked) if picked else None
        shown = _judged(ask, looked_at(ask, view, meeting), words)
    units = _units(ask, kind, words)
    people = _people(ask, shown, kind, units, words)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        who = pencatat.who(words)
        pictures = picture.available() and st.checkbox(words("bahan.gambar"), key="bahan-gambar")
        named = ask.scope.names and st.checkbox(words("umum.unduh_nama"), key="bahan-nama-zip")
    order = Order(kind, shown, units, people, picked, bool(pictures))
    return Chosen(order, meeting, who, bool(named))


def looked_at(ask: Ask, view: View, meeting: Record | None) -> View:
    """Everything on the day of the meeting; of one that froze its figures their month, rule and group."""
    on = meeting.values["tanggal"] if meeting else clock.local(clock.now()).date()
    shown = replace(view, opd=None, program=None, kegiatan=None, sub=None, per=view.per or on)
    if meeting is None or not meeting.values["build"]:
        return shown
    said, known = meeting.values, choices(ask)
    group = said["lingkup"] if known and said["lingkup"] in known.known.kelompok else ALL
    return replace(
        shown, tahun=said["tahun"], bulan=said["bulan"], profil=said["profil"] or view.profil, kelompok=group
    )  # fmt: skip


def _judged(ask: Ask, shown: View, words: Words) -> View:
    """The rule that gives the colours: that of the page or of the meeting, unless another is chosen."""
    known = choices(ask)
    profiles = known.known.profil if known else (shown.profil,)
    if len(profiles) < 2:
        return shown
    at = profiles.index(shown.profil) if shown.profil in profiles else 0
    rule = st.selectbox(
        words("umum.saring_profil"), profiles, index=at, key=f"bahan-profil-{shown.profil}", width=230,
        format_func=words.profile,
    )  # fmt: skip
    return replace(shown, profil=rule)


def _units(ask: Ask, kind: str, words: Words) -> tuple[str, ...]:
    if kind not in _OF_OPD:
        return ()
    names = {row["kode_opd"]: str(row["nama"]) for row in ask.run(_UNITS)}
    nobody = words("bahan.dipanggil_opd" if kind == "opd" else f"bahan.dipanggil_{kind}")
    return tuple(_many(words("bahan.dipanggil"), names, key="bahan-opd", nobody=nobody))


def _people(ask: Ask, shown: View, kind: str, units: Sequence[str], words: Words) -> tuple[str, ...] | None:
    """The officials who are called; None for all whom the kind calls by itself."""
    if kind not in _OF_PEOPLE:
        return None
    names = officials(ask, shown, kind, units)
    nobody = words(f"bahan.pejabat_{kind}")
    return tuple(_many(words("bahan.pejabat"), names, key=f"bahan-pejabat-{kind}", nobody=nobody)) or None


def _many(label: str, names: Mapping[str, str], *, key: str, nobody: str) -> list[str]:
    """Any number of these; what was chosen before and is no longer offered is let go."""
    if key in st.session_state:
        st.session_state[key] = [one for one in st.session_state[key] if one in names]
    return st.multiselect(
        label, list(names), key=key, placeholder=nobody, format_func=lambda one: names.get(one, one)
    )  # fmt: skip


def officials(ask: Ask, view: View, kind: str, opd: Sequence[str]) -> dict[str, str]:
    """Who can be called to a meeting of that kind, by the internal id: the post, and whose it is as far as shown."""
    if kind == "jpt":
        rows = jpt_kursi.seats(ask, view)
    else:
        rows = [{**term.row, "keadaan": "definitif"} for term in seratus_masa.terms(ask, view)]
    found: dict[str, str] = {}
    for row in rows:
        if row["orang_id"] and (not opd or row["kode_opd"] in opd):
            post = siapa.post(row["keadaan"], row["nama_jabatan"], view.lang)
            found.setdefault(row["orang_id"], f"{post} · {siapa.who(row, view.lang)}")
    return dict(sorted(found.items(), key=lambda one: one[1]))
