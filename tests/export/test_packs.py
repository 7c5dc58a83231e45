"""The packs of the small pemda: what a TEPRA meeting gets, in both languages, the same on slide, sheet and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from dashboard.export import packs
from dashboard.export.briefs import brief
from dashboard.export.deck import Cover, Slide
from dashboard.look import month
from dashboard.query import Ask, Reads
from dashboard.view import View
from pipelines.catalogue import text
from tests.export import opened
from tests.export.test_book import sheets
from tests.export.world import BRAND

RUN = "{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"


def test_the_pack_of_a_tepra_meeting_has_its_sections_in_order(ask: Ask, view: View) -> None:
    pack = packs.pack("tepra", ask, view)
    assert isinstance(pack.slides[0], Cover)
    ids = [figure.id for slide in pack.slides if isinstance(slide, Slide) for figure in slide.figures]
    wanted = (
        "ringkasan.kartu", "serapan.kurva", "ringkasan.warna", "peringkat.terendah", "peringkat.tertinggi",
        "peringkat.serapan", "serapan.jenis", "serapan.sumber_dana", "serapan.fisik", "profil_opd.kartu",
        "peringkat.rapor", "aturan.pita", "lampiran.cakupan", "lampiran.rekonsiliasi",
    )  # fmt: skip
    places = [ids.index(one) for one in wanted]
    assert places == sorted(places)


def test_a_called_opd_gets_its_page_once(ask: Ask, view: View) -> None:
    def pages(*opd: str) -> list[str]:
        made = packs.pack("tepra", ask, view, opd=opd).slides
        shown = (slide.figures for slide in made if isinstance(slide, Slide))
        return [figures[0].provenance.scope for figures in shown if figures[0].id == "profil_opd.kartu"]

    called = str(ask.run("select kode_opd from app.opd order by kode_opd")[0]["kode_opd"])
    assert len(pages(called)) == len(set(pages(called)))
    assert set(pages()) <= set(pages(called))


def test_slides_of_the_pack_fit_and_carry_the_build(ask: Ask, view: View) -> None:
    shown = opened.presentation(packs.deck_bytes("tepra", ask, view, BRAND))
    for slide in shown.slides:
        assert list(opened.overfull(slide)) == []
        assert list(opened.beyond(slide, shown.slide_width, shown.slide_height)) == []
        assert opened.footer(slide).endswith("uji-0001") or slide.slide_layout.name == "Sampul"


def test_sheet_and_paper_hold_the_same_figures(ask: Ask, view: View) -> None:
    pack = packs.pack("tepra", ask, view)
    names = sheets(packs.book_bytes("tepra", ask, view, BRAND)).sheetnames[1:]
    assert [name.split(" ")[0] for name in names] == [figure.id[:31] for figure in pack.figures]
    assert packs.document_bytes("tepra", ask, view, BRAND).startswith(b"%PDF")


def test_the_pack_of_one_opd(ask: Ask, view: View) -> None:
    code = str(ask.run("select kode_opd, nama from app.opd order by kode_opd")[0]["kode_opd"])
    pack = packs.pack("opd", ask, replace(view, opd=code))
    ids = [figure.id for figure in pack.figures]
    assert ids[0] == "profil_opd.kartu"
    assert "profil_opd.aturan" in ids
    assert len(ids) == len(set(ids))
    assert packs.document_bytes("opd", ask, replace(view, opd=code), BRAND).startswith(b"%PDF")
    assert packs.pack("opd", ask, view).figures, "without a called OPD it still says which there are"


def test_a_build_without_any_month_still_makes_its_material(ask: Ask, view: View) -> None:
    long_ago = replace(view, tahun=2001, bulan=1)
    shown = opened.presentation(packs.deck_bytes("tepra", ask, long_ago, BRAND))
    assert len(shown.slides) >= 3


def test_the_reconciliation_names_the_file_and_the_rupiah(ask: Ask, view: View) -> None:
    figure = next(f for f in packs.pack("tepra", ask, view).figures if f.id == "lampiran.rekonsiliasi")
    off = ask.run("select count(*) as n from app.rekonsiliasi where selisih <> 0")[0]["n"]
    every = ask.run("select count(*) as n from app.rekonsiliasi")[0]["n"]
    assert len(figure.table.rows) == every, "what matches is proven too"
    assert [bool(row[4]) for row in figure.table.rows] == [True] * off + [False] * (every - off)
    assert (figure.table.shown or 0) >= off


def test_a_slide_says_nothing_smaller_than_twelve_points_but_its_footer(ask: Ask, view: View) -> None:
    shown = opened.presentation(packs.deck_bytes("tepra", ask, view, BRAND))
    for number, slide in enumerate(shown.slides, start=1):
        for shape in slide.shapes:
            if shape.is_placeholder or shape.has_chart:
                continue
            sizes = [int(run.get("sz")) for run in shape._element.iter(RUN) if run.get("sz")]
            assert min(sizes, default=1200) >= 1200, f"slide {number}: {shape.name}"


def test_bands_stand_in_one_row_a_profile_on_slides_and_whole_in_the_book(ask: Ask, view: View) -> None:
    whole = next(f for f in packs.pack("tepra", ask, view).figures if f.id == "aturan.pita")
    short = brief(whole, view)
    assert len(short.table.rows) == 4
    colours = sum(str(cell).count(icon) for row in short.table.rows for cell in row[:2] for icon in "▼◆■●★")
    months = next(i for i, column in enumerate(whole.table.columns) if column.id == "bulan")
    now, always = month(view.bulan, view.lang), text("aturan.semua_bulan", view.lang)
    assert colours == sum(row[months] in (now, always) for row in whole.table.rows), "no band is lost"
    assert short.notes[-1] != whole.notes[-1], "it says that the other months are elsewhere"


def test_what_has_no_data_is_said_once_and_takes_no_slide_of_its_own(ask: Ask, view: View) -> None:
    long_ago = replace(view, tahun=2001, bulan=1)
    pack = packs.pack("tepra", ask, long_ago)
    sections = [slide for slide in pack.slides if isinstance(slide, Slide)]
    said = next(f for slide in sections for f in slide.figures if f.id == "lampiran.belum_ada")
    assert said.table.rows
    assert not any(f.empty and f.id in ("serapan.fisik", "serapan.sumber_dana") for s in sections for f in s.figures)


@dataclass(frozen=True)
class Undated:
    """The world's reader, but the ceiling of one unit bears no date of its own."""

    reader: Reads
    unit: str

    def run(
        self, sql: str, params: Sequence[Any] = (), *, opd: Sequence[str] | None, names: bool = False
    ) -> list[dict[str, Any]]:
        rows = self.reader.run(sql, params, opd=opd, names=names)
        here = "tanpa_tanggal" in sql
        return [{**r, "tanpa_tanggal": True} if here and _ceiling(r) == self.unit else r for r in rows]


