"""Codes of units, programs and accounts: text from end to end, told apart by the width of their groups."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pipelines.intake.cells import Unreadable, blank, tidy

Kind = Literal["urusan", "bidang", "unit", "program", "kegiatan", "sub_kegiatan", "rekening"]

_REMEMBERED = 32_768
_BIDANG = r"(?:\d\.\d{2}|X\.XX)"
SHAPES: dict[Kind, re.Pattern[str]] = {
    "unit": re.compile(r"\d\.\d{2}\.\d\.\d{2}\.\d\.\d{2}\.\d{2}\.\d{4}"),
    "sub_kegiatan": re.compile(rf"{_BIDANG}\.\d{{2}}\.\d\.\d{{2}}\.(?:\d{{4}}|\d{{2}})"),
    "kegiatan": re.compile(rf"{_BIDANG}\.\d{{2}}\.\d\.\d{{2}}"),
    "program": re.compile(rf"{_BIDANG}\.\d{{2}}"),
    "bidang": re.compile(_BIDANG),
    "rekening": re.compile(r"[4-6](?:\.\d(?:\.\d{2}(?:\.\d{2}(?:\.\d{2,3}(?:\.\d{4,5})?)?)?)?)?"),
    "urusan": re.compile(r"\d|X"),
}
# The first groups of an account give its kind in both layouts in use (2+4 and 3+5 digits).
DEPTH = {"akun": 1, "kelompok": 2, "jenis": 3, "objek": 4, "rincian": 5, "sub_rincian": 6}


@lru_cache(maxsize=_REMEMBERED)
def kind(code: str) -> Kind | None:
    """What a code is by its shape; a lone digit 4 to 6 is taken for an account, others for an urusan."""
    for name, shape in SHAPES.items():
        if shape.fullmatch(code):
            return name
    return None


def code(value: object, want: Kind) -> str | None:
    """The code of a cell as text, None when blank; raises Unreadable when it is not of the kind wanted.

    A number ate its zeros (1.10 became 1.1); they are given back where the kind leaves one reading only.
    """
    if blank(value):
        return None
    if isinstance(value, bool):
        raise Unreadable(str(value))
    text = _of_number(value, want) if isinstance(value, int | float) else plain(str(value))
    if want == "bidang" and re.fullmatch(r"\d\.\d", text):
        text += "0"  # a bidang has two digits, so "1.1" can only have been 1.10
    if not SHAPES[want].fullmatch(text):
        raise Unreadable(text)
    return text


def _of_number(value: float, want: Kind) -> str:
    if value == int(value) and want in ("urusan", "rekening"):
        return str(int(value))
    if want == "bidang":
        return f"{value:.2f}" if round(value, 2) == value else repr(value)
    if want == "rekening" and round(value, 1) == value:
        return f"{value:.1f}"
    return repr(value)


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """A code without spaces, quotes or a closing dot."""
    return tidy(text).replace(" ", "").strip("'\"").rstrip(".").upper()


def level(account: str) -> int:
    """How many groups an account code has, 1 (akun) to 6 (sub rincian objek)."""
    return account.count(".") + 1


def resolve(activity: str, unit: str) -> str:
    """A program, kegiatan or sub kegiatan code with the template's X.XX replaced by the unit's first bidang."""
    if not activity.upper().startswith("X.XX"):
        return activity
    return unit[:4] + activity[4:] if SHAPES["unit"].fullmatch(unit) else activity


def above(text: str) -> list[str]:
    """The codes above one, nearest first: 5.1.02.01 gives 5.1.02, 5.1, 5."""
    groups = text.split(".")
    return [".".join(groups[:n]) for n in range(len(groups) - 1, 0, -1)]
