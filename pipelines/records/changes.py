"""A change of a record, and what may be wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from pipelines.catalogue import both, text
from pipelines.contracts.base import columns, required
from pipelines.contracts.rapat import CATATAN
from pipelines.trouble import Trouble

PREFIX = {
    "rapat": "RPT", "kehadiran": "HDR", "tindak_lanjut": "TL", "perpanjangan": "PJ", "komitmen": "KM",
    "kendala": "KD", "catatan": "CT", "temuan": "TM", "buku_tamu": "BT",
}  # fmt: skip
LAYAR = "layar"
PLACES = {"rupiah": 2, "persen": 4}  # decimals that a column keeps; more are refused, not cut off


@dataclass(frozen=True)
class Who:
    """Who says it, and where: on the screen, by command, or through an import."""

    oleh: str
    asal: str = LAYAR


@dataclass(frozen=True)
class Change:
    """What is to be written of one record; `versi` is that which the writer has seen, None for a new record."""

    kind: str
    id: str | None
    values: Mapping[str, Any] = field(default_factory=dict)  # only what changes
    versi: int | None = None
    remove: bool = False


@dataclass(frozen=True)
class Record:
    """A record as it stands."""

    kind: str
    id: str
    versi: int
    values: Mapping[str, Any]  # the columns of its contract but id and versi
    oleh: str
    pada: str  # UTC
    asal: str
    removed: bool = False


class Overtaken(Trouble):
    """Somebody else wrote the record meanwhile; `now` is how it stands, `tried` what was to be written."""

    def __init__(self, now: Record, tried: Change) -> None:
        self.now, self.tried = now, tried
        super().__init__("rapat.disusul", id=now.id, oleh=now.oleh, versi=now.versi)


class Invalid(Trouble):
    """The record cannot be kept as it is; `fields` says what is wrong with which column, in both languages."""

    def __init__(self, kind: str, fields: Mapping[str, dict[str, str]]) -> None:
        self.kind, self.fields = kind, dict(fields)
        super().__init__("rapat.isian_salah", apa=kind, sebab="")
        for lang in self.words:
            said = "; ".join(f"{name}: {words[lang]}" for name, words in self.fields.items())
            self.words[lang] = text("rapat.isian_salah", lang, apa=text(f"rapat.jenis_{kind}", lang), sebab=said)
        self.args = (self.words["en"],)


def own(kind: str) -> tuple[str, ...]:
    """The columns of a kind's content: all of its contract but id and version."""
    return tuple(name for name in columns(CATATAN[kind]) if name not in ("id", "versi"))


def checked(kind: str, id: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a record in the types of its contract; raises Invalid naming every column that is wrong."""
    contract = CATATAN[kind]
    content = {name: _tidy(values.get(name)) for name in own(kind)}
    wrong = {
        name: both("rapat.isian_kosong") for name in required(contract) if name != "id" and content.get(name) is None
    }
    for name, cell in columns(contract).items():
        value = content.get(name)
        if cell.choices and value is not None and value not in cell.choices:
            wrong[name] = both("rapat.isian_pilihan", daftar=", ".join(cell.choices))
        if isinstance(value, Decimal) and cell.kind in PLACES and value != round(value, PLACES[cell.kind]):
            wrong[name] = both("rapat.isian_desimal", n=PLACES[cell.kind])
    if wrong:
        raise Invalid(kind, wrong)
    try:
        made = contract(id=id, **content)
    except ValidationError as error:
        told = {str(one["loc"][0]): both("rapat.isian_bentuk", nilai=one["input"]) for one in error.errors()}
        raise Invalid(kind, told) from None
    wrong = _impossible(kind, made.model_dump())
    if wrong:
        raise Invalid(kind, wrong)
    places = {name: PLACES[cell.kind] for name, cell in columns(contract).items() if cell.kind in PLACES}
    kept = {name: value for name, value in made.model_dump().items() if name not in ("id", "versi")}
    return {name: round(v, places[name]) if isinstance(v, Decimal) else v for name, v in kept.items()}


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip() or None
    return value


def _impossible(kind: str, row: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What no record can say at once."""
    found: dict[str, dict[str, str]] = {}
    if kind == "tindak_lanjut" and row["tgl_selesai"] and row["status"] not in ("Selesai", "Batal"):
        found["status"] = both("rapat.isian_belum_selesai")
    if kind == "tindak_lanjut" and row["lanjutan_dari"] == row["id"]:
        found["lanjutan_dari"] = both("rapat.isian_diri")
    if kind == "komitmen" and row["ukuran"] == "indikator" and not row["kode_indikator"]:
        found["kode_indikator"] = both("rapat.isian_indikator")
    if kind == "komitmen" and row["ukuran"] != "indikator" and row["kode_indikator"]:
        found["kode_indikator"] = both("rapat.isian_bukan_indikator")
    if kind == "komitmen" and row["keadaan"] == "dicabut" and not row["catatan"]:
        found["catatan"] = both("rapat.isian_alasan")
    if kind == "kendala" and row["sejak"] and row["selesai"] and row["selesai"] < row["sejak"]:
        found["selesai"] = both("rapat.isian_terbalik")
    return found


def named(kind: str, values: Mapping[str, Any]) -> str:
    """The id of a record that was given none, from what names it: the same row is the same record."""
    key = [str(values.get(name) or "") for name in CATATAN[kind].kunci]
    return f"{PREFIX[kind]}-{hashlib.sha256(chr(0).join(key).encode()).hexdigest()[:10]}"


def numbered(kind: str) -> bool:
    """Whether a kind has running numbers: nothing in its rows names them."""
    return CATATAN[kind].kunci == ("id",)
