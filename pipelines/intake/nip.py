"""NIP of PNS and PPPK: 18 digits that a text cell keeps whole and a numeric cell does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

from pipelines.intake.cells import blank, tidy

Kind = Literal["PNS", "PPPK"]

DIGITS = 18
KEPT = 15  # digits that a number in a cell still shows
YOUNGEST, OLDEST = 18, 46  # years at appointment: below is a fault, above is worth a look
_SHOWN = 12  # digits a number in scientific notation must show to be worth searching for
_NOISE = re.compile(r"[\s.'’`_-]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?17")
_SPOILT = re.compile(r"\d{15}000")  # a serial of 000 does not exist: the digits went through a number


@dataclass(frozen=True)
class Nip:
    """What a NIP says by its structure."""

    lahir: date
    pengangkatan: date  # first of the month for PNS, of the year for PPPK
    jenis: Kind
    kontrak: int | None  # which contract of a PPPK
    perempuan: bool
    urut: str

    @property
    def umur(self) -> int:
        """Full years at the end of the month (PPPK: of the year) of appointment."""
        month = 12 if self.jenis == "PPPK" else self.pengangkatan.month
        return self.pengangkatan.year - self.lahir.year - (self.lahir.month > month)


@dataclass(frozen=True)
class Read:
    """A cell read for a NIP: the NIP, or the digits left of one, or the fault that its structure shows."""

    nip: str | None = None
    angka: str | None = None  # first digits of a NIP that was a number
    fault: str | None = None  # key of the words templat.<fault>


def cell(value: object, *, today: date) -> Read:
    """What a cell holds; every field None when it is blank."""
    if blank(value):
        return Read()
    if isinstance(value, bool | date | datetime):
        return Read(fault="nip_huruf")
    if isinstance(value, int | float):
        # The shortest spelling of a binary number is what was typed, as far as it is still there.
        return _number(f"{Decimal(repr(float(value))):f}", today)
    return _text(tidy(str(value)), today)


@lru_cache(maxsize=65_536)
def _text(text: str, today: date) -> Read:
    if _SCIENTIFIC.fullmatch(text):
        return _scientific(text, today)
    digits = _NOISE.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        return Read(fault="nip_huruf")
    if _SPOILT.fullmatch(digits):
        return _number(digits, today)
    fault = _fault(digits, today)
    return Read(fault=fault) if fault else Read(nip=digits)


def _scientific(text: str, today: date) -> Read:
    mantissa = re.split("[eE]", text)[0].replace(",", ".")
    if len(mantissa.replace(".", "")) < _SHOWN:
        return Read(fault="nip_terpotong")
    try:
        return _number(f"{Decimal(mantissa).scaleb(DIGITS - 1):.0f}", today)
    except InvalidOperation:
        return Read(fault="nip_terpotong")


def _number(digits: str, today: date) -> Read:
    """A numeric cell is never a NIP; its first digits say which ones it may have been."""
    digits = digits.removesuffix(".0")
    if len(digits) != DIGITS or not digits.isdigit():
        return Read(fault="nip_panjang")
    fault = _fault(digits[:KEPT] + "999", today)  # the serial is gone, whatever stands there
    return Read(fault=fault) if fault else Read(angka=digits[:KEPT])


def _fault(digits: str, today: date) -> str | None:
    """What is wrong with 18 digits as a NIP: the key of its words."""
    if len(digits) != DIGITS:
        return "nip_panjang"
    if _day(digits[:8]) is None or digits[:8] > f"{today:%Y%m%d}":
        return "nip_lahir"
    month = int(digits[12:14])
    if not (1 <= month <= 12 or 21 <= month <= 29):
        return "nip_bulan"
    if not 1950 <= int(digits[8:12]) <= 2100:
        return "nip_tahun"
    if digits[14] not in "12":
        return "nip_kelamin"
    if digits[15:] == "000":
        return "nip_seri"
    found = parts(digits)
    if found.pengangkatan > today:
        return "nip_depan"
    return "nip_umur" if found.umur < YOUNGEST else None


def parts(nip: str) -> Nip:
    """What a sound NIP says; raises ValueError for one that is not."""
    month = int(nip[12:14])
    pppk = month > 12
    return Nip(
        lahir=date(int(nip[:4]), int(nip[4:6]), int(nip[6:8])),
        pengangkatan=date(int(nip[8:12]), 1 if pppk else month, 1),
        jenis="PPPK" if pppk else "PNS",
        kontrak=month - 20 if pppk else None,
        perempuan=nip[14] == "2",
        urut=nip[15:],
    )


def kind_of(value: object) -> Kind:
    """What a cell with a NIP says of its holder, even where its last digits are lost; PNS where it says nothing."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = f"{Decimal(repr(float(value))):f}"
    else:
        digits = _NOISE.sub("", str(value))
    return "PPPK" if len(digits) >= DIGITS and digits[12] == "2" else "PNS"


def old(nip: str) -> bool:
    """Whether its holder was appointed at an age at which few are: worth a look, and no fault."""
    return parts(nip).umur > OLDEST


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
