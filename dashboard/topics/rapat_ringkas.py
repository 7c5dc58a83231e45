"""Of each OPD the one promise and the one obstacle that a short table has room for."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_janji, rapat_kendala
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text


@dataclass(frozen=True)
class Ringkas:
    """In words; None where nothing is known."""

    janji: str | None = None
    kendala: str | None = None


def of(ask: Ask, view: View) -> dict[str, Ringkas]:
    """By OPD: the promise that falls due next, else the last that was not kept; the obstacle that stands longest."""
    lang, on = view.lang, rapat_hari.day(view)
    promised: dict[str, str] = {}
    rows = [row for row in rapat_janji.rows(ask, view) if row["kode_unit"] is None]
    running = [row for row in rows if row["putusan"] == rapat_janji.RUNNING]
    broken = [row for row in rows if row["putusan"] == rapat_janji.BROKEN]
    for row in running:
        promised.setdefault(row["kode_opd"], rapat_janji.promised(row, lang, short=True))
    for row in reversed(broken):
        word = text("komitmen.putusan_tidak_ditepati", lang)
        promised.setdefault(row["kode_opd"], f"{rapat_janji.promised(row, lang, short=True)}: {word}")
    held: dict[str, str] = {}
    for row in rapat_kendala.open_on(ask, view):
        said = text(
            "rapat_kendala.ringkas", lang, kategori=pilihan(row["kategori"], lang), pembuka=row["pembuka_sumbatan"],
            hari=write((on - row["sejak"]).days, "hari", lang),
        )  # fmt: skip
        held.setdefault(row["kode_opd"], said)
    return {code: Ringkas(promised.get(code), held.get(code)) for code in {*promised, *held}}
