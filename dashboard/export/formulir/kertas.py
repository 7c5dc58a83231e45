"""Forms on paper: PDF/A and PDF/UA, A3 or F4 on its side, drawn by typst from the same cells as the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dashboard.export.brand import Brand
from dashboard.export.formulir.bentuk import Formulir, Ringkas, Sel
from dashboard.export.formulir.kop import heading
from dashboard.export.typeset import typeset
from dashboard.export.wording import dated, told
from dashboard.figures.figure import Lang
from dashboard.look import LIGHT, write
from pipelines.catalogue import text

_MILLIMETRES = {"A3": (420, 297), "F4": (330, 215)}
_LONG = 15  # letters of a sum that its column holds; a longer one is set smaller


def paper(forms: Sequence[Formulir], *, brand: Brand, lang: Lang, made_at: datetime | None = None) -> bytes:
    """The forms as one PDF, each on pages of its own; words and numbers go in as data, never as markup."""
    first = forms[0] if forms else None
    title = first.judul if first else text("formulir.belum_ada_formulir", lang)
    given = {
        "lang": lang,
        "title": title,
        "unit": brand.unit,
        "nama": brand.nama,
        "keterangan": brand.remark(lang),
        "perhatian": text("ekspor.peringatan", lang),
        "catatan": text("formulir.catatan", lang),
        "nip": text("formulir.nip", lang),
        "tempat": text("formulir.tempat", lang, kota=brand.kota),
        "muted": LIGHT.muted,
        "forms": [_form(one, lang) for one in forms],
    }
    return typeset("formulir.typ", given, made_at=made_at)


def _form(form: Formulir, lang: Lang) -> dict[str, Any]:
    wide, high = _MILLIMETRES[form.kertas]
    head = [
        {"words": cell.isi, "across": cell.luas, "down": cell.tinggi, "number": cell.nomor, "row": cell.baris}
        for cell in heading(form.kolom)
    ]
    centred = [one.tengah for one in form.kolom for _ in one.lebar]
    return {
        "wide": wide,
        "high": high,
        "small": form.kertas == "A3",
        "number": form.nomor,
        "title": form.judul.upper(),
        "lines": list(form.kepala),
        "mark": form.terbatas,
        "widths": list(form.lebar),
        "name": form.nama,
        "centred": centred,
        "head": head,
        "rows": [{"kind": row.jenis, "cells": [_cell(cell, lang) for cell in row.sel]} for row in form.baris],
        "sums": [_sum(form, one, lang) for one in form.ringkas],
        "told": [{"title": one.judul, "lines": list(one.isi)} for one in form.uraian],
        "notes": list(form.catatan),
        "warnings": list(form.asal.warnings),
        "foot": " · ".join(told(form.asal, lang)),
        "dated": dated(form.asal, lang),
        "signed": [{"title": one.judul, "post": one.jabatan, "name": one.nama} for one in form.tanda],
    }  # fmt: skip


def _sum(form: Formulir, line: Ringkas, lang: Lang) -> dict[str, Any]:
    cells = dict(line.sel)
    covered = {column + more for column in cells for more in range(1, line.luas)}
    rest = [column for column in range(form.judul_sampai, len(form.lebar)) if column not in covered]
    wide = [line.luas if column in cells else 1 for column in rest]
    said = [_cell(cells.get(column, Sel()), lang) for column in rest]
    drawn = [{**cell, "across": luas} for cell, luas in zip(said, wide, strict=True)]
    return {"words": line.judul, "across": form.judul_sampai, "cells": drawn}


def _cell(cell: Sel, lang: Lang) -> dict[str, Any]:
    """A cell in words; what is blank stays blank, and money and percent need no sign under their heading."""
    if cell.isi is None or cell.isi == "":
        return {"words": "", "right": True, "long": False}
    if cell.satuan == "teks" or cell.satuan == "tertulis":
        return {"words": str(cell.isi), "right": cell.satuan == "tertulis", "long": False}
    said = write(cell.isi, cell.satuan, lang).replace("Rp", "").removesuffix(" %")
    return {"words": said, "right": True, "long": len(said) > _LONG}
