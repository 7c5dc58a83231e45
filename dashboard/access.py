"""Who is reading becomes a Scope: which OPD and whether names show. The one place that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

_PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")  # what a proxy leaves


@dataclass(frozen=True)
class Scope:
    """What a reader may see; part of every cache key, so that one reader's rows never reach another."""

    opd: tuple[str, ...] = ("*",)  # ("*",) is every OPD
    names: bool = False  # names and NIP of people stay masked

    @property
    def everything(self) -> bool:
        """Whether every OPD may be seen."""
        return self.opd == ("*",)


def scope(*, named: bool = False, address: str | None = None, headers: Mapping[str, str] | None = None) -> Scope:
    """The scope of the reader; without access control the server listens on loopback only and shows every OPD.

    `named` is what the reader chose: people are named only to one who may have them named.
    """
    return Scope(names=named and may_name(address, headers))


def may_name(address: str | None, headers: Mapping[str, str] | None = None) -> bool:
    """Whether a reader of a server that listens at `address` may have people named: whoever sits at the machine.

    `headers` are those of the reader's request: one that a proxy passed on, or that was made to the name of another
    machine, comes from elsewhere though it arrives on loopback.
    """
    said = {name.lower(): value for name, value in (headers or {}).items()}
    if any(name in said for name in _PASSED_ON):
        return False
    asked = [f"//{said['host']}"] if "host" in said else []
    asked += [said["origin"]] if "origin" in said else []
    return _here(address) and all(_of_here(url) for url in asked)


def _of_here(url: str) -> bool:
    try:
        return _here(urlsplit(url).hostname)
    except ValueError:  # brackets that do not close
        return False


def _here(name: str | None) -> bool:
    try:
        return name == "localhost" or ip_address(name or "").is_loopback
    except ValueError:
        return False
