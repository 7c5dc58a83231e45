"""Every page runs, in both languages, over an empty workspace and over a small one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import main
from dashboard.figures.figure import Lang
from dashboard.screens import pages, style
from dashboard.words import Words
from pipelines.build import build
from pipelines.imports import import_file
from pipelines.workspace import Workspace, open_workspace
from tests.faults import small

APP = Path(main.__file__).parent / "app.py"
PAGES = ("ringkasan", "peringkat", "profil-opd", "serapan", "setda", "rapat", "bahan", "data-mutu", "aturan")
PEOPLE = ("kinerja", "pejabat", "rotasi", "target", "seratus_hari")  # their parts are in test_orang, with people
PARTS = ("masuk", "segar", "rekonsiliasi", "padanan", "riwayat", "templat")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two units with three months; one of them has not reported the last."""
    folder = tmp_path_factory.mktemp("kecil")
    ws = open_workspace(folder / "home")
    for unit, spent in {"DINKES": (10, 40, 90), "DPUPR": (5, 6)}.items():
        for month, amount in enumerate(spent, 1):
            rows = [("5.1.02.01", 1_000_000, amount * 10_000)]
            path = small.write(folder, unit, month, rows, basis="kumulatif")
            assert import_file(ws, path, read=small.read).reading.status == "accepted"
    build(ws)
    return ws


def run(monkeypatch: pytest.MonkeyPatch, ws: Workspace, page: str, **params: str) -> AppTest:
    """The page after one run, as a reader with these address parameters gets it."""
    monkeypatch.setenv("RAPORDA_HOME", str(ws.home))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app._page_hash = calc_hash("" if page == "ringkasan" else page)  # AppTest switches to file pages only
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    """Everything that is read on the page."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_small_workspace(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace, page: str, lang: str
) -> None:
    app = run(monkeypatch, filled, page, bahasa=lang, opd="DINKES")
    assert not app.exception and not app.error
    assert len(app.title) == 1
    assert "Build" in words(app)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_an_empty_workspace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, lang: str
) -> None:
    app = run(monkeypatch, open_workspace(tmp_path / "home"), page, bahasa=lang)
    assert not app.exception and not app.error
    if page != "data-mutu":
        assert ("Belum ada data" if lang == "id" else "No data yet") in words(app)
    assert not (tmp_path / "home").exists()  # looking writes nothing


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_data_and_quality(monkeypatch: pytest.MonkeyPatch, filled: Workspace, part: str) -> None:
    app = run(monkeypatch, filled, "data-mutu", bagian=part)
    assert not app.exception and not app.error


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("topic", [topic for topic in pages.TOPICS if topic.parts and topic.name not in PEOPLE])
def test_every_part_of_a_long_page(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace, topic: pages.Topic, lang: str
) -> None:
    seen = set()
    for part, _ in topic.parts:
        app = run(monkeypatch, filled, topic.name.replace("_", "-"), bahasa=lang, opd="DINKES", bagian=part, bulan="2")
        assert not app.exception and not app.error
        seen.add(tuple(element.value for element in app.subheader))
    assert len(seen) == len(topic.parts)  # each part shows figures of its own


def test_an_opened_level_shows_the_way_up(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    app = run(monkeypatch, filled, "profil-opd", opd="DINKES", program="1.02.02")
    assert not app.exception
    assert any(link.proto.label for link in app.get("page_link"))


def test_the_two_languages_say_the_same_in_other_words(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    indonesian, english = (run(monkeypatch, filled, "ringkasan", bahasa=lang) for lang in ("id", "en"))
    assert indonesian.title[0].value == "Ringkasan" and english.title[0].value == "Summary"
    assert [m.value for m in indonesian.metric] != [] and len(indonesian.metric) == len(english.metric)


def test_a_strange_link_falls_back_and_says_so(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    app = run(monkeypatch, filled, "ringkasan", bulan="13", profil="tidak-ada")
    assert not app.exception
    assert "bulan" in app.info[0].value and "profil" in app.info[0].value
    assert app.selectbox(key="s-bulan").value in (2, 3)


def test_the_address_decides_the_filters_and_the_filters_the_address(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace
) -> None:
    app = run(monkeypatch, filled, "ringkasan", tahun="2026", bulan="1")
    assert app.selectbox(key="s-bulan").value == 1
    app.selectbox(key="s-bulan").select(2).run()
    assert app.query_params["bulan"] in ("2", ["2"])
    assert app.selectbox(key="s-bulan").value == 2


def test_a_profile_without_an_opd_asks_for_one(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    app = run(monkeypatch, filled, "profil-opd")
    assert not app.exception
    assert "Pilih satu OPD" in words(app)


def test_a_withdrawal_needs_reason_and_consent_and_can_be_undone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from pipelines import ledger

    ws = open_workspace(tmp_path / "home")
    path = small.write(tmp_path, "DINKES", 1, [("5.1.02.01", 1000, 10)], basis="kumulatif")
    held = import_file(ws, path, read=small.read).import_id
    build(ws)
    app = run(monkeypatch, ws, "data-mutu", bagian="riwayat")
    app.selectbox(key="tarik-id").select(held)
    app.button[0].click().run()
    assert app.warning and len(ledger.events(ws.ledger)) == 1
    app.selectbox(key="tarik-id").select(held)
    app.text_input(key="tarik-alasan").input("salah bulan")
    app.checkbox(key="tarik-yakin").check()
    app.button[0].click().run()
    assert not app.exception
    assert ledger.in_force(ledger.events(ws.ledger)) == []


def test_a_figure_that_breaks_leaves_the_others(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    from dashboard.figures import plotly
    from dashboard.memory import Memory

    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken on purpose")

    monkeypatch.setattr("dashboard.show._DRAWINGS", Memory(1))
    monkeypatch.setattr(plotly, "spec", broken)
    app = run(monkeypatch, filled, "ringkasan")
    assert not app.exception
    assert app.error and "broken on purpose" not in app.error[0].value
    assert app.metric


def test_an_opd_opened_before_does_not_narrow_the_summary(monkeypatch: pytest.MonkeyPatch, filled: Workspace) -> None:
    assert words(run(monkeypatch, filled, "ringkasan", opd="DPUPR")) == words(run(monkeypatch, filled, "ringkasan"))


def test_stored_files_without_figures_are_not_called_empty_and_can_be_built(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace, tmp_path: Path
) -> None:
    ws = open_workspace(tmp_path / "home")
    shutil.copytree(filled.home, ws.home, dirs_exist_ok=True)
    ws.current.unlink()
    app = run(monkeypatch, ws, "ringkasan")
    assert "belum disusun" in words(app) and "masih kosong" not in words(app)
    app.button(key="susun").click().run()
    assert not app.exception and ws.current.is_file() and "belum disusun" not in words(app)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_words_of_streamlits_own_widgets_are_the_readers(lang: Lang) -> None:
    css = style.sheet(lang, 25)
    assert all(Words(lang)(key, mb=25) in css for key in ("umum.unggah_pilih", "umum.unggah_batas", "umum.unduh_gagal"))
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_wall_shows_one_figure_without_the_frame(
    monkeypatch: pytest.MonkeyPatch, filled: Workspace, lang: str
) -> None:
    app = run(monkeypatch, filled, "layar", bahasa=lang)
    assert not app.exception and not app.error and not app.title
    assert len(app.subheader) == 1 and "Build" not in words(app)


def test_the_wall_of_an_empty_workspace_says_what_to_bring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = run(monkeypatch, open_workspace(tmp_path / "home"), "layar")
    assert not app.exception and "Belum ada data" in words(app)
