"""The year-end in a few numbers: of the view as a whole, and of one OPD on its own page."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.compose import compose
from dashboard.figures.figure import Card, Cards, Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka
from dashboard.topics.pendaratan_baca import SOURCES, Landing, between, error, points, remarks, rule, tests, used
from dashboard.view import View
from pipelines.catalogue import text

MEASURES = (
    "pendaratan", "pendaratan_bawah", "pendaratan_atas", "pendaratan_target", "silpa_perkiraan", "silpa_bawah",
    "silpa_atas", "perlu_per_bulan",
)  # fmt: skip


def whole(ask: Ask, view: View, found: Sequence[Landing]) -> Figure:
    """Absorption, SiLPA and the pace of the view as a whole, each as a range, and how the same way did before."""
    lang = view.lang
    sums = angka.total(ask, view, MEASURES)
    known = [one for one in found if one.tengah is not None]
    paced = [one for one in found if one.perlu is not None and one.terbaik is not None]
    percent = between(sums["pendaratan_bawah"], sums["pendaratan_atas"], "persen", lang)
    left = between(sums["silpa_bawah"], sums["silpa_atas"], "rupiah", lang)
    own, over = used(tests(ask, view), view.bulan), view.bulan == 12
    late = "_tutup" if over else ""
    cards = [
        Card(
            text("pendaratan.kartu_serapan", lang), percent, "teks",
            note=text(
                "pendaratan.kartu_target" if over else "pendaratan.kartu_tengah", lang,
                tengah=write(sums["pendaratan"], "persen", lang),
                target=write(sums["pendaratan_target"], "persen", lang),
            ),
        ),
        Card(
            text("pendaratan.kartu_silpa", lang), left, "teks",
            note=None if over else text(
                "pendaratan.kartu_silpa_tengah", lang,
                tengah=write(sums["silpa_perkiraan"], "rupiah", lang, short=True),
            ),
        ),
    ]  # fmt: skip
    if not over:
        beyond = sum(one.melebihi for one in paced)
        cards.append(
            Card(
                text("pendaratan.kartu_perlu", lang), sums["perlu_per_bulan"], "rupiah",
                note=text("pendaratan.kartu_melebihi", lang, n=beyond, total=len(paced)),
            )
        )  # fmt: skip
    if own is not None and own.n_rentang and not over:
        cards.append(
            Card(
                text("pendaratan.kartu_uji", lang),
                text("pendaratan.n_dari", lang, n=own.n_dalam, total=own.n_rentang), "teks",
                note=text("pendaratan.kartu_galat", lang, galat=points(own.galat, lang)),
            )
        )  # fmt: skip
    heads = [Column(name, text(f"pendaratan.kolom_{name}", lang)) for name in ("ukuran", "nilai", "keterangan")]
    rows = [
        {"ukuran": card.label, "nilai": write(card.value, card.unit, lang), "keterangan": card.note} for card in cards
    ]
    return compose(
        "serapan.pendaratan",
        title=text(f"pendaratan.judul{late}", lang, rentang=percent, silpa=left),
        chart=Cards(tuple(cards)),
        table=table(rows, heads),
        provenance=ask.provenance(view, sources=SOURCES, rule=rule(ask, view)),
        lang=lang,
        question=text("pendaratan.tanya", lang),
        notes=(
            error(ask, view),
            text(f"pendaratan.catatan_jumlah{late}", lang, n=len(known), total=len(found)),
            text("pendaratan.catatan_silpa", lang),
        ),
        tags=("tepra.pendaratan",),
    )


def of_opd(end: Landing | None, view: View) -> tuple[Card, ...]:
    """Where its year ends, as a range, with SiLPA and the pace; or why that cannot be said. None before any report."""
    lang = view.lang
    if end is None or view.bulan == 12 or end.alasan == "belum_lapor":
        return ()
    if end.tengah is None:
        return (
            Card(text("pendaratan.kartu_opd", lang), None, "teks", note=text(f"pendaratan.alasan_{end.alasan}", lang)),
        )
    left = between(end.silpa_bawah, end.silpa_atas, "rupiah", lang)
    best = write(end.terbaik, "rupiah", lang, short=True)
    pace = end.perlu is not None and end.terbaik is not None and text(
        "pendaratan.kartu_opd_perlu", lang, perlu=write(end.perlu, "rupiah", lang, short=True), terbaik=best,
        bulan=month(end.terbaik_bulan, lang, short=True),
    )  # fmt: skip
    said = (text("pendaratan.kartu_opd_silpa", lang, silpa=left), pace, remarks(end, lang))
    ends = between(end.persen(end.bawah), end.persen(end.atas), "persen", lang)
    return (Card(text("pendaratan.kartu_opd", lang), ends, "teks", note="; ".join(part for part in said if part)),)
