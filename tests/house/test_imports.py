"""Who may know whom. The exception list stays empty; a folder is a promise."""

from __future__ import annotations

import pytest

from tests.house.source import Module, modules

EXCEPTIONS: set[tuple[str, str]] = set()


def _breaks(module: Module, *, forbidden: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (module.path, name)
        for name in module.imports()
        if any(name == f or name.startswith(f + ".") for f in forbidden) and (module.path, name) not in EXCEPTIONS
    ]


def _below(path: str, *folders: str) -> bool:
    return any(path == folder or path.startswith(folder) for folder in folders)


@pytest.mark.parametrize(
    ("who", "not_in", "forbidden"),
    [
        pytest.param(("pipelines/",), (), ("dashboard", "streamlit"), id="pipelines knows nothing of dashboard"),
        pytest.param(
            ("dashboard/topics/", "dashboard/figures/", "dashboard/export/"),
            (),
            ("streamlit",),
            id="topics, figures and exports know nothing of Streamlit",
        ),
        pytest.param(
            ("dashboard/figures/",),
            (),
            ("dashboard.topics", "dashboard.screens", "dashboard.export", "dashboard.query"),
            id="figures know nothing of who uses them",
        ),
        pytest.param(
            ("pipelines/", "dashboard/"),
            ("pipelines/engines/", "dashboard/query.py"),
            ("duckdb", "pyspark"),
            id="one door to the engine",
        ),
        pytest.param(
            ("pipelines/", "dashboard/"),
            ("pipelines/intake/",),
            ("python_calamine",),
            id="only intake opens foreign files",
        ),
        # The server loads Plotly at its start and hands dicts over as drawings; figures themselves are plain dicts.
        pytest.param(
            ("pipelines/", "dashboard/"),
            ("dashboard/main.py", "dashboard/drawn.py"),
            ("plotly",),
            id="figures are plain dicts",
        ),
    ],
)
def test_who_may_know_whom(who: tuple[str, ...], not_in: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
    broken = [
        found
        for module in modules("pipelines", "dashboard")
        if _below(module.path, *who) and not _below(module.path, *not_in)
        for found in _breaks(module, forbidden=forbidden)
    ]
    assert broken == []


def test_the_exception_list_is_empty() -> None:
    assert set() == EXCEPTIONS


def test_streamlit_lives_in_the_frame_only() -> None:
    allowed = ("dashboard/app.py", "dashboard/main.py", "dashboard/show.py", "dashboard/query.py", "dashboard/screens/")
    users = [m.path for m in modules("dashboard") if _breaks(m, forbidden=("streamlit",))]
    assert [path for path in users if not _below(path, *allowed)] == []


def test_no_folder_is_called_pages() -> None:
    # Streamlit would serve its files past the entry and its gate.
    assert not any("/pages/" in m.path for m in modules("dashboard", "pipelines"))
