"""The heads who promised: how many of the promises that can be judged were kept, by year, and what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, rapat_hari, tautan
from dashboard.topics.rapat_kata import kunci
from dashboard.view import ALL, View
from pipelines.catalogue import text
from pipelines.measures import exact

SHOWN = 20
MINIMUM = "janji_minimum"
YEARS = 3  # that stand beside each other
_ROWS = (
    "select k.orang_id, k.kode_opd, k.kode_unit, year(k.tanggal_janji) as tahun, k.hasil, k.dihitung, count(*) as n, "
    "any_value(o.nama_gelar) as nama, any_value(o.sebutan) as sebutan "
    "from app.komitmen_orang as k left join app.orang as o on k.orang_id = o.orang_id "
    "where k.tanggal_janji <= ? and (? or list_contains(?, k.kode_opd)) and (? or k.orang_id = ?) "
    "group by k.orang_id, k.kode_opd, k.kode_unit, year(k.tanggal_janji), k.hasil, k.dihitung"
)


@dataclass
class Pemegang:
    """One person at one OPD or unit: kept and judged by year, and what does not count by its reason."""

    orang_id: str
    kode_opd: str
    kode_unit: str | None
    nama: str | None
    ditepati: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    dinilai: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    tidak_dihitung: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def of(self, year: int | None, lang: Lang) -> str | None:
        """ "3 dari 4" of a year, or of all; None where nothing of it can be judged."""
        kept = self.ditepati[year] if year is not None else sum(self.ditepati.values())
        judged = self.dinilai[year] if year is not None else sum(self.dinilai.values())
        return text("rapat_komitmen.dari", lang, k=kept, n=judged) if judged else None


def counted(rows: Sequence[Mapping[str, Any]], lang: Lang) -> list[Pemegang]:
    """The rows put together by person and OPD or unit."""
    found: dict[tuple[str, str, str | None], Pemegang] = {}
    for row in rows:
        key = (row["orang_id"], row["kode_opd"], row["kode_unit"])
        one = found.setdefault(key, Pemegang(*key, kepala.person(row["sebutan"], row["nama"], lang)))
        if row["dihitung"]:
            one.dinilai[row["tahun"]] += row["n"]
            one.ditepati[row["tahun"]] += row["n"] if row["hasil"] == "ditepati" else 0
        else:
            one.tidak_dihitung[row["hasil"]] += row["n"]
    return list(found.values())


def of(ask: Ask, view: View, orang_id: str | None = None) -> list[Pemegang]:
    """Everybody, or one person, of whom promises fell due by the view's day."""
    on, whom = rapat_hari.day(view), rapat_hari.cut(ask, view)
    return counted(ask.run(_ROWS, on, *whom, orang_id is None, orang_id or ""), view.lang)


def by_person(ask: Ask, view: View) -> dict[str, str]:
    """How many promises each official kept of those judged, whichever seat: "3 dari 4", by the internal id."""
    kept: dict[str, int] = defaultdict(int)
    judged: dict[str, int] = defaultdict(int)
    for one in of(ask, replace(view, opd=None, kelompok=ALL)):
        kept[one.orang_id] += sum(one.ditepati.values())
        judged[one.orang_id] += sum(one.dinilai.values())
    return {who: text("rapat_komitmen.dari", view.lang, k=kept[who], n=n) for who, n in judged.items() if n}


def heads(ask: Ask, view: View) -> list[Figure]:
    """Everybody who promised, by OPD; no figure where no promise has fallen due."""
    lang, on = view.lang, rapat_hari.day(view)
    called = rapat_hari.names(ask)
    found = of(ask, view)
    if not found:
        return []
    found.sort(key=lambda one: (rapat_hari.owner(vars(one), called), one.nama or ""))
    years = sorted({year for one in found for year in one.dinilai})[-YEARS:]
    least = rapat_hari.setting(ask, MINIMUM, on)
    columns = (
        Column("opd", text("rapat_komitmen.kolom_opd", lang)),
        Column("pejabat", text("rapat_komitmen.kolom_orang", lang)),
        *(Column(f"th{year}", str(year)) for year in years), Column("semua", text("rapat_komitmen.kolom_semua", lang)),
        Column("persen", text("rapat_komitmen.kolom_persen", lang), "persen"),
        Column("tidak", text("rapat_komitmen.kolom_tidak_dihitung", lang)),
    )  # fmt: skip
    lines = [
        {
            "opd": rapat_hari.owner(vars(one), called), "pejabat": one.nama,
            **{f"th{year}": one.of(year, lang) for year in years}, "semua": one.of(None, lang),
            "persen": share(one, least), "tidak": left_out(one, lang), "link": tautan.pejabat(one.orang_id),
        }
        for one in found
    ]  # fmt: skip
    judged = sum(bool(sum(one.dinilai.values())) for one in found)
    return [
        compose(
            "rapat.pemegang",
            title=text("rapat_komitmen.judul_pemegang", lang, n=len({one.orang_id for one in found}), k=judged),
            chart=None, table=table(lines, columns, link=lambda line: line["link"], shown=SHOWN),
            provenance=rapat_hari.provenance(
                ask, view, "komitmen", money=True, rule=rapat_hari.basis(ask, MINIMUM, on, lang)
            ),
            lang=lang, question=text("rapat_komitmen.tanya_pemegang", lang),
            notes=(text("rapat_komitmen.catatan_pemegang", lang, n=write(least, "bulat", lang)),),
            tags=("rapat.komitmen",),
        )
    ]  # fmt: skip


def share(one: Pemegang, least: Decimal | None) -> Any:
    """The share kept; unknown where fewer promises are judged than a share needs to say anything."""
    judged = sum(one.dinilai.values())
    if not judged or (least is not None and judged < least):
        return None
    return exact(Decimal(100 * sum(one.ditepati.values())) / judged, "persen")


def left_out(one: Pemegang, lang: Lang) -> str | None:
    """What does not count, each kind with how many and why."""
    parts = [
        text("rapat_komitmen.tidak_dihitung", lang, n=n, sebab=text(f"rapat_komitmen.luar_{kunci(why)}", lang))
        for why, n in sorted(one.tidak_dihitung.items())
    ]
    return "; ".join(parts) or None
