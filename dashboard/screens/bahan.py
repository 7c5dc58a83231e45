"""Bahan Rapat: choose what, see what it will say, make it once, print it again whenever it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard import look, query
from dashboard.export import bundle, picture
from dashboard.export.brand import brand
from dashboard.export.bundle import Order
from dashboard.query import Ask
from dashboard.screens import publishing
from dashboard.screens.markup import plain
from dashboard.screens.pesanan import MEETS, Chosen, chosen
from dashboard.screens.rapat.sebutan import titled
from dashboard.since import before, since
from dashboard.view import View
from dashboard.words import Words
from pipelines import clock
from pipelines.records import prints
from pipelines.records.changes import Record, Who
from pipelines.records.database import open_records
from pipelines.records.where import kept
from pipelines.trouble import Trouble
from pipelines.workspace import Workspace

ZIP = "application/zip"
_SHOWN = 20  # earlier prints on the page


def page(ws: Workspace, ask: Ask, view: View, words: Words) -> None:
    """The page."""
    try:
        meetings = _meetings(ws)
    except Trouble as trouble:
        st.error(trouble.say(words.lang), icon=":material/cloud_off:")
        meetings = []
    with st.container(border=True):
        said = chosen(ask, view, meetings, words)
        order, meeting = said.order, said.meeting
        asked = _from(ws, ask, said, words)
        earlier: Record | None = None
        if asked is not None:
            earlier = _earlier_meeting(order, meetings, meeting)
            if earlier is not None:
                st.caption(f":material/compare_arrows: {words('bahan.dibanding', rapat=titled(earlier, words))}")
            _make(ws, said, asked, earlier, words)
    if asked is not None:
        _outline(ws, order, asked, earlier, words)
    _earlier(ws, words)


def _earlier_meeting(order: Order, meetings: Sequence[Record], meeting: Record | None) -> Record | None:
    """The meeting that the material is compared with: the last of its kind that froze its figures."""
    kinds = (meeting.values["jenis"],) if meeting else MEETS.get(order.kind, ())
    on = meeting.values["tanggal"] if meeting else clock.local(clock.now()).date()
    return before(meetings, kinds, on, order.rapat)


def _meetings(ws: Workspace) -> list[Record]:
    if not kept(ws):
        return []
    return sorted(open_records(ws).rows("rapat"), key=lambda r: (r.values["tanggal"], r.id), reverse=True)


def _from(ws: Workspace, ask: Ask, said: Chosen, words: Words) -> Ask | None:
    """The build that is printed: the one the meeting froze, else that of the page; without names unless asked for."""
    found, frozen = ask, said.meeting.values["build"] if said.meeting else None
    if frozen:
        then = query.frozen(ws, frozen, scope=ask.scope, lang=ask.lang)
        if then is None:
            st.error(words("rapat.berubah_hilang", build=frozen), icon=":material/inventory_2:")
            return None
        st.caption(f":material/lock: {words('bahan.dari_terkunci', build=frozen)}")
        found = then
    return found if said.named else found.unnamed()


def _make(ws: Workspace, said: Chosen, ask: Ask, earlier: Record | None, words: Words) -> None:
    """The button, the progress, and the file."""
    order, meeting = said.order, said.meeting
    if order.kind == "opd" and not order.opd:
        st.caption(words("bahan.pilih_opd"))
        return
    if st.button(words("bahan.susun"), type="primary", icon=":material/inventory_2:", key="bahan-susun"):
        frozen = bool(meeting and meeting.values["build"])
        st.session_state["bahan-jadi"] = _made(ws, order, ask, earlier, said.who, words, frozen=frozen)
    done: Any = st.session_state.get("bahan-jadi")
    if done is None:
        return
    print_, content = done
    ready = words("bahan.jadi", nama=print_.nama, mb=look.write(round(print_.ukuran / 1e6, 1), "angka", words.lang))
    st.success(ready, icon=":material/check_circle:")
    st.download_button(
        words("bahan.unduh"), content, print_.nama, ZIP, key="bahan-unduh", on_click="ignore",
        icon=":material/download:",
    )  # fmt: skip


def _made(
    ws: Workspace, order: Order, ask: Ask, earlier: Record | None, who: Who, words: Words, *, frozen: bool
) -> Any:
    """The pack, made step by step; what was written in meetings since the last build is taken in first."""
    with st.status(words("bahan.menyusun"), expanded=True) as status:
        outcome = publishing.rebuild(ws, status, words)
        now = query.current(ws, scope=ask.scope, lang=ask.lang)
        if outcome.build is None or now is None:
            status.update(label=words("bahan.gagal"), state="error")
            st.error(outcome.said[0])
            return None
        shown = ask if frozen else now

        def progress(name: str, at: int, total: int) -> None:
            status.update(label=words("bahan.langkah", nama=name, n=at + 1, total=total))

        moment = clock.now()
        try:
            content = bundle.bundle(
                order,
                shown,
                brand(ws.home),
                notes=now,
                since=since(ws, earlier, shown, order.view),
                made_at=moment,
                progress=progress,
            )
            name = f"{bundle.stem_of(order)}-{clock.local(moment):%Y%m%d-%H%M}.zip"
            kept_as = prints.keep(
                ws, content, name, order.said(shown), oleh=who.oleh, made_at=moment, rapat_id=order.rapat
            )
        except (Trouble, picture.PictureError) as error:
            status.update(label=words("bahan.gagal"), state="error")
            st.error(error.say(words.lang) if isinstance(error, Trouble) else str(error))
            return None
        status.update(label=words("bahan.selesai"), state="complete", expanded=False)
    return kept_as, content


def _outline(ws: Workspace, order: Order, ask: Ask, earlier: Record | None, words: Words) -> None:
    """What the slides will say, before they are made."""
    box = st.expander(words("bahan.isi"), icon=":material/preview:", on_change="rerun", key="bahan-isi")
    if not box.open or (order.kind == "opd" and not order.opd):
        return
    with box, st.spinner(words("umum.memuat")):
        lines = [
            f"{number}. **{plain(title)}**" + "".join(f"  \n   {plain(one)}" for one in below)
            for number, (title, below) in enumerate(bundle.outline(order, ask, since(ws, earlier, ask, order.view)), 1)
        ]
    with box:
        st.markdown("\n".join(lines))


def _again(ws: Workspace, id: str) -> bytes:
    return prints.again(ws, id)[1]


def _earlier(ws: Workspace, words: Words) -> None:
    """Every pack that was printed, to be had again byte for byte."""
    if not kept(ws):
        return
    try:
        found = prints.listed(ws)
    except Trouble:
        return  # told above
    if not found:
        return
    st.subheader(words("bahan.cetakan"), anchor=False)
    for one in found[:_SHOWN]:
        at = clock.local(one.dibuat)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            said = f"{look.day(at, words.lang)} {at:%H:%M} · {one.nama} · {one.oleh} · build {one.pesanan['build']}"
            st.markdown(plain(said), width="stretch")
            st.download_button(
                words("bahan.lagi"), partial(_again, ws, one.id), one.nama, ZIP, key=f"lagi-{one.id}",
                on_click="ignore", type="tertiary", icon=":material/print:",
            )  # fmt: skip
    if len(found) > _SHOWN:
        st.caption(words("bahan.lagi_banyak", n=len(found) - _SHOWN))
