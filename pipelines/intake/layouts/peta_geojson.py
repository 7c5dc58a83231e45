"""A pemda's own boundaries as GeoJSON: areas with a code each, made light enough for a page; kept like any file."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from pipelines.intake.delimited import decode
from pipelines.intake.grid import Book, Sheet
from pipelines.intake.out import Out
from pipelines.intake.report import Answers
from pipelines.intake.simplify import Point, simplified

NAME = "peta-geojson"
CONTRACT = "batas_wilayah"
POINTS = 1_500  # that a page draws, together

_LEVELS = r"\d{2}(?:\.?\d{2}(?:\.?\d{2,3}(?:\.?\d{3,4})?)?)?"
_CODE = re.compile(_LEVELS)
# Spelt without case and marks. Not BIG's own (KDCPUM, KDPKAB): a layer that was dissolved keeps one of each at random.
_CODED = ("kode", "kodewilayah", "kodebps")
_NAMED = ("nama", "namawilayah", "wadmkc", "wadmkk", "wadmpr", "name")
_EAST, _NORTH = (94.0, 142.0), (-12.0, 7.0)


def score_sheet(sheet: Sheet) -> float:
    """How surely a file is a collection of areas: it opens like one."""
    head = "".join(str(cell) for row in sheet.top[:20] for cell in row[:200])[:5_000].replace(" ", "")
    return 0.95 if head.lstrip("﻿").startswith("{") and "FeatureCollection" in head else 0.0


def read(book: Book, answers: Answers, out: Out) -> None:
    """Rows of `batas_wilayah`, one a corner; refused where areas have no code of their own or are elsewhere."""
    try:
        found = json.loads(decode(book.path.read_bytes()))
        features = [one for one in found["features"] if one.get("geometry")]
    except (ValueError, KeyError, TypeError, AttributeError):
        out.refuse("PETA_RUSAK")
        return
    code = _property(features, _CODED)
    if code is None or any(not _CODE.fullmatch(_said(one, code)) for one in features):
        out.refuse("PETA_TANPA_KODE")
        return
    shapes: dict[str, list[list[Point]]] = {}
    names: dict[str, str] = {}
    name = _property(features, _NAMED)
    for n, one in enumerate(features, 1):
        rings = _rings(one["geometry"])
        if not rings:
            out.problem("PETA_BUKAN_BIDANG", "error", row=n, read=_said(one, code))
            out.count(rejected=1)
            continue
        out.count(accepted=1)
        shapes.setdefault(_said(one, code), []).extend(rings)
        names[_said(one, code)] = _said(one, name) if name else ""
    if any(not _inside(point) for rings in shapes.values() for ring in rings for point in ring):
        out.refuse("PETA_LUAR_INDONESIA")
        return
    for area, rings in simplified(shapes, POINTS).items() if shapes else ():
        for part, ring in enumerate(rings, 1):
            for place, (east, north) in enumerate(ring, 1):
                out.row(CONTRACT, kode_wilayah=area, nama=names[area] or None, bagian=part, urutan=place,
                        bujur=_exact(east), lintang=_exact(north), lembar="peta", baris=place)  # fmt: skip


def _property(features: list[dict[str, Any]], wanted: tuple[str, ...]) -> str | None:
    """The first of the properties wanted that every area has."""
    for spelt in wanted:
        for key in features[0].get("properties") or {} if features else ():
            if re.sub(r"[^a-z]", "", str(key).lower()) == spelt and all(_said(one, key) for one in features):
                return str(key)
    return None


def _said(one: dict[str, Any], key: str) -> str:
    value = (one.get("properties") or {}).get(key)
    return "" if value is None else str(value).strip().removesuffix(".0")


def _rings(geometry: dict[str, Any]) -> list[list[Point]]:
    """The outer rings of a surface; none of anything else, or of what is no list of places."""
    places: Any = geometry.get("coordinates")
    polygons = {"Polygon": [places], "MultiPolygon": places}.get(str(geometry.get("type")))
    try:
        rings = [[(round(float(p[0]), 5), round(float(p[1]), 5)) for p in polygon[0]] for polygon in polygons or ()]
    except (TypeError, ValueError, IndexError):
        return []
    return [ring for ring in rings if len(ring) > 3 and ring[0] == ring[-1]]


def _inside(point: Point) -> bool:
    return _EAST[0] <= point[0] <= _EAST[1] and _NORTH[0] <= point[1] <= _NORTH[1]


def _exact(degrees: float) -> Decimal:
    return Decimal(str(round(degrees, 4))).quantize(Decimal("0.0001"))
