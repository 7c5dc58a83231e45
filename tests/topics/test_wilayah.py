"""The region among others: what is said without a direction, ours marked, the map beside the ranking and small."""

from __future__ import annotations

from decimal import Decimal
from itertools import count, pairwise

import pytest

from dashboard.access import Scope
from dashboard.export.paging import as_list, pieces
from dashboard.figures.choropleth import quantiles
from dashboard.figures.figure import Choropleth, Figure, Lang, Ranking, Trend
from dashboard.figures.plotly import spec
from dashboard.query import Ask
from dashboard.topics import wilayah, wilayah_peta
from dashboard.view import View
from pipelines.wilayah import areas
from tests.models.test_wilayah import angka, arah
from tests.models.world import Row, World

JATIM = [one["kode_bps"] for one in areas() if one["kode_bps"].startswith("35") and not one["kode_bps"].endswith("00")]
LANGS: tuple[Lang, ...] = ("id", "en")
_BUILDS = count()


def told(*, pemda: str | None = "3501", **more: list[Row]) -> World:
    """Every area of one province in two years, ours among them; one says nothing."""
    rows = [angka(kode, f"{n / 4 + 1:.2f}", tahun=2024) for n, kode in enumerate(JATIM)]
    rows += [angka(kode, f"{n / 5 + 1:.2f}", target_rkpd="4") for n, kode in enumerate(JATIM[:-1])]
    rows += [angka(JATIM[-1], None, nasional="4.9")]
    rows += [
        angka(kode, value, tahun=year) for kode, value in (("1000", "4.9"), ("3500", "4.2")) for year in (2024, 2025)
    ]
    own = [{"kode_wilayah": pemda}] if pemda else []
    return World({"indikator_wilayah": rows, "pemda": own, **more})


def figures(world: World, *, lang: Lang = "id") -> dict[str, Figure]:
    ask = Ask(f"uji-wilayah-{next(_BUILDS)}", world, Scope(), lang)
    return {figure.id: figure for figure in wilayah.figures(ask, View(2026, 4, lang=lang))}


@pytest.fixture(scope="module")
def known() -> World:
    return told(padanan=[arah("6", "turun")])


@pytest.fixture(scope="module")
def unsaid() -> World:
    return told()


def test_without_a_direction_nothing_is_judged_and_the_page_says_where_to_confirm(unsaid: World) -> None:
    found = figures(unsaid)
    for id in ("wilayah.ringkas", "wilayah.peringkat", "wilayah.tren"):
        assert any("Padanan" in note for note in found[id].notes), id
    chart = found["wilayah.peringkat"].chart
    assert isinstance(chart, Ranking)
    assert {dot.status for dot in chart.dots} == {None} and {dot.target for dot in chart.dots} == {None}
    row = dict(
        zip([c.id for c in found["wilayah.ringkas"].table.columns], found["wilayah.ringkas"].table.rows[0], strict=True)
    )
    assert (row["arah"], row["capaian"], row["peringkat"], row["warna"]) == ("arah belum dipastikan", None, None, None)


def test_with_a_direction_the_worst_stands_on_top_and_ours_is_marked(known: World) -> None:
    figure = figures(known)["wilayah.peringkat"]
    chart = figure.chart
    assert isinstance(chart, Ranking)
    values = [dot.value for dot in chart.dots if dot.value is not None]
    assert values == sorted(values, reverse=True)  # less is better: the largest is the worst
    assert [dot.label for dot in chart.dots if dot.label.startswith("▸")] == ["▸ Kabupaten Pacitan"]
    assert "peringkat 1 dari 37" in figure.title and any("37 dari 38" in note for note in figure.notes)
    assert {dot.status for dot in chart.dots} >= {"merah", "hijau"} or len({d.status for d in chart.dots}) > 1


def test_the_trend_holds_ours_against_province_nation_and_target(known: World) -> None:
    chart = figures(known)["wilayah.tren"].chart
    assert isinstance(chart, Trend) and chart.x == ("2024", "2025")
    assert [(s.label, s.values[-1]) for s in chart.series] == [
        ("Kabupaten Pacitan", Decimal(1)), ("Provinsi", Decimal("4.2")), ("Nasional", Decimal("4.9")),
        ("Target RKPD", Decimal(4)),
    ]  # fmt: skip


def test_the_map_stands_beside_the_ranking_and_says_no_more(known: World) -> None:
    found = figures(known)
    chart = found["wilayah.peta"].chart
    assert isinstance(chart, Choropleth) and len(chart.classes) == 5
    assert [area.label for area in chart.areas if area.ours] == ["Pacitan"]
    assert list(found).index("wilayah.peringkat") < list(found).index("wilayah.peta")
    # Kota Mojokerto has no boundary in the source: it is named, and stands in the table
    assert any("Kota Mojokerto" in note for note in found["wilayah.peta"].notes)
    assert len(found["wilayah.peta"].table.rows) == 38