def _ceiling(row: dict[str, Any]) -> str | None:
    return row.get("kode_opd") if row["sumber"] == "pagu" else None


def test_a_ceiling_without_a_date_of_its_own_has_no_month_on_the_annex(ask: Ask, view: View) -> None:
    unit = ask.run("select kode_opd, nama from app.opd where kode_opd = 'DINKES'")[0]
    undated = Ask("tanpa-tanggal", Undated(ask.reader, unit["kode_opd"]), ask.scope, ask.lang)
    figure = next(f for f in packs.pack("tepra", undated, view).figures if f.id == "lampiran.cakupan")
    said = [row[0] for row in figure.table.rows if row[1] == text("umum.tanpa_tanggal", view.lang)]
    assert said == [unit["nama"]]


@pytest.mark.parametrize(("kind", "question"), [("tepra", "wilayah.kosong_judul"), ("seratus_hari", None)])
def test_what_nobody_imported_is_absent_and_said_in_the_annex(
    ask: Ask, view: View, kind: str, question: str | None
) -> None:
    made = packs.pack(kind, ask, view)
    figures = [figure for slide in made.slides if isinstance(slide, Slide) for figure in slide.figures]
    assert not [figure.id for figure in figures if figure.id.startswith(("wilayah.", "seratus_hari."))]
    said = next(figure for figure in figures if figure.id == "lampiran.belum_ada")
    assert said.table.rows
    if question:
        assert text(question, view.lang) in {row[0] for row in said.table.rows}
