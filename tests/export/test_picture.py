"""Pictures: optional, in a process of their own, and in clear words when they cannot be."""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest

from dashboard.export import picture as module
from dashboard.export.picture import PictureError, picture
from tests.export import world

chromium = pytest.mark.skipif(
    (importlib.util.find_spec("kaleido") is None or not (shutil.which("chromium") or shutil.which("google-chrome")))
    and not os.environ.get("CI"),
    reason="the extra or a browser is not on this machine",
)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert not module.available()
    with pytest.raises(PictureError, match=r"raporda\[image\]"):
        picture(world.bars())


def test_a_figure_without_a_chart_has_no_picture() -> None:
    for figure in (world.table(), world.empty()):
        with pytest.raises(PictureError, match="xlsx"):
            picture(figure)


def test_a_worker_that_hangs_is_ended_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "available", lambda: True)
    with pytest.raises(PictureError, match="dihentikan"):
        picture(world.bars(), seconds=0.01)


def test_a_worker_that_fails_gives_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "available", lambda: True)
    monkeypatch.setattr(module, "_WORKER", "dashboard.export.tidak_ada")
    with pytest.raises(PictureError, match="tidak_ada"):
        picture(world.bars())


@pytest.mark.slow
@pytest.mark.browser
@chromium
def test_png_and_svg() -> None:
    assert picture(world.bars()).startswith(b"\x89PNG")
    assert b"<svg" in picture(world.ranking(12), format="svg", theme="dark", lang="en")[:200]
