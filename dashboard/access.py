"""Who is reading becomes a Scope: which OPD and whether names show. The one place that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address


@dataclass(frozen=True)
class Scope:
    """What a reader may see; part of every cache key, so that one reader's rows never reach another."""

    opd: tuple[str, ...] = ("*",)  # ("*",) is every OPD
    names: bool = False  # names and NIP of people stay masked

    @property
    def everything(self) -> bool:
        """Whether every OPD may be seen."""
        return self.opd == ("*",)


def scope(*, named: bool = False, address: str | None = None) -> Scope:
    """The scope of the reader; without access control the server listens on loopback only and shows every OPD.

    `named` is what the reader chose: people are named only to one who may have them named.
    """
    return Scope(names=named and may_name(address))


def may_name(address: str | None) -> bool:
    """Whether a reader of a server that listens at `address` may have people named: whoever sits at the machine."""
    try:
        return address == "localhost" or ip_address(address or "").is_loopback
    except ValueError:
        return False
