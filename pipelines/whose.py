"""Which region a workspace was set up for, where somebody said so."""

from __future__ import annotations

import os
import tomllib

from pipelines.intake.regions import region
from pipelines.workspace import Workspace

SETTING = "pemda.toml"


def own_region(ws: Workspace) -> str | None:
    """The region that RAPORDA_PEMDA or the workspace's pemda.toml names; None where neither does."""
    if said := os.environ.get("RAPORDA_PEMDA"):
        return region([said])
    try:
        settings = tomllib.loads((ws.home / SETTING).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # a file that cannot be read says nothing here; the exports complain of it
        return None
    return region([str(settings.get("nama", ""))])
