"""Dates, months and periods as Indonesian files write them; day before month, always."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pipelines.intake.cells import Unreadable, blank, tidy

MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_SPELLINGS = {
    "jan": 1, "january": 1, "feb": 2, "pebruari": 2, "februari": 2, "february": 2, "peb": 2, "mar": 3, "march": 3,
    "mrt": 3, "apr": 4, "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "agu": 8, "agt": 8, "ags": 8, "agust": 8,
    "aug": 8, "august": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "october": 10, "nov": 11, "nop": 11,
    "nopember": 11, "des": 12, "dec": 12, "december": 12,
} | {name: n for n, name in enumerate(MONTHS, start=1)}  # fmt: skip
_NAME = "|".join(sorted(_SPELLINGS, key=len, reverse=True))
_WORDS = re.compile(rf"(\d{{1,2}})[\s\-/.]*({_NAME})\.?[\s\-/.,]*(\d{{4}}|\d{{2}})\b", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,].*)?")
_MENTION = re.compile(
    rf"(?:(?<!\d)(\d{{1,2}})\s*)?(?<![a-z])({_NAME})(?![a-z])\.?\s*((?:19|20)\d{{2}})?", re.IGNORECASE
)
_UNTIL = re.compile(r"s\s?\.?\s?/?\s?d\.?(?![a-z])|sampai(?: dengan)?|hingga", re.IGNORECASE)
_CUE = re.compile(r"periode|bulan|per tanggal|tanggal\s*:|keadaan|posisi", re.IGNORECASE)
_PER = re.compile(r"\bper\s+\d{1,2}\b", re.IGNORECASE)
_IN_WORDS = re.compile(rf"(?:tanggal|tgl)?\s*:?\s*\d{{1,2}}\s+(?:{_NAME})\b", re.IGNORECASE)
_PRINTED = re.compile(r"\b(?:di)?cetak|\bdiunduh|\bprint", re.IGNORECASE)  # when it was printed is no period
_BARE_MONTH = re.compile(rf"(?:bulan\s*:?\s*)?(?:{_NAME})\.?(?:\s+(?:tahun\s+)?20\d{{2}})?", re.IGNORECASE)
_NUMBERED_MONTH = re.compile(r"\bbulan\s*(?:ke)?\s*[:-]?\s*(\d{1,2})\b(?![./-]\d)", re.IGNORECASE)
_IN_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](20\d{2})(?!\d)|(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)")
_PART = re.compile(
    r"\b(triwulan|tri\s+wulan|tw|kuartal|semester|smt)\b\s*[.:]?\s*(?:ke\s*[- ]?\s*)?"
    r"(iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat)\b(?!\s*[./]\s*\d)",
    re.IGNORECASE,
)
_WHICH = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "satu": 1, "dua": 2,
    "tiga": 3, "empat": 4,
}  # fmt: skip
_YEAR = re.compile(r"(?:tahun(?:\s+anggaran)?|t\s?\.?\s?a\.?|apbd|apbd-p)\s*:?\s*((?:19|20)\d{2})\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?<![\d.])(20\d{2})(?![\d.])")


def day(value: object, *, serial_from: date = date(1899, 12, 30)) -> date | None:
    """The date of a cell of a date column, None when blank; raises Unreadable.

    A number is Excel's serial day, counted from `serial_from` (1 January 1904 in some workbooks); years outside
    1950 to 2100 are refused, because they are never what was meant.
    """
    if isinstance(value, datetime):
        return _sane(value.date())
    if isinstance(value, date):
        return _sane(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not 0 < value < 100_000:
            raise Unreadable(str(value))
        return _sane(serial_from + timedelta(days=int(value)))
    if blank(value):
        return None
    if not isinstance(value, str):
        raise Unreadable(str(value))
    text = tidy(value).strip("'")
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3], text)
    if match := _NUMERIC.fullmatch(text):
        return _date(_century(match[3]), match[2], match[1], text)
    if match := _WORDS.search(text):
        return _date(_century(match[3]), _SPELLINGS[match[2].lower()], match[1], text)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return day(float(text), serial_from=serial_from)
    raise Unreadable(text)


def month(value: object) -> int | None:
    """The month a cell names or numbers (1 to 12), None when blank; raises Unreadable."""
    if isinstance(value, str) and not blank(value):
        text = tidy(value).strip("'").lower().rstrip(".")
        if text in _SPELLINGS:
            return _SPELLINGS[text]
        if re.fullmatch(r"\d{1,2}(?:[.,]0+)?", text) and 1 <= int(re.split(r"[.,]", text)[0]) <= 12:
            return int(re.split(r"[.,]", text)[0])
        raise Unreadable(text)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value == int(value) and 1 <= value <= 12:
            return int(value)
        raise Unreadable(str(value))
    if value is None or isinstance(value, str):
        return None
    raise Unreadable(str(value))


def last_day(year: int, of_month: int) -> date:
    """The last day of a month."""
    return date(year, of_month, calendar.monthrange(year, of_month)[1])


@dataclass(frozen=True)
class Period:
    """What a line says of the time it covers; None where it says nothing."""

    text: str
    first: int | None  # month it begins with
    last: int | None  # month it ends with
    first_day: int | None = None
    last_day: int | None = None
    year: int | None = None

    @property
    def cumulative(self) -> bool:
        """Whether it says "from January up to"."""
        return self.first == 1 and self.first_day in (None, 1) and self.last is not None

    @property
    def one_month(self) -> bool:
        """Whether it names one month after January, so that it may mean the month alone or the position in it."""
        return self.first is not None and self.first == self.last and self.first != 1


def period(lines: Iterable[str]) -> Period | None:
    """The period that a file's title lines name, None when none does."""
    for line in lines:
        text = spelt(tidy(line))
        if not _says_when(text):
            continue
        found = [m for m in _MENTION.finditer(text) if m[2]]
        if not found:
            if part := _part(text):
                return part
            continue
        begin, end = found[0], found[-1]
        years = [int(m[3]) for m in found if m[3]]
        until = _UNTIL.search(text)
        if until is not None and until.start() > end.start():  # "Januari s.d …… 2022": nobody wrote until when
            return Period(text, _SPELLINGS[begin[2].lower()], None, year=years[-1] if years else None)
        opens = begin is not end or until is None or begin.start() < until.start()
        return Period(
            text=text,
            first=_SPELLINGS[begin[2].lower()] if opens else None,  # "… s.d. 31 Oktober" says only the end
            last=_SPELLINGS[end[2].lower()],
            first_day=int(begin[1]) if opens and begin[1] else None,
            last_day=int(end[1]) if end[1] else None,
            year=years[-1] if years else None,
        )
    return None


