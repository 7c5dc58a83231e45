"""The rules that put an OPD on the short list, each with its reason in words and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from dashboard.figures.figure import Item, Lang
from dashboard.look import month, write
from dashboard.topics import kepala
from dashboard.topics.papan import Unit
from dashboard.view import View
from pipelines.catalogue import text

MOST = 5
NEAR = Decimal("0.95")  # realisasi this near the ceiling that was cut
AHEAD = Decimal(20)  # points by which fisik runs before keuangan

Reason = tuple[Decimal, str]  # how grave, within its rule; and the sentence


def priorities(units: Sequence[Unit], view: View, *, most: int = MOST) -> list[Item]:
    """At most so many OPD: the gravest of each rule first, then those furthest behind their target."""
    found = [_by(rule, units, view) for rule in RULES]
    chosen: dict[str, Unit] = {}
    for ranked in found:
        fresh = next((unit for unit in ranked if unit.kode not in chosen), None)
        if fresh:
            chosen[fresh.kode] = fresh
    rest = [unit for ranked in found for unit in ranked if unit.kode not in chosen]
    for unit in rest:
        chosen.setdefault(unit.kode, unit)
    return [_item(unit, view) for unit in list(chosen.values())[:most]]


def reasons(unit: Unit, view: View) -> list[str]:
    """Every reason to ask about an OPD, gravest rule first."""
    return [said[1] for rule in RULES if (said := rule(unit, view))]


def besides(unit: Unit, view: View) -> list[str]:
    """The reasons that an OPD's own cards do not say already."""
    return [said[1] for rule in RULES if rule is not behind and (said := rule(unit, view))]


def _by(rule: Callable[[Unit, View], Reason | None], units: Sequence[Unit], view: View) -> list[Unit]:
    hit = [(said[0], unit) for unit in units if (said := rule(unit, view))]
    return [unit for _, unit in sorted(hit, key=lambda pair: (-pair[0], pair[1].label))]


def _item(unit: Unit, view: View) -> Item:
    return Item(unit.nama, "; ".join((*reasons(unit, view), *_headed(unit, view))), unit.warna, unit.link)


def _headed(unit: Unit, view: View) -> list[str]:
    """Whom to ask: who heads it, how and for how long."""
    if unit.kepala is None:
        return []
    lama = kepala.days(unit.kepala, view.lang)
    return [_say("kepala", view.lang, kepala=kepala.said(unit.kepala, view.lang), lama=lama)]


def _say(key: str, lang: Lang, **values: object) -> str:
    return text(f"ringkasan.alasan_{key}", lang, **values)


def behind(unit: Unit, view: View) -> Reason | None:
    """Judged red and short of its target."""
    if unit.warna != "merah" or unit.serapan is None:
        return None
    lang, points = view.lang, unit.deviasi
    sisa = write(unit.sisa, "rupiah", lang, short=True)
    serapan = write(unit.serapan, "persen", lang)
    if points is None or points >= 0:
        return Decimal(0), _say("merah", lang, serapan=serapan, sisa=sisa)
    said = _say(
        "tertinggal", lang, serapan=serapan, target=write(unit.target, "persen", lang),
        poin=write(-points, "poin", lang).lstrip("+"), sisa=sisa,
    )  # fmt: skip
    return -points, said


def unreported(unit: Unit, view: View) -> Reason | None:
    """The realisasi of the month is not known."""
    if unit.dilaporkan:
        return None
    bulan = month(view.until, view.lang)
    if unit.posisi is None or not unit.posisi.startswith(str(view.tahun)):
        return Decimal(12), _say("belum_pernah", view.lang, tahun=view.tahun)
    gap = view.bulan - int(unit.posisi[5:])
    return Decimal(gap), _say("belum_lapor", view.lang, bulan=bulan, posisi=month(unit.posisi, view.lang))


def cut(unit: Unit, view: View) -> Reason | None:
    """The ceiling was lowered and realisasi stands at or over it."""
    if unit.pagu is None or unit.pagu_murni is None or unit.realisasi is None or unit.pagu >= unit.pagu_murni:
        return None
    if unit.realisasi < unit.pagu * NEAR:
        return None
    lang = view.lang
    over = unit.realisasi - unit.pagu
    said = _say(
        "pagu_lewat" if over > 0 else "pagu_turun", lang,
        murni=write(unit.pagu_murni, "rupiah", lang, short=True), pagu=write(unit.pagu, "rupiah", lang, short=True),
        realisasi=write(unit.realisasi, "rupiah", lang, short=True),
    )  # fmt: skip
    return over, said


def passed(unit: Unit, view: View) -> Reason | None:
    """One of its sub kegiatan has spent more than its ceiling in force, though the OPD as a whole has not."""
    if unit.lewat is None or (unit.sisa is not None and unit.sisa < 0):
        return None
    return unit.lewat, _say(
        "lewat", view.lang, nama=unit.lewat_nama, rupiah=write(unit.lewat, "rupiah", view.lang, short=True)
    )


def physical(unit: Unit, view: View) -> Reason | None:
    """Fisik runs far before keuangan: work is done that has not been paid."""
    if unit.fisik_keuangan is None or unit.fisik_keuangan < AHEAD:
        return None
    lang = view.lang
    said = _say(
        "fisik", lang, fisik=write(unit.fisik, "persen", lang), serapan=write(unit.serapan, "persen", lang),
        poin=write(unit.fisik_keuangan, "poin", lang).lstrip("+"),
    )  # fmt: skip
    return unit.fisik_keuangan, said


def mismatch(unit: Unit, view: View) -> Reason | None:
    """A control total of its file differs from the sum of its rows."""
    return (Decimal(1), _say("selisih", view.lang)) if unit.selisih_kontrol else None


RULES: tuple[Callable[[Unit, View], Reason | None], ...] = (behind, unreported, cut, passed, physical, mismatch)
