"""What a Sekda must ask today: five numbers, five priorities, the colours, and where the year stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import (
    STATUSES,
    Bars,
    Card,
    Cards,
    Column,
    Figure,
    Lang,
    Priorities,
    Series,
    Table,
    Value,
)  # fmt: skip
from dashboard.figures.tables import table
from dashboard.look import month, status_word, write
from dashboard.query import Ask
from dashboard.topics import angka, indikator, periode_skp, rapat_hari, rapat_hitung
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.kurva import curve
from dashboard.topics.papan import Unit, judged, papan, silent
from dashboard.topics.prioritas import called, priorities
from dashboard.view import View
from pipelines.catalogue import text


def figures(ask: Ask, view: View) -> list[Figure]:
    """The four figures of the first page."""
    units = papan(ask, view)
    if not units:
        return [*without_money(ask, view), nothing(ask, view)]
    position = curve(ask, view, "ringkasan.posisi", monthly=False, width="half", tags=("tepra.posisi",))
    return [cards(ask, view, units), first(ask, view, units), colours(ask, view, units), position]


def without_money(ask: Ask, view: View) -> list[Figure]:
    """Where targets and staff stand in a month that no money is known of; nothing where neither is known."""
    lang, shown = view.lang, (*_targets(ask, view), *_people(ask, view), *_actions(ask, view))
    if not shown:
        return []
    return [
        compose(
            "ringkasan.lain",
            title=text("ringkasan.judul_lain", lang, bulan=month(view.until, lang)),
            chart=Cards(shown),
            table=_listed(shown, lang),
            provenance=siapa.provenance(ask, view, "target", "skp"),
            lang=lang,
            question=text("ringkasan.tanya_kartu", lang),
        )
    ]


def nothing(ask: Ask, view: View) -> Figure:
    """What stands on the page before the first import, or for a group without OPD."""
    lang = view.lang
    return missing(
        "ringkasan.kosong",
        title=text("ringkasan.kosong_judul", lang),
        empty=text("ringkasan.kosong", lang, bulan=month(view.until, lang)),
        provenance=ask.provenance(view),
    )


def cards(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """Five numbers, each against what it must be compared with."""
    lang = view.lang
    sums = angka.total(ask, view, ("pagu", "realisasi", "serapan", "deviasi", "sisa", "fisik", "fisik_keuangan"))
    target = angka.less(sums.get("serapan"), sums.get("deviasi"))
    red = sum(unit.warna == "merah" for unit in units)
    red_before = sum(unit.warna_lalu == "merah" for unit in units) if view.bulan > 1 else None
    reported = len(units) - len(silent(units))
    late = max((unit.posisi for unit in units if unit.posisi), default=None)
    five = (
        Card(
            text("ringkasan.kartu_serapan", lang), sums.get("serapan"), "persen",
            note=text("ringkasan.kartu_target", lang, target=write(target, "persen", lang)) if target is not None
            else text("ringkasan.kartu_tanpa_target", lang),
            delta=sums.get("deviasi"),
            delta_label=text("ringkasan.kartu_deviasi", lang) if sums.get("deviasi") is not None else None,
        ),
        Card(
            text("ringkasan.kartu_realisasi", lang), sums.get("realisasi"), "rupiah",
            note=text("ringkasan.kartu_sisa", lang, sisa=write(sums.get("sisa"), "rupiah", lang, short=True),
                      pagu=write(sums.get("pagu"), "rupiah", lang, short=True)),
        ),
        Card(
            text("ringkasan.kartu_fisik", lang), sums.get("fisik"), "persen",
            note=text("ringkasan.kartu_gap", lang, gap=write(sums.get("fisik_keuangan"), "poin", lang))
            if sums.get("fisik") is not None else text("ringkasan.kartu_tanpa_fisik", lang),
        ),
        Card(
            text("ringkasan.kartu_merah", lang), red, "bulat", status="merah" if red else None,
            note=text("ringkasan.kartu_dinilai", lang, n=len(judged(units))),
            delta=None if red_before is None else red - red_before,
            delta_label=None if red_before is None else text("ringkasan.kartu_bulan_lalu", lang),
        ),
        Card(
            text("ringkasan.kartu_lapor", lang),
            text("ringkasan.kartu_n_dari", lang, n=reported, total=len(units)), "teks",
            note=text("ringkasan.kartu_posisi", lang, bulan=write(late, "bulan", lang)),
        ),
        *_targets(ask, view),
        *_people(ask, view),
        *_actions(ask, view),
    )  # fmt: skip
    serapan, points = sums.get("serapan"), sums.get("deviasi")
    if serapan is None:
        title = text("ringkasan.judul_belum", lang, bulan=month(view.until, lang))
    else:
        key = "tanpa_target" if points is None else "di_atas" if points >= 0 else "di_bawah"
        title = text(
            f"ringkasan.judul_{key}",
            lang,
            serapan=write(serapan, "persen", lang),
            poin=write(abs(points) if points is not None else None, "poin", lang).lstrip("+"),
            bulan=month(view.until, lang),
        )
    return compose(
        "ringkasan.kartu",
        title=title,
        chart=Cards(five),
        table=_listed(five, lang),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"), rule=True),
        lang=lang,
        question=text("ringkasan.tanya_kartu", lang),
        notes=(text("serapan.catatan_lapor", lang) if reported < len(units) else "",),
        tags=("tepra.ringkasan",),
    )


def _listed(shown: Sequence[Card], lang: Lang) -> Table:
    heads = [Column(name, text(f"ringkasan.kolom_{name}", lang)) for name in ("ukuran", "nilai", "keterangan")]
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    return table(rows, heads)


def _people(ask: Ask, view: View) -> tuple[Card, ...]:
    """How many of those who owe an SKP are assessed in the last period that had ended; no card without any SKP."""
    period = periode_skp.last(ask, view)
    sums = periode_skp.total(ask, view, period, ("n_wajib", "skp_dinilai")) if period else {}
    if not period or not sums.get("n_wajib"):
        return ()
    lang = view.lang
    owed = write(sums["n_wajib"], "bulat", lang)
    told = text("ringkasan.kartu_skp_n", lang, wajib=owed, periode=period.said(lang))
    return (Card(text("ringkasan.kartu_skp", lang), sums.get("skp_dinilai"), "persen", note=told),)


def _targets(ask: Ask, view: View) -> tuple[Card, ...]:
    """How many regional targets are red or orange in the last quarter that had ended; no card without any target."""
    regional = indikator.ours(ask, view, indikator.found(ask, view), "daerah")
    if not regional:
        return ()
    lang, red = view.lang, sum(one.warna in ("merah", "oranye") for one in regional)
    told = text("ringkasan.kartu_iku_n", lang, n=len(regional), triwulan=indikator.quarter(view).said(lang))
    return (Card(text("ringkasan.kartu_iku", lang), red, "bulat", note=told),)


def _actions(ask: Ask, view: View) -> tuple[Card, ...]:
    """How many actions of meetings are past their date on the view's day; no card where no meeting decided any."""
    found = rapat_hitung.late(ask, view)
    if found is None:
        return ()
    lang, (still, late) = view.lang, found
    told = text("ringkasan.kartu_tindak_n", lang, n=still, per=rapat_hari.per(view))
    return (Card(text("ringkasan.kartu_tindak", lang), late, "bulat", note=told),)


