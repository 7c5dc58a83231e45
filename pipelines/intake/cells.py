"""Numbers as Indonesian offices spell them, to Decimal; what can be read two ways is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

Mark = Literal[".", ","]

_REMEMBERED = 32_768  # exports repeat their words; what was made of them is kept
BLANK = frozenset({"", "-", "--", "null", "none", "undefined", "nan", "n/a", "#n/a", "na", "(kosong)"})
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "，": ",", "．": "."})
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_FILLER = re.compile(r"^[.…_\s]+$")  # dots of a form that nobody filled
_RP = re.compile(r"^(?:rp|idr)\s*\.?\s*", re.IGNORECASE)
_PLAIN = re.compile(r"\d+")
_GROUPS = {
    ".": re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?"),
    ",": re.compile(r"(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?"),
}
_DECIMAL = {".": re.compile(r"(\d+),(\d+)"), ",": re.compile(r"(\d+)\.(\d+)")}  # by the thousands mark it implies
_COMMON = re.compile(r"-?\d{1,3}(?:\.\d{3}){1,4},\d{2}")  # what SIPD writes; proves the dot without more ado
_SPACED = re.compile(r"(\d{1,3}(?: \d{3})+)(?:,(\d+))?")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}")


class Unreadable(ValueError):  # noqa: N818 (a state of a cell, not a failure of ours)
    """The cell is no number, date or code of the kind wanted."""


class Ambiguous(Unreadable):
    """The cell can be read two ways ("1.234"), and nothing beside it says which."""


def blank(value: object) -> bool:
    """Whether a cell says nothing: empty, a dash, "null", or the dots of a form."""
    return _says_nothing(value) if isinstance(value, str) else value is None


@lru_cache(maxsize=_REMEMBERED)
def _says_nothing(value: str) -> bool:
    text = tidy(value).lower()
    return text in BLANK or bool(_FILLER.match(text))


@lru_cache(maxsize=_REMEMBERED)
def tidy(text: str) -> str:
    """Text with one plain space where there were any spaces, dashes made plain, ends trimmed."""
    return _SPACES.sub(" ", text.translate(_DASHES)).strip()


def number(value: object, *, thousands: Mark | None = None) -> Decimal | None:
    """The number of a cell, None when blank; raises Unreadable or Ambiguous.

    `thousands` is the mark that the rest of the column shows to stand between thousands (see `mark`).
    """
    if isinstance(value, bool):
        raise Unreadable(str(value))
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if isinstance(value, float):
        return _exact(repr(value))  # what Excel shows, not the binary neighbour
    if value is None or (isinstance(value, str) and blank(value)):
        return None
    if not isinstance(value, str):
        raise Unreadable(str(value))
    body, sign, rupiah = _bare(value)
    if not body and rupiah:
        return None  # "Rp." waiting for its number
    return sign * _magnitude(body, "." if rupiah and thousands is None else thousands)


def percent(value: object, *, thousands: Mark | None = None) -> Decimal | None:
    """The percentage of a cell, in percent ("12,5%" and 12.5 give 12.5); None when blank."""
    return number(value.replace("%", " ") if isinstance(value, str) else value, thousands=thousands)


def mark(values: Iterable[object]) -> Mark | None:
    """The mark between thousands that a column's unambiguous cells agree on; None when they do not."""
    seen: set[Mark] = set()
    found: Mark | None
    for value in {value for value in values if isinstance(value, str)}:
        if "." in value or "," in value:
            found = "." if _COMMON.fullmatch(value) else _says(_bare(value, strict=False)[0])
            if found:
                seen.add(found)
                if len(seen) > 1:
                    return None
    return seen.pop() if seen else None


def _bare(value: str, *, strict: bool = True) -> tuple[str, int, bool]:
    """Digits and marks, sign, and whether the cell says rupiah."""
    text = tidy(value).strip("'\"").strip()
    sign = 1
    if text.startswith("(") and text.endswith(")"):
        text, sign = text[1:-1].strip(), -1
    if text.startswith(("-", "+")):
        sign = -sign if text[0] == "-" else sign
        text = text[1:].strip()
    bare = _RP.sub("", text)
    rupiah = bare != text
    if bare.startswith("-"):
        sign, bare = -sign, bare[1:].strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare, sign = bare[1:-1].strip(), -sign
    bare = re.sub(r"[,.]\s?-+$", "", bare)
    if bare.endswith("-") and bare[:-1].strip():  # "1.234-" as some ledgers write a negative
        sign, bare = -sign, bare[:-1].strip()
    if strict and not bare and not rupiah:
        raise Unreadable(value)
    return bare, sign, rupiah


def _says(body: str) -> Mark | None:
    """The thousands mark that one number proves by itself."""
    for thousands in (".", ","):
        groups = _GROUPS[thousands].fullmatch(body)
        if groups and (groups[2] is not None or body.count(thousands) > 1):
            return thousands
        decimals = _DECIMAL[thousands].fullmatch(body)
        if decimals and (len(decimals[2]) != 3 or len(decimals[1]) > 3 or decimals[1].startswith("0")):
            return thousands
    return None


def _magnitude(body: str, thousands: Mark | None) -> Decimal:
    if _PLAIN.fullmatch(body):
        return _exact(body)
    if _SCIENTIFIC.fullmatch(body):
        return _exact(body.replace(",", "."))
    if spaced := _SPACED.fullmatch(body):
        return _exact(spaced[1].replace(" ", "") + "." + (spaced[2] or "0"))
    reading = _says(body) or thousands
    if reading is None and any(_GROUPS[m].fullmatch(body) for m in ".,"):
        raise Ambiguous(body)
    if reading is not None:
        if groups := _GROUPS[reading].fullmatch(body):
            return _exact(groups[1].replace(reading, "") + "." + (groups[2] or "0"))
        if decimals := _DECIMAL[reading].fullmatch(body):
            return _exact(f"{decimals[1]}.{decimals[2]}")
    raise Unreadable(body)


def _exact(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation as fault:
        raise Unreadable(text) from fault
    if not found.is_finite():
        raise Unreadable(text)
    return found
