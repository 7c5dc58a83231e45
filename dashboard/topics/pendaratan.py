"""Where the year ends if it goes on as earlier years did: absorption and SiLPA as ranges, and the pace needed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure, Lang
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import pendaratan_kartu, pendaratan_uji
from dashboard.topics.pendaratan_baca import SOURCES, Landing, between, error, landings, remarks, rule, way, why
from dashboard.view import View
from pipelines.catalogue import text

DRAWN = 20
_RANKED: dict[str, Any] = {
    "opd": "teks", "kini": "persen", "bawah": "persen", "tengah": "persen", "atas": "persen", "target": "persen",
    "silpa_bawah": "rupiah", "silpa": "rupiah", "silpa_atas": "rupiah", "catatan": "teks", "kode": "kode",
}  # fmt: skip
_PACE: dict[str, Any] = {
    "opd": "teks", "kini": "persen", "rentang": "teks", "silpa_rentang": "teks", "perlu": "rupiah",
    "terbaik": "rupiah", "terbaik_bulan": "bulan", "catatan": "teks", "kode": "kode",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The region's year-end, that of every OPD, the pace that is needed, and how good such forecasts were."""
    found = landings(ask, view)
    if not any(one.tengah is not None for one in found):
        return [nothing(ask, view, found), pendaratan_uji.figure(ask, view)]
    made = [pendaratan_kartu.whole(ask, view, found), order(ask, view, found), pace(ask, view, found)]
    return [*made, pendaratan_uji.figure(ask, view)]


def nothing(ask: Ask, view: View, found: Sequence[Landing]) -> Figure:
    """Why no year-end is forecast, and what to import; never a number without its range."""
    return missing(
        "serapan.pendaratan",
        title=text("pendaratan.judul_kosong", view.lang),
        empty=text(f"pendaratan.kosong_{why(found)}", view.lang, bulan=month(view.until, view.lang), tahun=view.tahun),
        provenance=ask.provenance(view, sources=SOURCES),
        question=text("pendaratan.tanya", view.lang),
        tags=("tepra.pendaratan",),
    )


def order(ask: Ask, view: View, found: Sequence[Landing]) -> Figure:
    """Every OPD by where it lands, lowest first, with its range, its target and where it stands now."""
    lang, over = view.lang, view.bulan == 12
    known = [one for one in found if one.tengah is not None]
    low = known[0]
    short = sum(one.target is not None and one.atas is not None and one.atas < one.target for one in known)
    dots = [
        Dot(
            key=one.kode, label=one.label, value=one.persen(one.tengah), target=one.persen(one.target),
            note=_aside(one, lang, over=over), link=one.link, before=None if over else one.persen(one.kini),
            low=None if over else one.persen(one.bawah), high=None if over else one.persen(one.atas),
        )
        for one in found
    ]  # fmt: skip
    return compose(
        "serapan.pendaratan_opd",
        title=text(
            "pendaratan.judul_opd_tutup" if over else "pendaratan.judul_opd", lang, n=short, total=len(known),
            nama=low.label,
            rentang=between(low.persen(low.bawah), low.persen(low.atas), "persen", lang),
        ),
        chart=ranking(
            dots, unit="persen", order=False, shown=DRAWN,
            value_label=text("pendaratan.kartu_serapan" if over else "pendaratan.perkiraan", lang),
            target_label=text("pendaratan.target", lang), before_label=text("pendaratan.sekarang", lang),
            range_label=text("pendaratan.rentang", lang),
        ),
        table=_listed([_line(one, lang) for one in found], _RANKED, lang),
        provenance=ask.provenance(view, sources=SOURCES, rule=rule(ask, view)),
        lang=lang,
        question=text("pendaratan.tanya_opd", lang),
        notes=(
            error(ask, view),
            "" if over else text(f"pendaratan.catatan_cara_{way(ask, view)}", lang),
            "" if over else text("pendaratan.catatan_pola", lang),
        ),
        tags=("tepra.lampiran",),
    )  # fmt: skip


def pace(ask: Ask, view: View, found: Sequence[Landing]) -> Figure:
    """What each month left must bring to reach the target, beside the best month ever; the steepest first."""
    lang = view.lang
    asked = [one for one in found if one.perlu is not None]
    if not asked:
        return missing(
            "serapan.pendaratan_laju", title=text("pendaratan.judul_laju_kosong", lang),
            empty=text("pendaratan.laju_tutup" if view.bulan == 12 else "pendaratan.laju_kosong", lang),
            provenance=ask.provenance(view, sources=SOURCES), question=text("pendaratan.tanya_laju", lang),
        )  # fmt: skip
    asked.sort(key=lambda one: (one.terbaik is None, -_steep(one), one.label))
    rest = [one for one in found if one.perlu is None]
    over = sum(one.melebihi for one in asked)
    return compose(
        "serapan.pendaratan_laju",
        title=text("pendaratan.judul_laju", lang, n=over, total=sum(one.terbaik is not None for one in asked)),
        chart=None,
        table=_listed([_line(one, lang) for one in [*asked, *rest]], _PACE, lang, shown=DRAWN),
        provenance=ask.provenance(view, sources=SOURCES, rule=rule(ask, view)),
        lang=lang,
        question=text("pendaratan.tanya_laju", lang),
        notes=(error(ask, view), text("pendaratan.catatan_laju", lang, sisa=12 - view.bulan)),
    )


def _steep(one: Landing) -> Decimal:
    """How many times its best month an OPD must spend each month."""
    return (one.perlu or Decimal(0)) / one.terbaik if one.terbaik else Decimal(0)


def _aside(one: Landing, lang: Lang, *, over: bool) -> str:
    if one.tengah is None:
        return text(f"pendaratan.alasan_{one.alasan}", lang)
    return text(
        "pendaratan.silpa_tutup" if over else "pendaratan.silpa",
        lang,
        silpa=write(one.silpa, "rupiah", lang, short=True),
    )


def _line(one: Landing, lang: Lang) -> dict[str, Any]:
    percents = {
        "kini": one.kini, "bawah": one.bawah, "tengah": one.tengah, "atas": one.atas, "target": one.target,
    }  # fmt: skip
    known = one.tengah is not None
    return {
        "opd": one.nama, "kode": one.kode, "link": one.link, "catatan": remarks(one, lang),
        **{name: one.persen(value) for name, value in percents.items()},
        "silpa": one.silpa, "silpa_bawah": one.silpa_bawah, "silpa_atas": one.silpa_atas, "perlu": one.perlu,
        "terbaik": one.terbaik, "terbaik_bulan": one.terbaik_bulan,
        "rentang": between(one.persen(one.bawah), one.persen(one.atas), "persen", lang) if known else None,
        "silpa_rentang": between(one.silpa_bawah, one.silpa_atas, "rupiah", lang) if known else None,
    }  # fmt: skip


def _listed(lines: Sequence[dict[str, Any]], units: dict[str, Any], lang: Lang, *, shown: int | None = None) -> Any:
    heads = [Column(name, text(f"pendaratan.kolom_{name}", lang), unit) for name, unit in units.items()]
    return table(lines, heads, link=lambda line: line["link"], shown=shown)
