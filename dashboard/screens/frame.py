"""The frame of every page: the filters that live in the URL, the banner, the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard import access, look
from dashboard.access import Scope
from dashboard.figures.figure import Lang, Link
from dashboard.known import Choices
from dashboard.query import Ask
from dashboard.screens import downloads, lead, style
from dashboard.screens.markup import plain
from dashboard.topics import periode_skp
from dashboard.view import CAKUPAN, LANGS, PARAMS, View, from_params, to_params
from dashboard.words import Words

_BELOW_OPD = ("program", "kegiatan", "sub")
_NAMED = "nama"  # kept for as long as the reader's window; no address ever carries it


def language() -> Lang:
    """The language the URL asks for, else the one the reader last chose, else Bahasa Indonesia."""
    asked = st.query_params.get("bahasa", st.session_state.get("saringan", {}).get("bahasa", "id"))
    return "en" if asked == "en" else "id"


def scope() -> Scope:
    """What this reader may see; people are named where the reader asked for it and may have it."""
    named = st.session_state.get(_NAMED, False)
    return access.scope(named=named, address=st.get_option("server.address"), headers=_headers())


def _headers() -> dict[str, str]:
    """What the reader's request says of its way here."""
    return dict(st.context.headers.items())


def view(choices: Choices) -> View:
    """The view the URL asks for. A page opened from the menu has a bare URL and gets the reader's last filters."""
    if not any(name in st.query_params for name in PARAMS.values()):
        for name, value in st.session_state.get("saringan", {}).items():
            st.query_params[name] = value
    asked, dropped = from_params(st.query_params.to_dict(), choices.known)
    if dropped:
        st.info(Words(asked.lang)("umum.saring_jatuh", nama=", ".join(dropped)), icon=":material/link_off:")
        for name in dropped:
            del st.query_params[name]
    # What was opened (one official, one post, one day) is left behind: the menu leads to the page as a whole.
    st.session_state["saringan"] = to_params(replace(asked, pejabat=None, jabatan=None, pelantikan=None, per=None))
    for name, value in list(st.query_params.items())[:1]:
        st.query_params[name] = value  # a link within the page does not move the address by itself; this does
    return asked


def _chosen(param: str) -> None:
    """Write what was just chosen into the URL; the page then follows the URL."""
    value = st.session_state[f"s-{param}"]
    if value is None:
        st.query_params.pop(param, None)
    else:
        st.query_params[param] = str(value)
    if param == "bahasa":
        st.session_state.setdefault("saringan", {})["bahasa"] = value  # an empty workspace has no view to keep it
    if param == "tahun":
        st.query_params.pop("bulan", None)
    if param in ("tahun", "bulan"):  # the day belonged to the month before
        st.query_params.pop("per", None)
    if param == "opd":
        for name in _BELOW_OPD:
            st.query_params.pop(name, None)


def _select(
    param: str, label: str, options: Sequence[object], value: object, names: Mapping[Any, str], **more: Any
) -> None:
    key = f"s-{param}"
    st.session_state[key] = value  # the URL decides; the widget only shows it
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=lambda o: names.get(o, str(o)),
        on_change=_chosen,
        args=(param,),
        **more,
    )


def bar(
    ask: Ask, shown: View, choices: Choices, *, by_opd: bool, any_opd: bool = False, by_skp: bool = False,
    meeting: str | None = None, forms_of_opd: bool = False,
) -> None:  # fmt: skip
    """The filter bar: month always, one OPD or a period of SKP where a page is about one, the rest behind a button.

    `any_opd` is for a page of all OPD that can be cut to one: the one opened elsewhere is seen there, and let go.
    `forms_of_opd` is for a page of all OPD on which each answers for itself: its menu has the forms of the one opened.
    """
    words = Words(shown.lang)
    known = choices.known
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="saringan-bar"):
        if by_opd or any_opd:
            label, hint = words("umum.saring_opd"), words("umum.semua_opd" if any_opd else "umum.pilih_opd")
            free = {"index": None} if any_opd else {}
            _select("opd", label, known.opd, shown.opd, choices.opd, placeholder=hint, width=320, **free)
        if by_skp and (period := periode_skp.chosen(ask, shown)):
            names = {kode: _first_up(one.said(shown.lang)) for kode, one in choices.skp.items()}
            _select("skp", words("umum.saring_skp"), known.skp, period.kode, names, width=170)
        years = sorted(known.bulan, reverse=True)
        _select("tahun", words("umum.saring_tahun"), years, shown.tahun, {}, width=104)
        months = known.bulan[shown.tahun]
        named = {m: look.month(m, shown.lang) for m in months}
        _select("bulan", words("umum.saring_bulan"), months, shown.bulan, named, width=150)
        _more(shown, choices, words)
        opened = shown.opd if forms_of_opd else None
        downloads.material(ask, shown if by_opd or any_opd else replace(shown, opd=None), kind=meeting, opened=opened)
        _names(words)


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _more(shown: View, choices: Choices, words: Words) -> None:
    narrowed = sum(to_params(shown).get(p) is not None for p in ("kelompok", "profil", "cakupan"))
    label = words("umum.saring_aktif", n=narrowed) if narrowed else words("umum.saring_lagi")
    menu = st.popover(label, icon=":material/tune:", key="saringan-lagi", on_change="rerun")
    if not menu.open:  # the entries are sent when they are looked at
        return
    with menu:
        known = choices.known
        groups = {g: group_words(g, words) for g in known.kelompok}
        _select("kelompok", words("umum.saring_kelompok"), known.kelompok, shown.kelompok, groups)
        profiles = {p: words.profile(p) for p in known.profil}
        _select("profil", words("umum.saring_profil"), known.profil, shown.profil, profiles)
        spending = {c: words(f"umum.cakupan_{c}") for c in CAKUPAN}
        _select("cakupan", words("umum.saring_cakupan"), CAKUPAN, shown.cakupan, spending)


