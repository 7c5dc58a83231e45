"""Who is behind and who is ahead: the whole ranking, both ends, the rapor and the groups."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Figure, Series
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import kelompok, peringatan, rapat_ringkas
from dashboard.topics.baris import dot, headed, heads, labels, row, sisa
from dashboard.topics.papan import Unit, judged, papan, silent
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text
from pipelines.measures import exact

ENDS = 5
LARGEST = 10
WHICH: tuple[Literal["terendah", "tertinggi"], ...] = ("terendah", "tertinggi")
LOWEST = 20  # drawn at first; both ends have a figure of their own, and all are one switch away


def figures(ask: Ask, view: View) -> list[Figure]:
    """The ranking and what belongs to it, from the picture to the table."""
    if not papan(ask, view):
        return [_nothing(ask, view)]
    return [figure for part in PARTS.values() for figure in part(ask, view)]


def order(ask: Ask, view: View) -> list[Figure]:
    """Both ends, and everyone between."""
    units = papan(ask, view)
    if not units:
        return [_nothing(ask, view)]
    return [*(end(ask, view, units, which) for which in WHICH), everyone(ask, view, units)]


def cards(ask: Ask, view: View) -> list[Figure]:
    """The rapor of every OPD, and who has not reported."""
    units = papan(ask, view)
    return [rapor(ask, view, units), *unreported(ask, view, units)] if units else [_nothing(ask, view)]


def warnings(ask: Ask, view: View) -> list[Figure]:
    """What the rules warn of."""
    units = papan(ask, view)
    return peringatan.figures(ask, view, units) if units else [_nothing(ask, view)]


def left(ask: Ask, view: View) -> list[Figure]:
    """Where the unspent money lies, and the groups."""
    units = papan(ask, view)
    return [remaining(ask, view, units), *kelompok.figures(ask, view)] if units else [_nothing(ask, view)]


# each shown by itself, so made by itself
PARTS = {"urutan": order, "rapor": cards, "peringatan": warnings, "sisa": left}


def _nothing(ask: Ask, view: View) -> Figure:
    lang = view.lang
    return missing(
        "peringkat.kosong",
        title=text("peringkat.kosong_judul", lang),
        empty=text("peringkat.kosong", lang, bulan=month(view.until, lang)),
        provenance=ask.provenance(view),
    )


def everyone(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """Every OPD from the lowest rank up: the order of both ends and of the rapor, so that no OPD stands in two."""
    lang = view.lang
    chart = ranking(
        (dot(unit, view, note=sisa(unit, view)) for unit in units),
        unit="persen", order=False, shown=LOWEST, **labels(view),
    )  # fmt: skip
    known = [unit for unit in units if unit.serapan is not None]
    behind = sum(1 for unit in known if unit.deviasi is not None and unit.deviasi < 0)
    order = {drawn.key: at for at, drawn in enumerate(chart.dots)}
    rows = [row(unit, view) for unit in sorted(units, key=lambda unit: order[unit.kode])]
    assumed = sum(unit.sumber_target == "tabel" for unit in known)
    return compose(
        "peringkat.serapan",
        title=text("peringkat.judul_serapan", lang, n=behind, total=len(known), bulan=month(view.until, lang))
        if known
        else text("peringkat.judul_kosong", lang, bulan=month(view.until, lang)),
        chart=chart,
        table=table(
            rows,
            heads(
                view,
                "peringkat",
                "opd",
                "warna",
                "serapan",
                "target",
                "deviasi",
                "lalu",
                "sisa",
                *headed(units),
                "sumber",
                "kode",
            ),
            link=lambda line: line["link"],
        ),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu"), rule=True),
        lang=lang,
        question=text("peringkat.tanya_serapan", lang),
        notes=(
            _order(view),
            text("peringkat.catatan_target", lang),
            text("peringkat.catatan_asumsi", lang, n=assumed) if assumed else "",
        ),
        tags=("tepra.peringkat",),
    )


def end(ask: Ask, view: View, units: Sequence[Unit], which: Literal["terendah", "tertinggi"]) -> Figure:
    """Five at one end of the rank, each with its reason."""
    lang = view.lang
    ranked = judged(units)
    most = min(ENDS, max(1, len(ranked) // 2))  # nobody stands at both ends
    few = ranked[:most] if which == "terendah" else ranked[::-1][:most]
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu"), rule=True)
    question = text(f"peringkat.tanya_{which}", lang)
    if not few or (which == "tertinggi" and len(ranked) < 2):
        return missing(
            f"peringkat.{which}", title=text(f"peringkat.kosong_{which}", lang),
            empty=text("peringkat.kosong" if not few else "peringkat.satu_opd", lang, bulan=month(view.until, lang)),
            provenance=provenance,
            question=question, width="half", tags=(f"tepra.{which}",),
        )  # fmt: skip
    chart = ranking(
        (dot(unit, view, note=sisa(unit, view)) for unit in few), unit="persen", order=False, **labels(view)
    )
    said = ", ".join(unit.label for unit in few[:3])
    promised = rapat_ringkas.of(ask, view) if which == "terendah" else {}
    lines = [row(unit, view) | vars(promised.get(unit.kode, rapat_ringkas.Ringkas())) for unit in few]
    also = [name for name in ("janji", "kendala") if any(line[name] for line in lines)]
    names = ("opd", "peringkat", "warna", "serapan", "target", "deviasi", "sisa", *headed(few), "alasan", *also)
    return compose(
        f"peringkat.{which}",
        title=text(f"peringkat.judul_{which}", lang, nama=said, n=len(few)),
        chart=chart,
        table=table(lines, heads(view, *names), link=lambda line: line["link"]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(_order(view),),
        width="half",
        tags=(f"tepra.{which}",),
    )


def _order(view: View) -> str:
    return text("peringkat.catatan_urut", view.lang, profil=Words(view.lang).profile(view.profil))


def rapor(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """The rapor: rank, colour, money, change of rank and what the next colour still needs."""
    lang = view.lang
    ranked = judged(units)
    rows = [row(unit, view) for unit in [*ranked[::-1], *(unit for unit in units if unit.peringkat is None)]]
    movers = [unit for unit in ranked if unit.naik]
    best = max(movers, key=lambda unit: unit.naik or 0, default=None)
    names = (
        "peringkat", "opd", "warna", "serapan", "target", "deviasi", *headed(units), "sisa", "naik", "berikut",
        "kurang", "fisik", "posisi", "kode",
    )  # fmt: skip
    title = text("peringkat.judul_rapor", lang, dinilai=len(ranked), total=len(units))
    if best is not None and (best.naik or 0) > 0:
        title = text(
            "peringkat.judul_rapor_naik", lang, dinilai=len(ranked), total=len(units), nama=best.label, naik=best.naik
        )
    return compose(
        "peringkat.rapor",
        title=title,
        chart=None,
        table=table(rows, heads(view, *names), link=lambda line: line["link"]),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"), rule=True),
        lang=lang,
        question=text("peringkat.tanya_rapor", lang),
        notes=(
            text("peringkat.catatan_naik", lang),
            text("peringkat.catatan_kurang", lang),
            _provisional(units, view),
        ),
        tags=("tepra.lampiran",),
    )


def _provisional(units: Sequence[Unit], view: View) -> str:
    names = [unit.label for unit in units if unit.sementara]
    return text("peringkat.catatan_sementara", view.lang, n=len(names), nama=", ".join(names[:5])) if names else ""


def remaining(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """Where the unspent rupiah lies."""
    lang = view.lang
    known = sorted((u for u in units if u.sisa is not None), key=lambda u: (-(u.sisa or Decimal(0)), u.label))
    provenance = ask.provenance(view, sources=("realisasi", "pagu"))
    question = text("peringkat.tanya_sisa", lang)
    whole = sum((unit.sisa or Decimal(0) for unit in known), Decimal(0))
    if not known or whole <= 0:
        return missing(
            "peringkat.sisa", title=text("peringkat.kosong_sisa", lang),
            empty=text("peringkat.kosong", lang, bulan=month(view.until, lang)), provenance=provenance,
            question=question, width="half",
        )  # fmt: skip
    top = known[:LARGEST]
    share = sum((unit.sisa or Decimal(0) for unit in top[:ENDS]), Decimal(0)) * 100 / whole
    rows = [row(u, view) | {"bagian": exact((u.sisa or Decimal(0)) * 100 / whole, "persen")} for u in known]
    return compose(
        "peringkat.sisa",
        title=text(
            "peringkat.judul_sisa" if len(known) > ENDS else "peringkat.judul_sisa_satu", lang, n=ENDS,
            nama=top[0].label, bagian=write(share, "persen", lang), sisa=write(whole, "rupiah", lang, short=True),
        ),
        chart=Bars(
            categories=tuple(unit.label for unit in top),
            series=(Series(text("peringkat.kolom_sisa", lang), tuple(unit.sisa for unit in top), "actual", "bar"),),
            unit="rupiah",
            statuses=tuple(unit.warna for unit in top),
            links=tuple(unit.link for unit in top),
        ),
        table=table(
            rows,
            heads(view, "opd", "warna", "pagu", "realisasi", "sisa", "bagian", "serapan", *headed(known)),
            link=lambda line: line["link"],
            shown=LARGEST,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("peringkat.catatan_sisa", lang, n=len(top), total=len(known)),),
        width="half",
    )  # fmt: skip


def unreported(ask: Ask, view: View, units: Sequence[Unit]) -> list[Figure]:
    """Who has not reported, and up to when they did; no figure when everyone has."""
    lang = view.lang
    late = sorted(silent(units), key=lambda unit: (unit.posisi or "", unit.label))
    if not late:
        return []
    return [
        compose(
            "peringkat.belum_lapor",
            title=text("peringkat.judul_belum_lapor", lang, n=len(late), bulan=month(view.until, lang)),
            chart=None,
            table=table(
                [row(unit, view) for unit in late],
                heads(view, "opd", "posisi", "pagu", *headed(late), "kode"),
                link=lambda line: line["link"],
            ),
            provenance=ask.provenance(view),
            lang=lang,
            question=text("peringkat.tanya_belum_lapor", lang),
            notes=(text("peringkat.catatan_belum_lapor", lang),),
            tags=("tepra.lampiran",),
        )
    ]
