"""The map of one indicator over the parts of an area: at most five classes, ours outlined; the ranking says it too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from dashboard.figures.choropleth import Ring, quantiles
from dashboard.figures.compose import compose
from dashboard.figures.figure import Area, Choropleth, Column, Figure, Table
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import wilayah_angka
from dashboard.topics.wilayah_angka import Row
from dashboard.topics.wilayah_kata import measured, name, period, short, unit
from dashboard.view import View
from pipelines.catalogue import DATA, text

_CORNERS = (
    "select kode_wilayah, bagian, bujur, lintang from app.batas_wilayah where induk = ? "
    "order by kode_wilayah, bagian, urutan"
)


@cache
def boundaries(induk: str) -> dict[str, tuple[Ring, ...]]:
    """The outer rings of each part of an area by its code; none where no boundaries are shipped."""
    path = DATA / "geo" / f"{induk}.geojson"
    if not (induk.isdigit() and path.is_file()):
        return {}
    return {
        one["properties"]["kode"]: tuple(
            tuple((float(x), float(y)) for x, y in polygon[0]) for polygon in one["geometry"]["coordinates"]
        )
        for one in json.loads(path.read_text(encoding="utf-8"))["features"]
    }


def own_boundaries(ask: Ask, induk: str) -> dict[str, tuple[Ring, ...]]:
    """The same out of the pemda's own file; none where it brought none."""
    found: dict[str, dict[int, list[tuple[float, float]]]] = {}
    for row in ask.run(_CORNERS, induk):
        corner = (float(row["bujur"]), float(row["lintang"]))
        found.setdefault(row["kode_wilayah"], {}).setdefault(row["bagian"], []).append(corner)
    return {code: tuple(tuple(ring) for ring in parts.values()) for code, parts in found.items()}


def figure(ask: Ask, view: View, induk: str, rows: Sequence[Row], *, id: str = "wilayah.peta") -> Figure | None:
    """The map; None where the area has no boundaries or nothing to draw on them."""
    lang = view.lang
    brought = own_boundaries(ask, induk)
    drawn = brought or boundaries(induk)
    known = [row for row in rows if row["nilai"] is not None]
    if not drawn or not any(row["kode_wilayah"] in drawn for row in known):
        return None
    one = known[0]
    steps = quantiles([Decimal(row["nilai"]) for row in known])
    classes = tuple(f"{write(low, unit(one), lang)} – {write(high, unit(one), lang)}" for low, high in steps)
    by_code = {row["kode_wilayah"]: row for row in rows}
    areas = [_area(kode, rings, by_code.get(kode), steps) for kode, rings in drawn.items()]
    missing = [row["wilayah"] for row in rows if row["kode_wilayah"] not in drawn]
    said = {"indikator": name(one, lang), "masa": period(one["tahun"], one["periode"], lang)}
    return compose(
        id,
        title=text("wilayah.judul_peta", lang, **said),
        chart=Choropleth(tuple(areas), unit(one), measured(one, lang), classes),
        table=rows_table(rows, view, steps=steps, classes=classes),
        provenance=wilayah_angka.provenance(ask, view, makro=one["kode_makro"], rows=list(rows)),
        lang=lang,
        question=text("wilayah.tanya_peta", lang),
        notes=(
            text(f"wilayah.catatan_peta{'_sendiri' if brought else ''}", lang),
            text("wilayah.catatan_tanpa_batas", lang, daftar=", ".join(missing)) if missing else "",
        ),
        tags=(id,),
    )


def _area(kode: str, rings: tuple[Ring, ...], row: Row | None, steps: Sequence[tuple[Decimal, Decimal]]) -> Area:
    label = short(str(row["wilayah"])) if row else ""
    value = row["nilai"] if row else None
    return Area(kode, label, rings, value, step=_step(value, steps), ours=bool(row and row["kita"]))


def _step(value: Decimal | None, steps: Sequence[tuple[Decimal, Decimal]]) -> int | None:
    if value is None:
        return None
    return next((n for n, (low, high) in enumerate(steps) if low <= value <= high), None)


def rows_table(
    rows: Sequence[Row], view: View, *, steps: Sequence[tuple[Decimal, Decimal]] = (), classes: Sequence[str] = ()
) -> Table:
    """One row an area: its figure, target, attainment and rank, and its class where it is drawn on a map."""
    lang = view.lang
    heads = [
        Column("wilayah", text("wilayah.kolom_wilayah", lang)),
        Column("nilai", text("wilayah.kolom_angka", lang), "angka"),
        *([Column("kelas", text("wilayah.kolom_kelas", lang))] if classes else []),
        Column("target_rkpd", text("wilayah.target_rkpd", lang), "angka"),
        Column("capaian", text("wilayah.kolom_capaian", lang), "persen"),
        Column("warna", text("wilayah.kolom_warna", lang), "status"),
        Column("peringkat", text("wilayah.kolom_peringkat", lang), "bulat"),
        Column("tahun_lalu", text("wilayah.kolom_tahun_lalu", lang), "angka"),
        Column("versi", text("wilayah.kolom_rilis", lang), "tanggal"),
        Column("kode_wilayah", text("wilayah.kolom_kode", lang), "kode"),
    ]
    lines = []
    for row in rows:
        step = _step(row["nilai"], steps)
        lines.append({**row, "kelas": classes[step] if step is not None else None})
    return table(lines, heads)