def spelt(text: str) -> str:
    """A line with its dates and numbered months in words: "01/01/2026 - 31/03/2026" gives 1 januari 2026 - …."""

    def one(found: re.Match[str]) -> str:
        of_day, of_month, of_year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        if not 1 <= int(of_month) <= 12 or not 1 <= int(of_day) <= 31:
            return found[0]
        return f"{int(of_day)} {MONTHS[int(of_month) - 1]} {of_year}"

    def numbered(found: re.Match[str]) -> str:
        return f"bulan {MONTHS[int(found[1]) - 1]}" if 1 <= int(found[1]) <= 12 else found[0]

    return _NUMBERED_MONTH.sub(numbered, _IN_NUMBERS.sub(one, text))


def _says_when(text: str) -> bool:
    if _PRINTED.search(text):
        return False
    cue = _CUE.search(text) or _UNTIL.search(text) or _PER.search(text) or _PART.search(text)
    return bool(cue or _BARE_MONTH.fullmatch(text) or _IN_WORDS.match(text))


def _part(text: str) -> Period | None:
    """The months of a quarter or a half year; "s.d. Triwulan III" says only the end."""
    found = _PART.search(text)
    if not found:
        return None
    which = _WHICH.get(found[2].lower()) or int(found[2])
    half = found[1].lower() in ("semester", "smt")
    if half and which > 2:
        return None
    length = 6 if half else 3
    until = _UNTIL.search(text)
    opens = until is None or until.start() > found.start()
    # The first quarter alone is the months since January all the same.
    years = _BARE_YEAR.findall(text)
    return Period(
        text, (which - 1) * length + 1 if opens else None, which * length, year=int(years[-1]) if years else None
    )


def year(lines: Iterable[str]) -> int | None:
    """The budget year that a file's title lines name, None when none does or they disagree."""
    named: set[int] = set()
    bare: set[int] = set()
    for line in lines:
        text = spelt(tidy(line))
        named |= {int(found) for found in _YEAR.findall(text)}
        if re.fullmatch(r"20\d{2}", text):
            named.add(int(text))
        if _says_when(text):
            bare |= {int(m[3]) for m in _MENTION.finditer(text) if m[3]}
            bare |= {int(found) for found in _BARE_YEAR.findall(text)}
    for years in (named, bare):
        if len(years) == 1:
            return years.pop()
    return None


def _century(text: str) -> str:
    return text if len(text) == 4 else f"{'20' if int(text) < 70 else '19'}{text}"


def _date(of_year: str, of_month: str | int, of_day: str, text: str) -> date:
    try:
        return _sane(date(int(of_year), int(of_month), int(of_day)))
    except ValueError as fault:
        raise Unreadable(text) from fault


def _sane(found: date) -> date:
    if not 1950 <= found.year <= 2100:
        raise Unreadable(found.isoformat())
    return found
