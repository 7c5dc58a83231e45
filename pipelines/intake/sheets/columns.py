"""Columns of a sheet brought to the types of their contract, many cells at once, each fault with its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from pipelines import clock
from pipelines.catalogue import toml
from pipelines.contracts.base import ARROW, Baris
from pipelines.contracts.lembar import Column
from pipelines.intake import codes, money, nip
from pipelines.intake.cells import Ambiguous, Mark, Unreadable, blank, mark, number, percent, tidy
from pipelines.intake.dates import day, month
from pipelines.intake.grid import Cell
from pipelines.intake.jam import hour
from pipelines.intake.sheets.recognise import plain

FINE = Decimal("0.0001")  # what a percentage is kept to
_LONGEST_NUMBER = 1e15  # beyond it a number in a cell has lost its last digits
_SHAPED: dict[str, codes.Kind] = {
    "kode_program": "program",
    "kode_kegiatan": "kegiatan",
    "kode_sub_kegiatan": "sub_kegiatan",
    "kode_rekening": "rekening",
}
_CLIPPED = str(2**31 - 1)
_AIMS = ("target", "realisasi")
_YES_NO = {"y": True, "ya": True, "yes": True, "true": True, "1": True,
           "t": False, "tidak": False, "tdk": False, "no": False, "n": False, "false": False, "0": False}  # fmt: skip
_MONEY = {
    "ANGKA_BERMAKNA_GANDA": "angka_rancu",
    "ANGKA_TAK_TERBACA": "bukan_rupiah",
    "ANGKA_TERLALU_BESAR": "rupiah_terlalu_besar",
    "ANGKA_TERPOTONG": "angka_terpotong",
}


class Wrong(ValueError):  # noqa: N818 - it names a finding, not a failure
    """A cell that its column does not accept; `key` names the words, `values` fill them."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Fault:
    """A cell that could not be taken, and why."""

    index: int
    read: str
    wrong: Wrong


@dataclass(frozen=True)
class Typed:
    """A column in its contract's type: for storing, for comparing, which cells are filled, which are wrong."""

    arrow: pa.Array
    keys: list[Any]
    known: npt.NDArray[np.bool_]
    faults: tuple[Fault, ...]


def typed(
    values: Sequence[Cell], column: Column, contract: type[Baris], *, times: int = 1, thousands: Mark | None = None
) -> Typed:
    """A column's cells in the type of the contract's column; amounts are multiplied by `times`.

    `thousands` is the mark the columns beside it show; the column's own evidence goes before it.
    """
    if column.cell.kind == "rupiah":
        return _rupiah(values, times, thousands)
    reader = _reader(column, contract, _marks(values) if column.cell.kind in ("persen", "bulat") else None)
    found: list[Any] = []
    faults: list[Fault] = []
    memo: dict[Cell, Any] = {}
    for i, value in enumerate(values):
        key: Any = str(value) if type(value) is bool else value  # True and 1 are one key, and two cells
        if key not in memo:
            try:
                memo[key] = reader(value)
            except Wrong as wrong:
                memo[key] = wrong
        result = memo[key]
        if isinstance(result, Wrong):
            faults.append(Fault(i, shown(value), result))
            result = None
        found.append(result)
    known = np.fromiter((value is not None for value in found), dtype=np.bool_, count=len(found))
    return Typed(pa.array(found, ARROW[column.cell.kind]), found, known, tuple(faults))


def shown(value: Cell) -> str:
    """A cell as a person sees it: whole numbers without ".0", dates without a midnight."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _LONGEST_NUMBER:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)


def _marks(values: Sequence[Cell]) -> Mark | None:
    return mark(value for value in values if isinstance(value, str))


def _rupiah(values: Sequence[Cell], times: int, thousands: Mark | None) -> Typed:
    read = money.Reader(_marks(values) or thousands).column(values)
    faults = tuple(Fault(f.index, f.read, _money_fault(f)) for f in read.faults)
    sen = read.sen * times
    keys = [amount if known else None for amount, known in zip(sen.tolist(), read.known.tolist(), strict=True)]
    return Typed(money.decimals(sen, read.known), keys, read.known, faults)


def _money_fault(fault: money.Fault) -> Wrong:
    if fault.read.lstrip("'").startswith("#"):
        return Wrong("angka_galat")
    return Wrong(_MONEY[fault.code])


def _reader(column: Column, contract: type[Baris], thousands: Mark | None) -> Callable[[Cell], Any]:
    """What turns one cell of the column into its value; raises Wrong."""
    kind = column.cell.kind
    check = _limits(contract, column.field)
    if kind in ("kode", "teks"):
        want = _SHAPED.get(column.field)
        said = _aim if column.field.startswith(_AIMS) else _text
        read = said if kind == "teks" else (lambda value: _shaped(value, want)) if want else _code
        return lambda value: _chosen(read(value), column)
    if kind == "nip":
        today = clock.local(clock.now()).date()
        return lambda value: _nip(value, today)
    if kind in ("persen", "bulat"):
        return lambda value: check(_number(_counted(column.field, value), kind, thousands))
    plain_readers: dict[str, Callable[[Cell], Any]] = {
        "naskah": _words, "tahun": _year, "bulan": _month, "tanggal": _day, "jam": _clock, "ya_tidak": _yes_no,
    }  # fmt: skip
    return lambda value: check(plain_readers[kind](value))


@cache
def _limits(contract: type[Baris], field: str) -> Callable[[Any], Any]:
    """The contract's own check of one value, its message turned into ours."""
    info = contract.model_fields[field]
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    edges = {name: getattr(m, name) for m in info.metadata for name in ("ge", "le") if hasattr(m, name)}

    def check(value: Any) -> Any:
        if value is None:
            return None
        try:
            return adapter.validate_python(value)
        except ValidationError as fault:
            raise Wrong("di_luar_batas", bawah=edges.get("ge"), atas=edges.get("le")) from fault

    return check


