"""What is ordered of a pack, as it is kept beside what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.query import Ask
from dashboard.view import View, to_params


@dataclass(frozen=True)
class Order:
    """What is to be printed: of which kind, for which view, who is called, for which meeting, with pictures or not."""

    kind: str
    view: View
    opd: tuple[str, ...] = ()
    pejabat: tuple[str, ...] | None = None
    rapat: str | None = None
    gambar: bool = False

    def said(self, ask: Ask) -> dict[str, Any]:
        """The order as it is kept beside what was printed."""
        return {
            "jenis": self.kind, "pandangan": to_params(self.view), "opd": list(self.opd), "rapat": self.rapat,
            "pejabat": None if self.pejabat is None else list(self.pejabat), "gambar": self.gambar, "build": ask.build,
            "nama": ask.scope.names,
        }  # fmt: skip


def stem_of(order: Order) -> str:
    """What the files of a pack are called: "tepra-2026-10"."""
    return f"{order.kind}-{order.view.until}"
