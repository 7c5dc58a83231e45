"""Who is reading becomes a Scope: which OPD and whether names show. The one place that decides it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """What a reader may see; part of every cache key, so that one reader's rows never reach another."""

    opd: tuple[str, ...] = ("*",)  # ("*",) is every OPD
    names: bool = False  # names and NIP of people stay masked

    @property
    def everything(self) -> bool:
        """Whether every OPD may be seen."""
        return self.opd == ("*",)


def scope() -> Scope:
    """The scope of the reader; without access control the server listens on loopback only and shows every OPD."""
    return Scope()