def _text(value: Cell) -> str | None:
    return None if blank(value) else tidy(shown(value))


def _words(value: Cell) -> str | None:
    """People's own words: lines and signs as they wrote them."""
    return None if blank(value) else shown(value).replace("\r\n", "\n").strip()


def _aim(value: Cell) -> str | None:
    """A target or result as written; the largest number of 32 bits is what a narrow column made of another."""
    text = _text(value)
    if text is not None and re.sub(r"[.,]", "", text) == _CLIPPED:
        raise Wrong("angka_terpotong")
    return text


def _nip(value: Cell, today: date) -> str | None:
    read = nip.cell(value, today=today)
    if read.angka is not None:
        raise Wrong("nip_angka", angka=read.angka)
    if read.fault is not None:
        raise Wrong(read.fault)
    return read.nip


def _code(value: Cell) -> str | None:
    if isinstance(value, float) and (not value.is_integer() or abs(value) >= _LONGEST_NUMBER):
        raise Wrong("kode_angka")
    text = _text(value)
    if text is None:
        return None
    text = text.strip("'\"").strip()
    whole = codes.plain(text)
    return whole if codes.kind(whole) == "unit" else text or None


def _shaped(value: Cell, want: codes.Kind) -> str | None:
    if isinstance(value, datetime | date):  # Excel took 1.02.03 for a day
        raise Wrong("kode_tanggal")
    try:
        return codes.code(value, want)
    except Unreadable as fault:
        lost = isinstance(value, float)
        raise Wrong("kode_angka" if lost else "kode_bentuk", contoh=_EXAMPLE[want]) from fault


_EXAMPLE: dict[codes.Kind, str] = {
    "program": "4.01.01",
    "kegiatan": "4.01.01.2.01",
    "sub_kegiatan": "4.01.01.2.01.0001",
    "rekening": "5.1.02.01.001.00024",
}


def _chosen(value: str | None, column: Column) -> str | None:
    choices = column.cell.choices
    if value is None or not choices:
        return value
    written = plain(value)
    for choice in choices:
        if written == plain(choice) or written in _spelt(column.field).get(choice, ()):
            return choice
    raise Wrong("bukan_pilihan", daftar=", ".join(choices))


@cache
def _spelt(field: str) -> dict[str, frozenset[str]]:
    """The other writings of each choice of a column, in one spelling."""
    return {choice: frozenset(map(plain, said)) for choice, said in toml("pilihan").get(field, {}).items()}


def _counted(field: str, value: Cell) -> Cell:
    """A number of a column whose numbers have words, as that number: a quarter is "TW II" as well."""
    if not isinstance(value, str):
        return value
    return next((number for number, said in _spelt(field).items() if plain(value) in said), value)


def _number(value: Cell, kind: str, thousands: Mark | None) -> Any:
    try:
        if kind == "persen":
            found = percent(value, thousands=thousands)
            return None if found is None else found.quantize(FINE)
        found = number(value, thousands=thousands)
    except Ambiguous as fault:
        raise Wrong("angka_rancu") from fault
    except Unreadable as fault:
        raise Wrong(f"bukan_{kind}") from fault
    if found is None:
        return None
    if found != found.to_integral_value() or abs(found) >= 2**31:
        raise Wrong("bukan_bulat")
    return int(found)


def _year(value: Cell) -> int | None:
    if isinstance(value, datetime | date):
        raise Wrong("bukan_tahun")
    try:
        found = None if blank(value) else number(value.strip("'") if isinstance(value, str) else value, thousands=".")
    except Unreadable as fault:
        raise Wrong("bukan_tahun") from fault
    if found is None:
        return None
    if found != found.to_integral_value():
        raise Wrong("bukan_tahun")
    return int(found)


def _month(value: Cell) -> int | None:
    try:
        return month(value)
    except Unreadable as fault:
        raise Wrong("bukan_bulan") from fault


def _day(value: Cell) -> date | None:
    try:
        return day(value)
    except Unreadable as fault:
        raise Wrong("bukan_tanggal") from fault


def _clock(value: Cell) -> str | None:
    try:
        return hour(value)
    except Unreadable as fault:
        raise Wrong("bukan_jam") from fault


def _yes_no(value: Cell) -> bool | None:
    if isinstance(value, bool):
        return value
    if blank(value):
        return None
    found = _YES_NO.get(shown(value).strip().lower())
    if found is None:
        raise Wrong("bukan_ya_tidak")
    return found
