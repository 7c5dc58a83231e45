"""The stories about meetings; what they are stands in kisah_rapat.toml."""

from __future__ import annotations

from typing import Any

from pipelines.sample.bahan import table


def cerita(key: str) -> dict[str, Any]:
    """A story about meetings: its unit, its words, and what makes it stand there."""
    return dict(table("kisah_rapat")[key])


def janji() -> dict[str, dict[str, Any]]:
    """The stories that are promises."""
    return {key: dict(about) for key, about in table("kisah_rapat").items() if "putusan" in about}


def tindak() -> dict[str, dict[str, Any]]:
    """The stories that are actions, by what must be done."""
    return {str(about["uraian"]): dict(about) for about in table("kisah_rapat").values() if "nasib" in about}


def semua() -> dict[str, dict[str, Any]]:
    """Every story about meetings as the manifest carries it."""
    kunci = ("opd", "unit", "rapat", "putusan", "id", "en", "lihat")
    return {key: {k: about[k] for k in kunci if k in about} for key, about in table("kisah_rapat").items()}
