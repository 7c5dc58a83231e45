"""One compiled copy of the code for all processes of a run, wherever compiled files are not kept; no test is timed."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings


def pytest_configure(config: pytest.Config) -> None:
    """Commands and readers start as hundreds of processes of their own, each of which would compile every library."""
    if config.cache and "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
    # a busy machine draws an example slowly, which says nothing of the code
    settings.register_profile("tanpa_waktu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("tanpa_waktu")
