"""The pages: what each is called, which figures it shows, and what stands there when it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import streamlit as st

from dashboard import known, show
from dashboard.figures import shown
from dashboard.figures.figure import Figure
from dashboard.memory import Memory
from dashboard.query import Ask
from dashboard.screens import parts
from dashboard.view import LANGS, View, from_params
from dashboard.words import Words

_FIGURES: Memory[tuple[Figure, ...]] = Memory(400)


OPENED = ("pejabat", "jabatan", "pelantikan", "indikator")


@dataclass(frozen=True)
class Topic:
    """A page that only shows: its name is its address, its topic module and its key in the catalogue."""

    name: str
    icon: str
    by_opd: bool = False  # shows one OPD, so the filter bar offers them
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # a long page is cut: each part with its figures, by name
    opens: tuple[str, ...] = ()  # what a link may open on it: one official, one post, one inauguration

    def looked_at(self, view: View) -> View:
        """The view this page answers: only a page about one OPD is cut to the one that was opened elsewhere."""
        closed: dict[str, Any] = {name: None for name in OPENED if name not in self.opens}
        view = replace(view, **closed)
        return view if self.by_opd else replace(view, opd=None, program=None, kegiatan=None, sub=None)

    def of(self, part: str, found: Sequence[Figure]) -> list[Figure]:
        """The figures of a part; what no part names stands in the first."""
        home = {f"{self.name}.{name}": at for at, names in self.parts for name in names}
        return [figure for figure in found if home.get(figure.id, self.parts[0][0]) == part]


TOPICS = (
    Topic("ringkasan", ":material/dashboard:"),
    Topic(
        "peringkat",
        ":material/leaderboard:",
        parts=(
            ("urutan", ("terendah", "tertinggi", "serapan")),
            ("rapor", ("rapor", "belum_lapor")),
            ("peringatan", ("peringatan", "peringatan_opd")),
            ("sisa", ("sisa", "asisten", "komisi")),
        ),
    ),
    Topic(
        "profil_opd",
        ":material/account_balance:",
        by_opd=True,
        parts=(
            ("keadaan", ("kartu", "kurva", "rincian", "sub_terburuk", "bagian")),
            ("pertanyaan", ("pertanyaan",)),
            ("masa", ("kepala", "masa", "deviasi", "skp")),
            ("target", ("pk", "masa_target")),
            ("rapat", ("tindak_lanjut", "komitmen", "kendala", "temuan")),
            ("aturan", ("aturan", "sumber", "rekonsiliasi")),
        ),
    ),
    Topic(
        "serapan",
        ":material/stacked_line_chart:",
        parts=(
            ("bulan", ("kurva", "triwulan", "deviasi")),
            ("pendaratan", ("pendaratan", "pendaratan_opd", "pendaratan_laju", "pendaratan_uji")),
            ("jenis", ("jenis", "sumber_dana")),
            ("fisik", ("fisik", "kewajiban")),
        ),
    ),
    Topic(
        "kinerja",
        ":material/badge:",
        parts=(
            ("sebaran", ("kartu", "predikat", "tahun")),
            ("pk", ("pk", "kuadran")),
            ("bocor", ("bocor",)),
            ("konsistensi", ("konsistensi", "pola", "kepala")),
            ("indikator", ("matriks", "indikator", "sebab")),
            ("catatan", ("diklat", "disiplin", "ip_asn", "angka_kredit")),
        ),
    ),
    Topic(
        "target",
        ":material/flag:",
        parts=(
            ("daerah", ("kartu", "pohon", "satu", "perjalanan", "sumbangan", "bawah", "kata", "orang")),
            ("tim", ("tim", "anggota")),
        ),
        opens=("indikator",),
    ),
    Topic(
        "pejabat",
        ":material/groups:",
        parts=(
            ("kepala", ("ringkas", "kepala", "kosong", "pemegang")),
            ("jabatan", ("jabatan",)),
            ("karier", ("kartu", "karier", "masa")),
            ("pertanyaan", ("pertanyaan",)),
            ("skp", ("skp", "skp_pan6", "skp_pp30", "skp_pp46")),
            ("target", ("pk", "layanan", "seratus", "tim", "komitmen", "tindak_lanjut")),
            ("catatan", ("perhatian", "catatan")),
        ),
        opens=("pejabat", "jabatan"),
    ),
    Topic(
        "rotasi",
        ":material/swap_horiz:",
        parts=(
            ("jabatan", ("kosong", "kartu", "garis_waktu")),
            ("plt", ("plt", "perhatian", "dasar")),
            ("rantai", ("rantai", "pelantikan", "arus", "perputaran")),
            ("masa", ("lama", "sering")),
            ("hasil", ("hasil_cara", "sesudah_ganti")),
        ),
        opens=("pelantikan",),
    ),
    Topic("seratus_hari", ":material/timer:"),
    Topic("setda", ":material/domain:"),
    Topic("wilayah", ":material/map:", opens=("indikator",)),
    Topic(
        "aturan",
        ":material/gavel:",
        parts=(
            ("rapor", ("banding", "pita", "target")),
            ("pertanyaan", ("pertanyaan",)),
            ("rumus", ("ukuran",)),
            ("istilah", ("glosarium",)),
        ),
    ),
)


# Every page in the order of the menu; those that are no topic have a screen of their own.
ORDER = (
    "ringkasan", "peringkat", "profil_opd", "serapan", "target", "kinerja", "pejabat", "rotasi", "seratus_hari",
    "wilayah", "setda", "rapat", "bahan", "layar", "data_mutu", "aturan",
)  # fmt: skip


def address(name: str) -> str:
    """Where a page stands below the server's root."""
    return name.replace("_", "-")


