"""How the cells of a form look: thin lines around everything, numbers by their unit, programs in bold."""

from __future__ import annotations

from itertools import product
from typing import Any

from dashboard.export.brand import Brand
from dashboard.look import LIGHT

# [$-421] is Bahasa Indonesia: dots between thousands and a comma before decimals, where the program can do so.
_FORMATS = {
    "rupiah": "[$-421]#,##0", "persen": "[$-421]#,##0.00", "angka 0": "[$-421]#,##0", "angka 1": "[$-421]#,##0.0",
    "angka 2": "[$-421]#,##0.00", "angka 3": "[$-421]#,##0.000", "angka 4": "[$-421]#,##0.0000", "teks": "@",
    "tertulis": "@",
}  # fmt: skip


def styles(made: Any, brand: Brand) -> dict[str, Any]:
    """The formats of a workbook of forms by name; a cell's is `unit|tebal|opd|tengah`, blank where it is not."""
    base = {"font_name": brand.fonta, "font_size": 8, "valign": "top"}
    boxed = {**base, "border": 1, "border_color": "#5F6B67"}
    warn = LIGHT.status["oranye"]
    found: dict[str, dict[str, Any]] = {
        "judul": {**base, "bold": True, "font_size": 13, "align": "center", "valign": "vcenter"},
        "kepala": {**base, "font_size": 9, "align": "center"},
        "nomor": {**base, "bold": True, "font_size": 9, "align": "right"},
        "terbatas": {**base, "bold": True, "align": "right", "font_color": "#B3261E"},
        "kop": {
            **boxed,
            "bold": True,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "bg_color": "#E8EFEC",
        },
        "nomor kolom": {**boxed, "align": "center", "italic": True, "font_size": 7, "bg_color": "#F4F7F6"},
        "kaki": {**boxed, "bold": True, "valign": "vcenter", "align": "left", "indent": 1},
        "kaki tengah": {**boxed, "bold": True, "align": "center", "valign": "vcenter"},
        "uraian": {**boxed, "text_wrap": True, "align": "left", "indent": 1},
        "tanda": {**base, "align": "center"},
        "tanda nama": {**base, "align": "center", "bold": True},
        "catatan": {**base, "font_color": LIGHT.muted, "text_wrap": True},
        "catatan judul": {**base, "bold": True},
        "awas": {**base, "bold": True, "font_color": warn.ink, "bg_color": warn.soft, "text_wrap": True},
    }
    for (unit, code), bold, shade, middle in product(_FORMATS.items(), ("", "tebal"), ("", "opd"), ("", "tengah")):
        look = {**boxed, "num_format": code, "bold": bool(bold), "text_wrap": unit in ("teks", "tertulis")}
        if shade:
            look["bg_color"] = "#DDE9E4"
        if middle:
            look["align"] = "center"
        elif unit == "tertulis":
            look["align"] = "right"
        elif unit == "teks":
            look |= {"align": "left", "indent": 1}  # words do not touch the number before them
        found[f"{unit}|{bold}|{shade}|{middle}"] = look
    return {name: made.add_format(look) for name, look in found.items()}
