"""One region's plan and one folder of its files, made once for all tests of the sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.sample import Manifest, generate, plan
from pipelines.sample.anggaran import Tahun
from pipelines.sample.pemda import Pemda, region

SEED = 2026


@pytest.fixture(scope="session")
def pemda() -> Pemda:
    return region(0, SEED)


@pytest.fixture(scope="session")
def years(pemda: Pemda) -> dict[int, Tahun]:
    return {year.tahun: year for year in plan(pemda, 4, SEED)}


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """The whole sample: four years, thirty-odd files."""
    return generate(tmp_path_factory.mktemp("contoh"), seed=SEED)


@pytest.fixture(scope="session")
def folder(written: Manifest) -> Path:
    return written.into