def figures(topic: str, ask: Ask, view: View) -> tuple[Figure, ...]:
    """The figures of a topic for a view, kept by build, scope and view."""
    make: Callable[[Ask, View], list[Figure]] = import_module(f"dashboard.topics.{topic}").figures
    return _FIGURES.get((ask.build, ask.scope, topic, view), lambda: tuple(make(ask, view)))


def _made_apart(topic: str) -> dict[str, Callable[[Ask, View], list[Figure]]]:
    """What makes each part of a topic that makes them apart; empty where the figures alone show which there are."""
    found: dict[str, Callable[[Ask, View], list[Figure]]] = getattr(
        import_module(f"dashboard.topics.{topic}"), "PARTS", {}
    )
    return found


def _there(topic: str, ask: Ask, view: View) -> list[str]:
    """The parts that a topic which makes them apart has for a view: all, unless it knows better."""
    asked: Callable[[Ask, View], Sequence[str]] | None = getattr(
        import_module(f"dashboard.topics.{topic}"), "there", None
    )
    every = list(_made_apart(topic))
    return sorted(asked(ask, view), key=every.index) if asked else every


def part_figures(topic: str, part: str, ask: Ask, view: View) -> tuple[Figure, ...]:
    """The figures of one part of a topic that makes its parts apart, kept as those of a whole topic are."""
    make = _made_apart(topic)[part]
    return _FIGURES.get((ask.build, ask.scope, topic, part, view), lambda: tuple(make(ask, view)))


def parts_there(topic: Topic, ask: Ask, view: View) -> list[str]:
    """The parts between which a reader chooses; none where all figures stand on one page."""
    if _made_apart(topic.name):
        return _there(topic.name, ask, view)
    found = figures(topic.name, ask, view)
    there = [part for part, _ in topic.parts if topic.of(part, found)]
    return there if len(there) > 1 else []


def _shown(topic: Topic, part: str | None, ask: Ask, view: View) -> Sequence[Figure]:
    """The figures of a part, or of a page that has none."""
    if part is None:
        return figures(topic.name, ask, view)
    if _made_apart(topic.name):
        return part_figures(topic.name, part, ask, view)
    return topic.of(part, figures(topic.name, ask, view))


def first_figures(ask: Ask) -> None:
    """Compute what nearly every reader opens first, in both languages."""
    choice = known.choices(ask)
    if choice is None:
        return
    for lang in LANGS:
        view, _ = from_params({"bahasa": lang}, choice.known)
        for topic in ("ringkasan", "peringkat"):
            asked = Ask(ask.build, ask.reader, ask.scope, lang)
            first = next(iter(_made_apart(topic)), None)
            for figure in part_figures(topic, first, asked, view) if first else figures(topic, asked, view):
                left = shown.left_out(figure)
                show.drawing(shown.cut(figure), view=view, theme="light", scope=ask.scope, whole=not left)


def topic_page(topic: Topic, ask: Ask, view: View) -> None:
    """Show a topic for a view."""
    view = topic.looked_at(view)
    words = Words(view.lang)
    if topic.by_opd and view.opd is None:
        st.info(words("umum.pilih_opd_ket"), icon=":material/account_balance:")

    def choose(there: Sequence[str]) -> str:
        label = words("umum.bagian")
        return parts.choose(there, label, lambda p: words(f"umum.bagian_{topic.name}_{p}"), page=topic.name)

    with st.spinner(words("umum.memuat")):
        there = parts_there(topic, ask, view)
    part = there[0] if len(there) == 1 else choose(there) if there else None
    with st.spinner(words("umum.memuat")):
        found = _shown(topic, part, ask, view)

    def unnamed(id: str) -> Figure | None:
        return next((figure for figure in figures(topic.name, ask.unnamed(), view) if figure.id == id), None)

    show.show_all(found, view=view, scope=ask.scope, unnamed=unnamed)
