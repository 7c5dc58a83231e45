"""What a reader looks at, and the URL that opens the same view again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal, cast

from dashboard.figures.figure import Lang
from pipelines.catalogue import text

Cakupan = Literal["semua", "tanpa_pegawai_btt"]
CAKUPAN: tuple[Cakupan, ...] = ("semua", "tanpa_pegawai_btt")
LANGS: tuple[Lang, ...] = ("id", "en")
ALL = "semua"
DEFAULT_PROFIL = "rasio-target"


@dataclass(frozen=True)
class View:
    """The filters of the frame; identifiers only, so that a link means the same in both languages."""

    tahun: int
    bulan: int
    kelompok: str = ALL  # "semua", "asisten-1", "komisi-IV"
    profil: str = DEFAULT_PROFIL
    opd: str | None = None
    cakupan: Cakupan = "semua"
    lang: Lang = "id"
    program: str | None = None  # the levels opened below an OPD
    kegiatan: str | None = None
    sub: str | None = None
    skp: str | None = None  # a period of SKP: "2025", "2026-TW3", "2026-09"
    pejabat: str | None = None  # one official, by the internal id; never a NIP
    jabatan: str | None = None  # one post
    pelantikan: str | None = None  # one joint inauguration
    indikator: str | None = None  # one indicator of a target or an agreement
    per: date | None = None  # the day on which actions and obstacles are looked at; None: the last of the month

    @property
    def until(self) -> str:
        """The month looked at, as 'YYYY-MM'."""
        return f"{self.tahun:04d}-{self.bulan:02d}"

    @property
    def asisten(self) -> str | None:
        """The Asisten whose group is shown, or None."""
        return self.kelompok.partition("-")[2] if self.kelompok.startswith("asisten-") else None

    @property
    def komisi(self) -> str | None:
        """The Komisi whose group is shown, or None."""
        return self.kelompok.partition("-")[2] if self.kelompok.startswith("komisi-") else None


@dataclass(frozen=True)
class Known:
    """What the current build knows; what a link says beside it is dropped."""

    bulan: Mapping[int, tuple[int, ...]]  # months that can be looked at, by year
    kelompok: tuple[str, ...] = (ALL,)
    profil: tuple[str, ...] = (DEFAULT_PROFIL,)
    opd: tuple[str, ...] = ()
    skp: tuple[str, ...] = ()
    default: tuple[int, int] | None = None  # the month a link without one opens

    def latest(self) -> tuple[int, int]:
        """The year and month to open with; raises ValueError when there is none."""
        year = max(self.bulan)
        return self.default or (year, max(self.bulan[year]))


# The name of each field in the URL, in the order a link shows them.
PARAMS = {
    "tahun": "tahun", "bulan": "bulan", "kelompok": "kelompok", "profil": "profil", "opd": "opd",
    "cakupan": "cakupan", "lang": "bahasa", "program": "program", "kegiatan": "kegiatan", "sub": "sub",
    "skp": "skp", "pejabat": "pejabat", "jabatan": "jabatan", "pelantikan": "pelantikan",
    "indikator": "indikator", "per": "per",
}  # fmt: skip
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_PERSON = re.compile(r"P[0-9a-f]{12}")


def to_params(view: View) -> dict[str, str]:
    """The URL parameters of a view; what stands at its default is left out, but never the month."""
    kept: dict[str, str] = {}
    for field in fields(view):
        value = getattr(view, field.name)
        if value is not None and (field.name in ("tahun", "bulan") or value != field.default):
            kept[PARAMS[field.name]] = str(value)
    return kept


def from_params(params: Mapping[str, str], known: Known) -> tuple[View, tuple[str, ...]]:
    """The view a URL asks for, and the parameters that were not known and fell back to the default."""
    dropped: list[str] = []

    def one(name: str, allowed: tuple[str, ...], default: str) -> str:
        value = params.get(name)
        if value is None or value in allowed:
            return value or default
        dropped.append(name)
        return default

    year, month = known.latest()
    tahun = int(one("tahun", tuple(map(str, known.bulan)), str(year)))
    months = known.bulan[tahun]
    bulan = int(one("bulan", tuple(map(str, months)), str(month if month in months else max(months))))
    view = View(
        tahun,
        bulan,
        kelompok=one("kelompok", known.kelompok, ALL),
        profil=one("profil", known.profil, DEFAULT_PROFIL),
        opd=one("opd", known.opd, "") or None,
        skp=one("skp", known.skp, "") or None,
        cakupan=cast(Cakupan, one("cakupan", CAKUPAN, "semua")),
        lang=cast(Lang, one("bahasa", LANGS, "id")),
    )
    # Codes below an OPD are not listed anywhere small; a code that is not there gives an empty figure that says so.
    if view.opd:
        program, kegiatan, sub = (params.get(name) or None for name in ("program", "kegiatan", "sub"))
        view = replace(view, program=program, kegiatan=kegiatan, sub=sub)
    person = params.get("pejabat") or None
    if person and not _PERSON.fullmatch(person):  # an address never carries a NIP on
        dropped.append("pejabat")
        person = None
    post, sworn, code = (params.get(name) or None for name in ("jabatan", "pelantikan", "indikator"))
    view = replace(view, pejabat=person, jabatan=post, pelantikan=sworn, indikator=code, per=_day(params.get("per")))
    if params.get("per") and view.per is None:
        dropped.append("per")
    return view, tuple(dropped)


def _day(written: str | None) -> date | None:
    """A day of this century written as 2026-11-12; None for anything else."""
    if not written or not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:  # 31 February
        return None


def scope_words(view: View) -> str:
    """The group of OPD that is shown, in words."""
    if view.asisten:
        return text("umum.asisten", view.lang, nama=view.asisten)
    if view.komisi:
        return text("umum.komisi", view.lang, nama=view.komisi)
    return text("umum.semua_opd", view.lang)
