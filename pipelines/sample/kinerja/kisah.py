"""The stories about targets as things that stand in the plan; what they are stands in kisah_kinerja.toml."""

from __future__ import annotations

from typing import Any

from pipelines.sample.bahan import table


def cerita(key: str) -> dict[str, Any]:
    """A story about targets: its unit, its words, and what makes it stand there."""
    return dict(table("kisah_kinerja")[key])


def opd(key: str) -> str:
    """The unit that a story is about."""
    return str(cerita(key)["opd"])


def kode(key: str) -> str:
    """The indicator that a story is about."""
    return str(cerita(key)["kode"])


def semua() -> dict[str, dict[str, Any]]:
    """Every story about targets as the manifest carries it."""
    kunci = ("opd", "kode", "kursi", "tahun", "id", "en", "lihat")
    return {key: {k: about[k] for k in kunci if k in about} for key, about in table("kisah_kinerja").items()}


def mutu(indikator: str) -> tuple[float, float] | None:
    """How well a story wants an indicator to be reached, as a span of parts of its target."""
    for about in table("kisah_kinerja").values():
        if indikator in about.get("atas", ()):
            return float(about["mutu"][0]), float(about["mutu"][1])
    return None


def pada(key: str, indikator: str, tahun: int) -> bool:
    """Whether a story is about that indicator in that year."""
    about = cerita(key)
    return bool(about["kode"] == indikator) and about.get("tahun", tahun) == tahun
