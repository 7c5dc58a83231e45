"""An OPD of the board as a dot on the scale of serapan and as a row of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard.figures.figure import Column, Dot
from dashboard.look import month, write
from dashboard.topics import kepala
from dashboard.topics.papan import Unit
from dashboard.topics.prioritas import reasons
from dashboard.view import View
from pipelines.catalogue import text


def dot(unit: Unit, view: View, *, note: str | None = None) -> Dot:
    """An OPD on the scale of serapan, with its target and last year."""
    if unit.serapan is None and unit.posisi:
        note = text("peringkat.terakhir", view.lang, bulan=month(unit.posisi, view.lang, short=True))
    return Dot(
        key=unit.kode,
        label=unit.label,
        value=unit.serapan,
        target=unit.target,
        before=unit.serapan_lalu,
        status=unit.warna if unit.serapan is not None else "abu",
        note=note,
        link=unit.link,
    )


def sisa(unit: Unit, view: View) -> str:
    """What is left of the ceiling, in a few words."""
    return text("peringkat.sisa", view.lang, sisa=write(unit.sisa, "rupiah", view.lang, short=True))


def labels(view: View) -> dict[str, Any]:
    """What the marks of the scale are called."""
    return {
        "value_label": text("peringkat.serapan", view.lang),
        "target_label": text("peringkat.target", view.lang),
        "before_label": text("peringkat.tahun_lalu", view.lang, tahun=view.tahun - 1),
    }


def heads(view: View, *names: str) -> list[Column]:
    """The columns of those names, in that order."""
    units: dict[str, Any] = {
        "opd": "teks", "warna": "status", "serapan": "persen", "target": "persen", "deviasi": "poin", "lalu": "persen",
        "pagu": "rupiah", "realisasi": "rupiah", "sisa": "rupiah", "peringkat": "bulat", "naik": "bulat",
        "kurang": "rupiah", "fisik": "persen", "alasan": "teks", "posisi": "bulan", "kode": "kode", "sumber": "teks",
        "bagian": "persen", "berikut": "status", "kepala": "teks", "hari": "hari", "janji": "teks", "kendala": "teks",
    }  # fmt: skip
    return [
        Column(name, text(f"peringkat.kolom_{name}", view.lang, tahun=view.tahun - 1), units[name]) for name in names
    ]


def headed(units: Iterable[Unit]) -> tuple[str, ...]:
    """The columns of heads; none where no head of these OPD is recorded."""
    return ("kepala", "hari") if any(unit.kepala for unit in units) else ()


def row(unit: Unit, view: View) -> dict[str, Any]:
    """An OPD as a row of any table of this page."""
    source = text(f"peringkat.sumber_{unit.sumber_target or 'tidak_ada'}", view.lang)
    return {
        "kode": unit.kode, "opd": unit.nama, "warna": unit.warna, "serapan": unit.serapan, "target": unit.target,
        "deviasi": unit.deviasi, "lalu": unit.serapan_lalu, "pagu": unit.pagu, "realisasi": unit.realisasi,
        "sisa": unit.sisa, "peringkat": unit.peringkat, "naik": unit.naik, "kurang": unit.kurang,
        "berikut": unit.warna_berikut, "fisik": unit.fisik, "posisi": unit.posisi, "sumber": source,
        "alasan": "; ".join(reasons(unit, view)) or None, "link": unit.link,
        "kepala": kepala.said(unit.kepala, view.lang) if unit.kepala else None,
        "hari": unit.kepala.hari if unit.kepala else None,
    }  # fmt: skip
