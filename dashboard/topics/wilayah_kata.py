"""Words about figures of areas: what an indicator is called, its figure, and the time it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import look
from dashboard.figures.figure import Lang, Unit, Value
from dashboard.words import Words
from pipelines.catalogue import text

_UNITS: dict[str, Unit] = {"%": "persen", "Rp": "rupiah"}
_KINDS = ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ")


def name(row: Mapping[str, Any], lang: Lang) -> str:
    """What an indicator is called; a name that only its system knows is said in words where we have them."""
    written = str(row["indikator"] or row["kode_makro"])
    return Words(lang).maybe(f"wilayah.{written}", written)


def unit(row: Mapping[str, Any]) -> Unit:
    """How the figures of an indicator are written."""
    return _UNITS.get(str(row.get("satuan_baku") or ""), "angka")


def figure(value: Value, lang: Lang) -> str:
    """A figure with as many decimals as it has; its unit is said beside it."""
    return look.write(value, "angka", lang)


def measured(row: Mapping[str, Any], lang: Lang) -> str:
    """An indicator with its unit: "Angka Harapan Hidup (tahun)"."""
    said = str(row["satuan"] or "")
    return f"{name(row, lang)} ({said})" if said and unit(row) == "angka" else name(row, lang)


def period(tahun: int, periode: str, lang: Lang) -> str:
    """The time a figure stands for: a year, or the month of a survey."""
    month = int(periode) if str(periode).isdigit() else 0
    if 1 <= month <= 12:
        return look.month(f"{tahun:04d}-{month:02d}", lang)
    return str(tahun) if not month else text("wilayah.periode_lain", lang, periode=periode, tahun=tahun)


def short(area: str) -> str:
    """The name of an area without its kind, for a map."""
    kind = next((kind for kind in _KINDS if area.startswith(kind)), "")
    return area.removeprefix(kind) or area