def first(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """The five to ask about, each with its reason."""
    lang = view.lang
    items = priorities(units, view)
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"), rule=True)
    heads = (
        Column("opd", text("ringkasan.kolom_opd", lang)),
        Column("status", text("ringkasan.kolom_status", lang), "status"),
        Column("alasan", text("ringkasan.kolom_alasan", lang)),
    )
    rows = [{"opd": item.title, "status": item.status, "alasan": item.reason, "link": item.link} for item in items]
    key = "judul_prioritas" if items else "judul_tanpa_prioritas"
    return compose(
        "ringkasan.prioritas",
        title=text(f"ringkasan.{key}", lang, n=len(items), nama=items[0].title if items else ""),
        chart=Priorities(tuple(items)),
        table=table(rows, heads, link=lambda row: row["link"]),
        provenance=provenance,
        lang=lang,
        question=text("ringkasan.tanya_prioritas", lang),
        notes=(text("ringkasan.catatan_prioritas", lang, aturan=called(ask, view)),),
        tags=("tepra.ringkasan",),
    )


def colours(ask: Ask, view: View, units: Sequence[Unit]) -> Figure:
    """How many OPD stand in each colour, this month and the last."""
    lang = view.lang
    now = Counter(unit.warna for unit in units)
    then = Counter(unit.warna_lalu for unit in units if unit.warna_lalu)
    kept = [name for name in STATUSES if now[name] or then[name]]
    series = [Series(month(view.bulan, lang), tuple(now[name] for name in kept), "actual", "bar")]
    if then:
        values: tuple[Value, ...] = tuple(then[name] for name in kept)
        series.append(Series(month(view.bulan - 1, lang), values, "before", "bar"))
    heads = (
        Column("warna", text("ringkasan.kolom_status", lang), "status"),
        Column("kini", series[0].label, "bulat"),
        *((Column("lalu", series[1].label, "bulat"),) if then else ()),
        Column("opd", text("ringkasan.kolom_daftar", lang)),
    )
    rows = [
        {"warna": name, "kini": now[name], "lalu": then[name],
         "opd": ", ".join(unit.label for unit in units if unit.warna == name)}
        for name in kept
    ]  # fmt: skip
    return compose(
        "ringkasan.warna",
        title=_colour_title(now, then, lang),
        chart=Bars(
            categories=tuple(status_word(name, lang) for name in kept),
            series=tuple(series),
            unit="bulat",
            statuses=tuple(kept),
        ),
        table=table(rows, heads),
        provenance=ask.provenance(view, rule=True),
        lang=lang,
        question=text("ringkasan.tanya_warna", lang),
        width="half",
        tags=("tepra.warna",),
    )


def _colour_title(now: Counter[str], then: Counter[str], lang: Lang) -> str:
    judged_now = sum(n for name, n in now.items() if name != "abu")
    if not judged_now:
        return text("ringkasan.judul_warna_kosong", lang)
    change = now["merah"] - then["merah"]
    key = "naik" if change > 0 else "turun" if change < 0 else "tetap"
    if not then:
        key = "saja"
    return text(f"ringkasan.judul_warna_{key}", lang, n=now["merah"], dinilai=judged_now, beda=abs(change))