def test_paper_takes_the_maps_table(known: World) -> None:
    found = pieces(as_list(figures(known)["wilayah.peta"]), "id")
    assert len(found) > 1 and all(figure.chart is None for figure in found)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_drawn_map_is_small_and_fetches_nothing(known: World, lang: Lang, theme: str) -> None:
    drawn = spec(figures(known, lang=lang)["wilayah.peta"], theme=theme, lang=lang)
    assert drawn is not None
    assert {trace["type"] for trace in drawn["data"]} == {"scatter"}
    assert sum(len(trace["x"]) for trace in drawn["data"]) <= 2_000
    assert "geo" not in drawn["layout"]


@pytest.mark.parametrize("path", sorted(wilayah_peta.DATA.glob("geo/*.geojson")), ids=lambda p: p.stem)
def test_every_shipped_map_is_within_what_a_page_may_draw(path: object) -> None:
    stem = str(path).rpartition("/")[2].removesuffix(".geojson")
    drawn = wilayah_peta.boundaries(stem)
    codes = {one["kode_bps"] for one in areas()}
    assert drawn and set(drawn) <= codes
    assert sum(len(ring) + 1 for rings in drawn.values() for ring in rings) <= 1_600


def test_a_pemda_whose_code_is_unknown_sees_the_nation_and_what_to_fill() -> None:
    found = figures(told(pemda=None))
    assert any("kode_bps" in note for note in found["wilayah.ringkas"].notes)


def test_a_province_looks_at_its_parts_and_else_at_the_provinces_beside_it() -> None:
    parts = figures(told(pemda="3500", padanan=[arah("6", "turun")]))
    assert len(parts["wilayah.peringkat"].table.rows) == 38 and "wilayah.peta" in parts
    rows = [angka("3500", "4.2"), angka("3300", "5.1"), angka("1000", "4.9")]
    alone = figures(
        World({"indikator_wilayah": rows, "pemda": [{"kode_wilayah": "3500"}], "padanan": [arah("6", "turun")]})
    )
    assert "Jawa Timur peringkat 1 dari 2" in alone["wilayah.peringkat"].title
    chart = alone["wilayah.peta"].chart
    assert isinstance(chart, Choropleth) and [area.label for area in chart.areas if area.ours] == ["Jawa Timur"]


def test_sub_districts_have_a_ranking_and_no_map() -> None:
    world = told(padanan=[arah("6", "turun")])
    rows = [angka("3501010", "2"), angka("3501020", "3")]
    own = World({"indikator_wilayah": [*rows, angka("3501", "2.5")], "pemda": [{"kode_wilayah": "3501"}]})
    figure = figures(own)["wilayah.kecamatan"]
    assert any("Unggah GeoJSON" in note for note in figure.notes)
    assert "wilayah.kecamatan" not in figures(world)


def test_a_pemdas_own_boundaries_draw_its_sub_districts() -> None:
    rows = [angka("35.01.01", "2"), angka("35.01.02", "3"), angka("3501", "2.5")]
    square = [(111.0, -8.2), (111.1, -8.2), (111.1, -8.1), (111.0, -8.2)]
    corners = [
        {"kode_wilayah": f"35.01.0{n}", "bagian": 1, "urutan": at, "bujur": x + n / 10, "lintang": y, "impor": 2}
        for n in (1, 2) for at, (x, y) in enumerate(square, 1)
    ]  # fmt: skip
    world = World({"indikator_wilayah": rows, "pemda": [{"kode_wilayah": "3501"}], "batas_wilayah": corners})
    found = figures(world)
    chart = found["wilayah.peta_kecamatan"].chart
    assert isinstance(chart, Choropleth) and [area.key for area in chart.areas] == ["350101", "350102"]
    assert not any("Unggah" in note for note in found["wilayah.kecamatan"].notes)
    assert any("berkas pemda" in note for note in found["wilayah.peta_kecamatan"].notes)


def test_without_any_figure_the_page_says_what_to_bring() -> None:
    found = figures(World({}))
    assert found["wilayah.ringkas"].empty and list(found) == ["wilayah.ringkas"]


def test_classes_hold_equal_values_together() -> None:
    said = [Decimal(n) for n in (1, 1, 1, 2, 3, 4, 5, 6, 7, 8)]
    found = quantiles(said)
    assert len(found) <= 5 and found[0][0] == 1 and found[-1][1] == 8
    assert all(a[1] < b[0] for a, b in pairwise(found))
    assert quantiles([Decimal(3)] * 4) == [(Decimal(3), Decimal(3))]