def _names(words: Words) -> None:
    """The privacy switch: off at first and for every export; a reader who may have people named can turn it on."""
    if not access.may_name(st.get_option("server.address"), _headers()):
        return

    def chosen() -> None:
        st.session_state[_NAMED] = st.session_state["s-nama"]

    st.session_state["s-nama"] = st.session_state.get(_NAMED, False)
    st.toggle(words("umum.saring_nama"), key="s-nama", on_change=chosen, help=words("umum.saring_nama_ket"))


def head(title: str, lang: Lang) -> None:
    """The page's title, and beside it the choice of language."""
    words = Words(lang)
    style.wear(lang)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.title(title, anchor=False, width="stretch")
        _language(lang, words)


def _language(lang: Lang, words: Words) -> None:
    st.session_state["s-bahasa"] = lang
    st.segmented_control(
        words("umum.saring_bahasa"), LANGS, key="s-bahasa", format_func=str.upper, required=True,
        on_change=_chosen, args=("bahasa",), label_visibility="collapsed",
    )  # fmt: skip


def group_words(kelompok: str, words: Words) -> str:
    """A group of OPD in words."""
    kind, _, name = kelompok.partition("-")
    return words(f"umum.{kind}", nama=name) if name else words("umum.semua_opd")


def banner(ask: Ask, shown: View) -> None:
    """A warning while control totals of the data in use do not match; it leads to the reconciliation."""
    rows = ask.run("select nama_berkas, nama, selisih from app.rekonsiliasi where selisih <> 0")
    if not rows:
        return
    words = Words(shown.lang)
    worst = max(abs(Decimal(r["selisih"])) for r in rows)
    files = len({r["nama_berkas"] for r in rows})
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        said = words("umum.spanduk_kontrol", n=len(rows), berkas=files, rupiah=look.write(worst, "rupiah", shown.lang))
        st.markdown(f":orange[:material/warning:] {said}", width="content")
        lead.anchor(Link("data_mutu", (("bagian", "rekonsiliasi"),)), shown, words("umum.spanduk_buka"))


def foot(ask: Ask, shown: View) -> None:
    """The build, when its data was recorded, for whom and by which rule it is judged, and how many reported."""
    words = Words(shown.lang)
    parts = [words("umum.judul_panjang"), words("umum.kaki_build", build=ask.build)]
    recorded = ask.run("select max(direkam_pada) as pada from app.impor")
    if recorded and recorded[0]["pada"]:
        parts.append(words("umum.kaki_data", tanggal=look.day(recorded[0]["pada"], shown.lang)))
    told = ask.run(
        "select n_dilaporkan, n_total from app.bulan where tahun = ? and bulan = ?", shown.tahun, shown.bulan
    )
    if told:
        month = look.month(shown.until, shown.lang)
        parts.append(words("umum.kaki_lapor", n=told[0]["n_dilaporkan"], total=told[0]["n_total"], bulan=month))
    parts.append(group_words(shown.kelompok, words))
    if shown.cakupan != "semua":
        parts.append(words(f"umum.cakupan_{shown.cakupan}"))
    if rule := ask.rule(shown):
        parts.append(f"{words('umum.gambar_aturan')}: {rule}")
    st.caption(" · ".join(plain(part) for part in parts))
