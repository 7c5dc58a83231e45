"""How the money runs: month by month, OPD by OPD, by kind of spending, source of funds, and against the work done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Dot, Figure, Series
from dashboard.figures.grid import grid
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka, kewajiban, pendaratan
from dashboard.topics.kasar import fitted
from dashboard.topics.kurva import curve
from dashboard.topics.papan import Unit, papan
from dashboard.topics.triwulan import quarters
from dashboard.view import View
from pipelines.catalogue import text

MEASURES = ("pagu", "rak_kumulatif", "rak_persen", "realisasi", "sisa", "serapan")
WIDEST = 15  # gaps drawn; the table has all
COARSER = {"jenis": "kelompok_belanja"}
ROWS = 20  # OPD in the heat map: what one projected screen holds; the table has all


def figures(ask: Ask, view: View) -> list[Figure]:
    """The year by month and quarter, where it ends, two cuts of the money, fisik beside keuangan, what is owed."""
    return [figure for part in PARTS.values() for figure in part(ask, view)]


def months(ask: Ask, view: View) -> list[Figure]:
    """The year by month and quarter, and the heat map of OPD by month."""
    return [
        curve(ask, view, "serapan.kurva", monthly=True, tags=("tepra.posisi",)),
        quarters(ask, view),
        heat(ask, view, papan(ask, view)),
    ]


def kinds(ask: Ask, view: View) -> list[Figure]:
    """The money by kind of spending and by source of funds."""
    return [cut(ask, view, "jenis"), cut(ask, view, "sumber_dana")]


def progress(ask: Ask, view: View) -> list[Figure]:
    """Physical beside financial progress, and what is owed."""
    return [physical(ask, view, papan(ask, view)), *kewajiban.figures(ask, view)]


PARTS = {
    "bulan": months,
    "pendaratan": pendaratan.figures,
    "jenis": kinds,
    "fisik": progress,
}  # each shown by itself, so made by itself


def heat(ask: Ask, view: View, units: list[Unit]) -> Figure:
    """Deviasi of every OPD in every month so far, the furthest behind on top."""
    lang = view.lang
    rows = [
        {**row, "bulan": angka.month_of(row)}
        for row in angka.measure(ask, view, ("deviasi",), by=("opd", "bulan"))
        if angka.month_of(row) <= view.bulan
    ]
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu"))
    question = text("serapan.tanya_deviasi", lang)
    if not any(row["deviasi"] is not None for row in rows):
        return missing(
            "serapan.deviasi", title=text("serapan.judul_deviasi_kosong", lang),
            empty=text("serapan.deviasi_kosong", lang), provenance=provenance, question=question,
        )  # fmt: skip
    latest = {row["opd"]: row["deviasi"] for row in rows if row["bulan"] == view.bulan}
    order = sorted(units, key=lambda u: (latest.get(u.kode) is None, latest.get(u.kode) or Decimal(0), u.label))
    shown = order[:ROWS]
    columns = list(enumerate(angka.months(lang, until=view.bulan), 1))
    chart = grid(
        rows, row="opd", column="bulan", value="deviasi", unit="poin",
        order=[(unit.kode, unit.label, unit.link) for unit in shown], columns=columns,
    )  # fmt: skip
    found = {(row["opd"], row["bulan"]): row["deviasi"] for row in rows}
    lines = [
        {"opd": unit.nama, "kode": unit.kode, "link": unit.link}
        | {f"b{n}": found.get((unit.kode, n)) for n, _ in columns}
        for unit in order
    ]
    heads = (
        Column("opd", text("serapan.kolom_opd", lang)),
        *(Column(f"b{n}", label, "poin") for n, label in columns),
        Column("kode", text("serapan.kolom_kode", lang), "kode"),
    )
    far = sum(1 for value in latest.values() if value is not None and value < -10)
    known = sum(1 for value in latest.values() if value is not None)
    return compose(
        "serapan.deviasi",
        title=text("serapan.judul_deviasi", lang, n=far, total=known, bulan=month(view.until, lang)),
        chart=chart,
        table=table(lines, heads, link=lambda line: line["link"]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("serapan.catatan_deviasi", lang),
            text("serapan.catatan_sebagian", lang, n=len(shown), total=len(order)) if len(shown) < len(order) else "",
        ),
        tags=("tepra.lampiran",),
    )


def cut(ask: Ask, view: View, dimension: str) -> Figure:
    """Serapan by one dimension of the money, lowest first, with RAK as a mark where it is known."""
    lang = view.lang
    split = _split(ask, view, dimension)
    if dimension in COARSER and not any(line["kode"] for line in split):
        # Files that stop at 5.1 know the group of spending, not its kind.
        split = _split(ask, view, COARSER[dimension])
    found, coarse = fitted(split, plan=("rak", "target"))
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu"))
    question = text(f"serapan.tanya_{dimension}", lang)
    lines = sorted((line for line in found if line["pagu"]), key=lambda line: (_last(line), line["nama"]))
    known = [line for line in lines if line["serapan"] is not None]
    if not any(line["kode"] for line in known):
        return missing(
            f"serapan.{dimension}", title=text(f"serapan.judul_{dimension}_kosong", lang),
            empty=text(f"serapan.{dimension}_kosong", lang), provenance=provenance, question=question, width="half",
            tags=(f"tepra.{dimension}",),
        )  # fmt: skip
    series = [Series(text("serapan.serapan", lang), tuple(line["serapan"] for line in lines), "actual", "bar")]
    if any(line["target"] is not None for line in lines):
        series.append(
            Series(text("serapan.target_rak", lang), tuple(line["target"] for line in lines), "target", "bar")
        )
    units: dict[str, Any] = {
        "nama": "teks", "pagu": "rupiah", "rak": "rupiah", "realisasi": "rupiah", "sisa": "rupiah",
        "serapan": "persen", "target": "persen", "kode": "kode",
    }  # fmt: skip
    return compose(
        f"serapan.{dimension}",
        title=text(
            f"serapan.judul_{dimension}", lang, nama=known[0]["nama"],
            serapan=write(known[0]["serapan"], "persen", lang),
            sisa=write(known[0]["sisa"], "rupiah", lang, short=True),
        ),
        chart=Bars(tuple(line["nama"] for line in lines), tuple(series), "persen"),
        table=table(lines, [Column(name, text(f"serapan.kolom_{name}", lang), unit) for name, unit in units.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("serapan.catatan_lapor", lang),
            text("serapan.catatan_rak_kasar", lang) if coarse else "",
        ),
        width="half",
        tags=(f"tepra.{dimension}",),
    )  # fmt: skip


def _split(ask: Ask, view: View, dimension: str) -> list[dict[str, Any]]:
    return [_line(row, dimension, view.lang) for row in angka.measure(ask, view, MEASURES, by=(dimension,))]


def _last(line: dict[str, Any]) -> tuple[bool, Decimal]:
    return line["serapan"] is None, line["serapan"] or Decimal(0)


def _line(row: dict[str, Any], dimension: str, lang: Any) -> dict[str, Any]:
    return {
        "nama": row.get(f"{dimension}_nama") or row[dimension] or text("serapan.tanpa_nama", lang),
        "kode": row[dimension],
        "pagu": row.get("pagu"),
        "rak": row.get("rak_kumulatif"),
        "realisasi": row.get("realisasi"),
        "sisa": row.get("sisa"),
        "serapan": row.get("serapan"),
        "target": row.get("rak_persen"),
    }


def physical(ask: Ask, view: View, units: list[Unit]) -> Figure:
    """Fisik beside keuangan, the widest gap on top; who lacks either stands in the table only, and is counted."""
    lang = view.lang
    known = [unit for unit in units if unit.fisik is not None and unit.serapan is not None]
    provenance = ask.provenance(view, sources=("realisasi", "fisik"))
    question = text("serapan.tanya_fisik", lang)
    if not known:
        return missing(
            "serapan.fisik", title=text("serapan.judul_fisik_kosong", lang),
            empty=text("serapan.fisik_kosong", lang), provenance=provenance, question=question, tags=("tepra.fisik",),
        )  # fmt: skip
    known.sort(key=lambda unit: (-(unit.fisik_keuangan or Decimal(0)), unit.label))
    silent = sorted((unit for unit in units if unit not in known), key=lambda unit: unit.label)
    dots = [
        Dot(
            key=unit.kode, label=unit.label, value=unit.fisik, target=unit.serapan,
            note=write(unit.fisik_keuangan, "poin", lang), link=unit.link,
        )
        for unit in known[:WIDEST]
    ]  # fmt: skip
    kinds: dict[str, Any] = {
        "opd": "teks", "fisik": "persen", "serapan": "persen", "gap": "poin", "realisasi": "rupiah", "kode": "kode",
    }  # fmt: skip
    lines = [
        {"opd": unit.nama, "fisik": unit.fisik, "serapan": unit.serapan, "gap": unit.fisik_keuangan,
         "realisasi": unit.realisasi, "kode": unit.kode, "link": unit.link}
        for unit in [*known, *silent]
    ]  # fmt: skip
    far = sum(1 for unit in known if (unit.fisik_keuangan or 0) >= 20)
    top = known[0]
    key = "serapan.judul_fisik" if far else "serapan.judul_fisik_dekat"
    gap = write(top.fisik_keuangan, "poin", lang).lstrip("+")
    return compose(
        "serapan.fisik",
        title=text(key, lang, n=far, nama=top.label, gap=gap),
        chart=ranking(
            dots, unit="persen", value_label=text("serapan.fisik", lang), target_label=text("serapan.serapan", lang),
            order=False,
        ),
        table=table(
            lines,
            [Column(name, text(f"serapan.kolom_{name}", lang), kind) for name, kind in kinds.items()],
            link=lambda line: line["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("serapan.catatan_fisik", lang, n=len(dots), total=len(known), tanpa=len(silent)),),
        tags=("tepra.fisik",),
    )  # fmt: skip
