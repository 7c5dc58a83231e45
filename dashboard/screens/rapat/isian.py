"""The sheet that people type into: rows of one kind of record, kept at every pause, on the screen as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import streamlit as st

_HERE = Path(__file__).parent
_COMPONENT = "raporda.isian"

Jenis = Literal[
    "naskah", "teks", "pilihan", "saran", "tanggal", "jam", "angka"
]  # saran: typed, with what is known offered


@dataclass(frozen=True)
class Kolom:
    """One column of a sheet."""

    nama: str
    label: str
    jenis: Jenis = "teks"
    pilihan: Sequence[tuple[str, str]] = ()  # what is kept, and how it reads
    lebar: str = "1fr"  # as a grid of CSS has it
    wajib: bool = False
    awal: str = ""  # what a new row begins with
    contoh: str = ""
    baris: int = 1
    tetap: bool = False


@dataclass(frozen=True)
class Ketikan:
    """What stands half typed in a row in one browser; the browser itself knows which of them is its own."""

    peramban: str
    isi: Mapping[str, str]
    versi: int | None
    kata: str  # as another browser tells of it


@dataclass(frozen=True)
class Baris:
    """One row: the record, and what is being typed over it."""

    kunci: str
    isi: Mapping[str, str]
    id: str | None = None
    versi: int | None = None
    ketikan: Sequence[Ketikan] = ()
    tercatat: int | None = None  # the version that this browser wrote last
    salah: Mapping[str, str] = field(default_factory=dict)
    disusul: str | None = None  # who was quicker, and how the record stands now
    ket: Sequence[str] = ()
    tombol: Sequence[tuple[str, str]] = ()  # name and label of what can be done with it


@dataclass(frozen=True)
class Lembar:
    """A sheet with its rows, and what is told below it."""

    nama: str  # of this sheet alone: drafts and what the browser keeps are stored under it
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    kata: Mapping[str, str]
    tambah: bool = True
    bentuk: Literal["baris", "borang"] = "baris"
    kabar: str = ""


def sheet(
    shown: Lembar, *, heard: Mapping[str, int], wrote: Callable[[Any], None], pressed: Callable[[Any], None],
    chose: Callable[[Any], None], took: Callable[[Any], None],
) -> None:  # fmt: skip
    """Mount the sheet; `heard` says which revision of each row has arrived, the others get what the browser sends."""
    key = f"isian-{shown.nama}"

    def told(name: str, then: Callable[[Any], None]) -> Callable[[], None]:
        def hear() -> None:
            if message := getattr(st.session_state[key], name):
                then(message)

        return hear

    _mount()(
        key=key,
        data=_data(shown, heard),
        on_tulis_change=told("tulis", wrote),
        on_tekan_change=told("tekan", pressed),
        on_pilih_change=told("pilih", chose),
        on_ambil_change=told("ambil", took),
    )


def _mount() -> Any:
    return st.components.v2.component(
        _COMPONENT,
        css=(_HERE / "isian.css").read_text(encoding="utf-8"),
        js=(_HERE / "isian.js").read_text(encoding="utf-8"),
    )


def _data(shown: Lembar, heard: Mapping[str, int]) -> dict[str, Any]:
    return {
        "lembar": shown.nama,
        "kolom": [{**vars(column), "pilihan": [list(one) for one in column.pilihan]} for column in shown.kolom],
        "baris": [_row(row, shown.kata) for row in shown.baris],
        "tambah": shown.tambah,
        "bentuk": shown.bentuk,
        "kata": dict(shown.kata),
        "kabar": shown.kabar,
        "tombol": list(dict.fromkeys(label for row in shown.baris for _, label in row.tombol)) or [shown.kata["hapus"]],
        "terima": dict(heard),
    }


def _row(row: Baris, words: Mapping[str, str]) -> dict[str, Any]:
    overtaken = None
    if row.disusul:
        choices = [["saya", words["pilih_saya"]], ["kini", words["pilih_kini"]]]
        overtaken = {"kata": row.disusul, "pilihan": choices}
    return {
        "kunci": row.kunci, "id": row.id, "versi": row.versi, "isi": dict(row.isi),
        "ketikan": [{**vars(one), "isi": dict(one.isi)} for one in row.ketikan], "tercatat": row.tercatat,
        "salah": dict(row.salah), "disusul": overtaken, "ket": list(row.ket),
        "tombol": [list(one) for one in row.tombol],
    }  # fmt: skip
