"""A pemda's own boundaries: taken in like any file, made light, refused with the reason a person would give."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.intake.report import Reading
from pipelines.intake.simplify import Point, simplified
from tests.intake import twins
from tests.real import REAL, needs_real


def square(west: float, south: float = -8.0, size: float = 0.1, corners: int = 4) -> list[list[float]]:
    """A closed square with so many places on each side."""
    side = [i * size / corners for i in range(corners)]
    ring = [[west + d, south] for d in side] + [[west + size, south + d] for d in side]
    ring += [[west + size - d, south + size] for d in side] + [[west, south + size - d] for d in side]
    return [*ring, ring[0]]


def area(kode: object, ring: list[list[float]], **more: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"Kode": kode, "Nama": f"Kec {kode}"}, "geometry": geometry, **more}


def read(folder: Path, *features: dict[str, Any], indent: int | None = None) -> Reading:
    path = folder / "peta.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}, indent=indent), "utf-8")
    return twins.reading(path, folder)


@pytest.mark.parametrize("indent", [None, 1])
def test_areas_are_kept_with_their_code_and_name(tmp_path: Path, indent: int | None) -> None:
    reading = read(tmp_path, area("35.01.01", square(111.0)), area("35.01.02", square(111.1)), indent=indent)
    assert (reading.format, reading.status, reading.rows.accepted) == ("peta-geojson", "accepted", 2)
    rows = pq.read_table(reading.tables["batas_wilayah"]).to_pylist()
    assert {(row["kode_wilayah"], row["nama"]) for row in rows} == {
        ("35.01.01", "Kec 35.01.01"),
        ("35.01.02", "Kec 35.01.02"),
    }


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        (area(None, square(111.0)), "PETA_TANPA_KODE"),
        (area("Pacitan", square(111.0)), "PETA_TANPA_KODE"),
        (area("350101", square(511_000.0, 9_100_000.0, 900.0)), "PETA_LUAR_INDONESIA"),
        (area("350101", [[111.0, -8.0], [111.1, -8.0]]), "PETA_BUKAN_BIDANG"),
        ({"type": "Feature", "properties": {"kode": "350101"}, "geometry": {"type": "Polygon"}}, "PETA_BUKAN_BIDANG"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_with_its_reason(tmp_path: Path, feature: dict[str, Any], code: str) -> None:
    reading = read(tmp_path, feature)
    assert reading.status == "refused" and code in {p.code for p in reading.problems}


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "peta.geojson"
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": [area("350101", square(111.0))]})[:-40], "utf-8"
    )
    reading = twins.reading(path, tmp_path)
    assert reading.status == "refused" and {p.code for p in reading.problems} == {"PETA_RUSAK"}


def test_neighbours_share_what_is_left_of_their_border() -> None:
    border = [(111.1, -8.0 + 0.1 * i / 50 + 0.0) for i in range(51)]
    border = [(x + 0.01 * math.sin(i), y) for i, (x, y) in enumerate(border)]
    west: list[Point] = [(111.0, -8.0), *border, (111.0, -7.9), (111.0, -8.0)]
    east: list[Point] = [(111.2, -8.0), (111.2, -7.9), *border[::-1], (111.2, -8.0)]
    drawn = simplified({"a": [west], "b": [east]}, 30)
    assert sum(len(ring) + 1 for rings in drawn.values() for ring in rings) <= 30
    shared = set(drawn["a"][0]) & set(drawn["b"][0])
    assert shared == {p for ring in (drawn["a"][0], drawn["b"][0]) for p in ring if 111.05 < p[0] < 111.15}
    assert all(ring[0] == ring[-1] for rings in drawn.values() for ring in rings)


@needs_real
def test_a_dissolved_layer_without_codes_of_its_own_is_refused(tmp_path: Path) -> None:
    assert REAL is not None
    reading = twins.reading(REAL / "geo" / "kabupaten_38prov.geojson", tmp_path)
    assert (reading.format, reading.status) == ("peta-geojson", "refused")
    assert "PETA_TANPA_KODE" in {p.code for p in reading.problems}
