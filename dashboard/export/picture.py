"""A figure as a picture, drawn by Chromium in a process of its own that is ended when it takes too long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from html import escape
from importlib.util import find_spec
from textwrap import wrap
from typing import Any, Literal

from dashboard.export.wording import foot
from dashboard.figures.figure import Figure, Lang
from dashboard.figures.plotly import spec
from dashboard.look import Look, Theme, look
from pipelines.catalogue import text

Format = Literal["png", "svg"]
_SIZE = (1280, 720)
_HEAD, _FOOT = 76, 92  # pixels above and below the chart
_AXIS = 28  # pixels of the name of an axis
_LETTERS = 180  # of the foot on one line
_SECONDS = 45.0
_WORKER = "dashboard.export.picture_worker"
# Kaleido asks for a browser by itself; what it says without one is only recognised by its words.
_NO_BROWSER = ("requires Google Chrome", "ChromeNotFound", "BrowserFailed", "Couldn't find")


class PictureError(Exception):
    """No picture can be made; says why and what to do, in the language asked for."""


def available() -> bool:
    """Whether the optional extra is installed; a browser is only looked for when a picture is asked for."""
    return find_spec("kaleido") is not None


def picture(
    figure: Figure,
    *,
    format: Format = "png",
    theme: Theme = "light",
    lang: Lang = "id",
    mark: str | None = None,
    seconds: float = _SECONDS,
) -> bytes:
    """The figure's chart as PNG (twice the density of a screen) or SVG, `mark` over it.

    Raises PictureError when that cannot be.
    """
    if figure.chart is None or figure.empty:
        raise PictureError(text("ekspor.gambar_tanpa_grafik", lang))
    if not available():
        raise PictureError(text("ekspor.gambar_tanpa_ekstra", lang))
    drawn = spec(figure, theme=theme, lang=lang)
    if not drawn:
        raise PictureError(text("ekspor.gambar_tanpa_grafik", lang))
    height = max(_SIZE[1], int(drawn["layout"].get("height") or 0) + _HEAD + _FOOT)
    asked = {"figure": _framed(drawn, figure, theme, lang, mark), "format": format, "scale": 2}
    asked |= {"width": _SIZE[0], "height": height}
    return _worked(json.dumps(asked, default=str).encode(), lang=lang, seconds=seconds)


def _framed(drawn: dict[str, Any], figure: Figure, theme: Theme, lang: Lang, mark: str | None) -> dict[str, Any]:
    """The chart on the theme's background between its finding and its foot: a picture travels without its page."""
    shown, layout = look(theme), dict(drawn["layout"])
    margin = {"l": 24, "r": 24, "t": 8, "b": 8, **layout.get("margin", {})}
    words = [foot([figure], lang), *figure.provenance.warnings]
    below = "<br>".join(escape(line) for one in words for line in wrap(one, _LETTERS))
    foot_room = _FOOT + (_AXIS if (layout.get("xaxis", {}).get("title") or {}).get("text") else 0)
    note = {
        "text": below, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "yshift": -foot_room + 8, "yanchor": "bottom",
        "xanchor": "left", "align": "left", "showarrow": False, "font": {"size": 12, "color": shown.muted},
    }  # fmt: skip
    layout["annotations"] = [*layout.get("annotations", []), note, *_marked(mark, shown, margin["t"] + _HEAD)]
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = shown.background
    layout["margin"] = {**margin, "t": margin["t"] + _HEAD, "b": margin["b"] + foot_room}
    title = "<br>".join(escape(line) for line in wrap(figure.title, _LETTERS // 2))
    font = {"size": 22, "color": shown.primary}
    place = {"x": 0.02, "xanchor": "left", "y": 1, "yanchor": "top", "pad": {"t": 18}}
    layout["title"] = {"text": f"<b>{title}</b>", "font": font, **place}
    layout.pop("height", None)
    return {**drawn, "layout": layout}


def _marked(mark: str | None, shown: Look, head: float) -> list[dict[str, Any]]:
    """Who may have the picture, over its upper edge."""
    if mark is None:
        return []
    tone = shown.status["merah"]
    return [{
        "text": f"<b>{escape(mark)}</b>", "xref": "paper", "yref": "paper", "x": 1, "xanchor": "right", "y": 1,
        "yanchor": "top", "yshift": head - 4, "showarrow": False, "bgcolor": tone.fill, "borderpad": 3,
        "font": {"size": 12, "color": tone.on_fill},
    }]  # fmt: skip


def _worked(asked: bytes, *, lang: Lang, seconds: float) -> bytes:
    """What the worker draws; the worker and its browser are one process group, so that both end together."""
    command = [sys.executable, "-m", _WORKER]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        made, said = child.communicate(asked, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise PictureError(text("ekspor.gambar_terlalu_lama", lang, detik=round(seconds))) from None
    finally:
        _end(child)
    if child.returncode != 0:
        words = said.decode(errors="replace").strip()
        if any(sign in words for sign in _NO_BROWSER):
            raise PictureError(text("ekspor.gambar_tanpa_peramban", lang))
        raise PictureError(text("ekspor.gambar_gagal", lang, sebab=words.splitlines()[-1][:200] if words else "?"))
    return made


def _end(child: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the group, then take in the worker's exit and close its pipes."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout, child.stderr):
        if pipe is not None:
            pipe.close()
