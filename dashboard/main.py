"""The server: Streamlit as an ASGI app behind our own guard, warmed up before the first reader comes."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware

from dashboard import access, assets, query
from pipelines.workspace import open_workspace

_HERE = Path(__file__).parent
_LOG = logging.getLogger("raporda")


def warm_up() -> None:
    """Imports and first queries done now, so that the first reader does not wait for them."""
    import pandas  # noqa: F401
    import plotly.graph_objects  # noqa: F401
    import pyarrow  # noqa: F401

    from dashboard.screens import pages

    ask = query.current(open_workspace(None), scope=access.scope(), lang="id")
    if ask is not None:
        pages.first_figures(ask)
    # What is loaded now lives as long as the server: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    # A page makes some two thousand objects that stay: by default that starts three collections, a tenth of its cost.
    gc.set_threshold(20_000, 5, 5)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Warm before serving; a workspace that cannot be read is told on the page, not by a server that will not start."""
    try:
        await to_thread.run_sync(warm_up)
    except Exception:
        _LOG.exception("warm-up failed")
    yield {}


def on_script_error(error: BaseException) -> bool:
    """The trace goes to the log under a reference number; the reader sees the number."""
    from dashboard.screens import failure

    failure.tell(failure.log("page", error))
    return True


app = st.App(
    _HERE / "app.py",
    lifespan=lifespan,
    on_script_error=on_script_error,
    middleware=[
        Middleware(assets.Guard),
        Middleware(assets.Whole, wants=assets.compressible, change=assets.compress),
        Middleware(assets.Whole, wants=assets.is_document, change=assets.speak),
    ],
)


def house() -> Path:
    """The folder whose .streamlit/config.toml we ship: the checkout, or the package when it is installed."""
    return next(p for p in (_HERE.parent, _HERE) if (p / ".streamlit" / "config.toml").is_file())


def serve(home: Path, port: int) -> None:
    """Serve the dashboard of a workspace on loopback until stopped."""
    os.environ["RAPORDA_HOME"] = str(home.resolve())
    os.chdir(house())  # Streamlit reads its configuration from the working directory
    sys.argv = [str(_HERE / "main.py")]
    app.run(config={"server.port": port})
