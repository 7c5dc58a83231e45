"""The period an SKP belongs to: a year, a quarter or a month, by a title, by two dates, or by a person's answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pipelines.catalogue import both, text
from pipelines.intake.cells import tidy
from pipelines.intake.dates import MONTHS, last_day
from pipelines.intake.out import Out
from pipelines.intake.report import Choice

Period = tuple[str, int | None]  # jenis_periode, and which quarter or month
YEARLY: Period = ("tahunan", None)

_PRINTED = re.compile(r"\b(?:di)?cetak|\bdiunduh|\bprint|\bwaktu\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:triwulan|tri wulan|tw|kuartal)\b\s*[.:]?\s*(?:ke)?\s*[- ]?\s*(iv|i{1,3}|[1-4])\b", re.I)
_MONTH = re.compile(rf"(?:\b(?:bulan|bulanan|periode)\b\W*)?\b({'|'.join(MONTHS)})\b", re.I)
_YEARLY = re.compile(r"\btahunan\b|\bakhir tahun\b|\bsetahun\b", re.I)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def of_text(line: str) -> Period | None:
    """The period a line names; None where it names none, or more than one month."""
    said = tidy(line)
    if found := _QUARTER.search(said):
        return "triwulan", _ROMAN.get(found[1].lower()) or int(found[1])
    if _YEARLY.search(said):
        return YEARLY
    months = {MONTHS.index(name.lower()) + 1 for name in _MONTH.findall(said)}
    return ("bulanan", months.pop()) if len(months) == 1 else None


def of_title(lines: Iterable[str]) -> Period | None:
    """The period that title lines agree on; when it was printed is no period."""
    found = {period for line in lines if not _PRINTED.search(line) and (period := of_text(line))}
    return found.pop() if len(found) == 1 else None


def year_of(lines: Iterable[str]) -> int | None:
    """The year that title lines agree on; None when none does."""
    years = {int(year) for line in lines if not _PRINTED.search(line) for year in _YEAR.findall(line)}
    return years.pop() if len(years) == 1 else None


def of_dates(first: date, last: date) -> Period | None:
    """The period that two dates cover to the day; None for any other stretch."""
    if first.year != last.year or first.day != 1 or last != last_day(last.year, last.month):
        return None
    return of_months(first.month, last.month)


def of_months(first: int, last: int) -> Period | None:
    """The period that runs from one month of a year to another; None for any other stretch."""
    months = last - first + 1
    if months == 12:
        return YEARLY
    if months == 3 and first % 3 == 1:
        return "triwulan", last // 3
    return ("bulanan", first) if months == 1 else None


def written(period: Period) -> str:
    """A period as an answer: tahunan, triwulan-2, bulanan-11."""
    kind, number = period
    return kind if number is None else f"{kind}-{number}"


def answered(said: str) -> Period | None:
    """The period of an answer; None for one that names none."""
    found = re.fullmatch(r"(tahunan)|(triwulan)-([1-4])|(bulanan)-([1-9]|1[0-2])", said.strip().lower())
    if found is None:
        return None
    return YEARLY if found[1] else ("triwulan", int(found[3])) if found[2] else ("bulanan", int(found[5]))


def choices() -> tuple[Choice, ...]:
    """Every period to choose from."""
    months = [
        Choice(f"bulanan-{n}", {lang: text(f"masalah.bulan_{n}", lang) for lang in ("id", "en")}) for n in range(1, 13)
    ]
    quarters = [Choice(f"triwulan-{n}", both("masalah.periode_triwulan", n=n)) for n in range(1, 5)]
    return Choice("tahunan", both("masalah.periode_tahunan")), *quarters, *months


def settled(out: Out, lines: Iterable[str], *, sheet: str) -> Period | None:
    """The period of a sheet: that of its title, else the answer; None when it was asked."""
    said = of_title(lines)
    given = answered(out.answers.period) if out.answers.period else None
    if out.answers.period and given is None:
        out.problem("PERIODE_TIDAK_SAH", sheet=sheet, read=out.answers.period)
    if said is not None and given is not None and said != given:
        out.problem("PERIODE_BERBEDA", sheet=sheet, read=written(said), jawaban=written(given))
    found = given or said
    if found is None:
        out.ask("period", choices=choices())
    else:
        out.resolve(period=written(found))
    return found
