"""Year, month and basis of a file: what the person answered, else what the file says, else a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipelines.catalogue import both
from pipelines.intake import dates
from pipelines.intake.dates import Period
from pipelines.intake.out import Out
from pipelines.intake.report import Choice

Basis = Literal["bulanan", "kumulatif"]


@dataclass(frozen=True)
class When:
    """The time a realisasi file covers; None where it is still asked."""

    year: int | None
    month: int | None
    basis: Basis | None
    position: date | None


def settle_year(out: Out, titles: Sequence[str]) -> int | None:
    """The budget year; asks for it, or warns where the answer and the file differ."""
    said, given = dates.year(titles), out.answers.year
    if given is not None and not 2000 <= given <= 2100:
        out.problem("TAHUN_TIDAK_SAH", read=given)
        given = None
    if given is not None and said is not None and given != said:
        out.problem("TAHUN_BERBEDA", read=said, jawaban=given)
    found = given or said
    if found is None:
        out.ask("year")
    else:
        out.resolve(year=found)
    return found


def settle(out: Out, titles: Sequence[str]) -> When:
    """Year, month and basis of a realisasi, with questions for what neither the person nor the file says."""
    year = settle_year(out, titles)
    said = dates.period(titles)
    if said is not None and said.year is not None and year is not None and said.year != year:
        out.doubt("TAHUN_PERIODE_BERBEDA", read=said.text, tahun=year)
    month = _month(out, said)
    basis = _basis(out, said, month)
    return When(year, month, basis, _position(said, year, month))


def month_choices() -> list[Choice]:
    """The twelve months to choose from."""
    return [Choice(str(n), both(f"masalah.bulan_{n}")) for n in range(1, 13)]


def _month(out: Out, said: Period | None) -> int | None:
    given = out.answers.month
    text = said.last if said else None
    if given is not None and not 1 <= given <= 12:
        out.problem("BULAN_TIDAK_SAH", read=given)
        out.resolve(month=None)
        suggestion = str(text) if text else None
        reason = "alasan_bulan_teks" if text else None
        out.ask("month", suggestion=suggestion, reason=reason, choices=month_choices(), teks=said.text if said else "")
        return None
    if given is not None:
        if text is not None and text != given and said is not None:
            out.problem("BULAN_BERBEDA", read=said.text, jawaban=given)
        return given
    if text is None:
        out.ask("month", choices=month_choices())
    else:
        out.resolve(month=text)
    return text


def _basis(out: Out, said: Period | None, month: int | None) -> Basis | None:
    given = out.answers.basis
    # A period is believed for its kind even where the month was answered otherwise: the form was copied on.
    cumulative = said is not None and said.cumulative
    if given is not None:
        if said is not None and cumulative and given == "bulanan" and said.last != 1:
            out.problem("BASIS_BERBEDA", read=said.text)
        return given
    if cumulative:
        out.resolve(basis="kumulatif")
        return "kumulatif"
    choices = [Choice(value, both(f"masalah.basis_{value}")) for value in ("bulanan", "kumulatif")]
    text = said.text if said else ""
    if said is not None and said.one_month:
        out.ask("basis", suggestion="bulanan", reason="alasan_satu_bulan", choices=choices, teks=text)
    elif said is not None and said.first is None:
        out.ask("basis", suggestion="kumulatif", reason="alasan_hanya_akhir", choices=choices, teks=text)
    elif month == 1:
        out.ask("basis", suggestion="kumulatif", reason="alasan_januari", choices=choices)
    else:
        out.ask("basis", choices=choices)
    return None


def _position(said: Period | None, year: int | None, month: int | None) -> date | None:
    if year is None or month is None:
        return None
    end = dates.last_day(year, month)
    if said is None or said.last != month or said.last_day is None or said.last_day > end.day:
        return end
    return end.replace(day=said.last_day)
