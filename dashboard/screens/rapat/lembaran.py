"""The columns of each sheet of a meeting, in the order in which a secretary hears them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard.query import Ask
from dashboard.screens.rapat.isian import Jenis, Kolom
from dashboard.screens.rapat.meja import PEMISAH, UNIT
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from dashboard.words import Words
from pipelines.contracts import rapat
from pipelines.contracts.base import Cell, columns, required
from pipelines.contracts.rapat import CATATAN
from pipelines.records.changes import Record

_SETDA = "evaluasi Setda"
_FROM_KIND: Mapping[str, Jenis] = {
    "tanggal": "tanggal", "jam": "jam", "persen": "angka", "rupiah": "angka", "tahun": "angka", "bulan": "angka",
    "naskah": "naskah",
}  # fmt: skip
# What is written of each kind, and how wide; "unit" is OPD and unit in one.
_SUSUNAN: dict[str, dict[str, str]] = {
    "rapat": {
        "jenis": "1fr", "tanggal": "1fr", "perihal": "2fr", "pimpinan": "1fr", "tempat": "1fr", "agenda": "2fr",
    },
    "notulen": {"notulen": "1fr"},
    "tindak_lanjut": {
        "jenis": "6.5rem", UNIT: "minmax(7.5rem,1fr)", "uraian": "minmax(9.375rem,2.2fr)",
        "penanggung_jawab": "minmax(6.25rem,1fr)", "tenggat": "7.625rem", "ukuran_selesai": "minmax(6.25rem,1.2fr)",
        "status": "6.5rem",
    },
    "lalu": {
        "status": "6.5rem", UNIT: "minmax(8.125rem,1fr)", "uraian": "minmax(11.25rem,2.2fr)", "tgl_selesai": "7.75rem",
        "bukti": "minmax(6.875rem,1.2fr)", "catatan": "minmax(7.5rem,1.2fr)",
    },
    "perpanjangan": {
        "tindak_lanjut_id": "minmax(11.25rem,2fr)", "tanggal": "7.75rem", "tenggat_baru": "7.75rem",
        "alasan": "minmax(10rem,2fr)", "disetujui": "minmax(6.875rem,1fr)",
    },
    "komitmen": {
        UNIT: "minmax(8.125rem,1.2fr)", "ukuran": "minmax(7.5rem,1fr)", "kode_indikator": "minmax(7.5rem,1fr)",
        "nilai_janji": "minmax(6rem,.8fr)", "tanggal_janji": "7.75rem", "keadaan": "6.25rem",
        "catatan": "minmax(6.875rem,1fr)",
    },
    "kendala": {
        UNIT: "minmax(7.5rem,1fr)", "kode_sub_kegiatan": "minmax(6.875rem,1fr)", "kategori": "minmax(7.5rem,1fr)",
        "uraian": "minmax(8.75rem,2fr)", "pembuka_sumbatan": "minmax(6.25rem,1fr)", "sejak": "7.625rem",
        "selesai": "7.625rem",
    },
    "kehadiran": {UNIT: "minmax(10rem,1.4fr)", "kehadiran": "8.125rem", "jabatan": "minmax(9.375rem,1.4fr)"},
    "catatan": {
        "jenis": "6.5rem", UNIT: "minmax(7.75rem,1fr)", "tanggal": "7.625rem", "ukuran": "minmax(6rem,.8fr)",
        "bulan": "3.5rem", "tahun": "4.25rem", "uraian": "minmax(8.5rem,2fr)", "keadaan": "6.25rem",
        "tanggapan": "minmax(6.5rem,1.4fr)",
    },
    "temuan": {
        "pemeriksa": "5.625rem", UNIT: "minmax(8.125rem,1fr)", "no_lhp": "minmax(7.5rem,1fr)", "nomor": "4.375rem",
        "tahun": "4.375rem", "uraian": "minmax(10rem,1.8fr)", "nilai": "minmax(6.875rem,.9fr)",
        "disetor": "minmax(6.875rem,.9fr)", "status": "minmax(8.125rem,1fr)", "tenggat": "7.75rem",
    },
    "buku_tamu": {
        UNIT: "minmax(9.375rem,1.2fr)", "tanggal": "7.75rem", "jam_masuk": "6.5rem", "jam_keluar": "6.5rem",
        "instansi": "minmax(8.75rem,1.2fr)", "keperluan": "minmax(10rem,1.6fr)",
    },
}  # fmt: skip
_KIND = {"notulen": "rapat", "lalu": "tindak_lanjut"}  # sheets that show some columns of another kind
_LINES = {"agenda": 3, "notulen": 8}
_SHORT = ("perihal", "pimpinan", "tempat", "jabatan", "disetujui", "pembuka_sumbatan", "instansi")  # one line each
_MOST = 600  # more than these are not offered: every browser of the meeting would hold them
_HINT = {"tanggal": "30-11-2026", "jam": "09:30"}


def kolom(
    sheet: str, words: Words, *, units: Sequence[tuple[str, str]], awal: Mapping[str, str] | None = None,
    pilihan: Mapping[str, Sequence[tuple[str, str]]] | None = None, tetap: Sequence[str] = (),
    saran: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Kolom]:  # fmt: skip
    """The columns of a sheet: `units` can be chosen, new rows begin with `awal`, what is `tetap` cannot be changed.

    One of `pilihan` must be chosen, one of `saran` (what it reads as, by code) may be.
    """
    kind = _KIND.get(sheet, sheet)
    cells, must = columns(CATATAN[kind]), required(CATATAN[kind])
    found: list[Kolom] = []
    for name, width in _SUSUNAN[sheet].items():
        cell = None if name == UNIT else cells[name]
        chosen = units if cell is None else (pilihan or {}).get(name) or _choices(cell, words)
        plain = "teks" if name in _SHORT or cell is None else _FROM_KIND.get(cell.kind, "teks")
        must_be, first, lines = name == UNIT or name in must, (awal or {}).get(name, ""), _LINES.get(name, 1)
        label, kind_of = words(f"rapat.kolom_{name}"), plain
        if chosen:
            kind_of = "pilihan"
        elif offered := (saran or {}).get(name):
            kind_of, chosen = "saran", list(offered.items()) if len(offered) <= _MOST else ()
        column = Kolom(name, label, kind_of, chosen, width, must_be, first, _HINT.get(kind_of, ""), lines)
        found.append(replace(column, tetap=name in tetap))
    return found


def _choices(cell: Cell, words: Words) -> list[tuple[str, str]]:
    """The choices of a column: kept as the contract spells them, read in the reader's language."""
    return [(one, pilihan(one, words.lang)) for one in cell.choices]


def measures(words: Words) -> list[tuple[str, str]]:
    """The figures that an objection may be about, as those that can be promised are called."""
    return [(one, pilihan(one, words.lang)) for one in rapat.UKURAN_JANJI]


def units(ask: Ask, view: View, jenis: str | None = None) -> list[tuple[str, str]]:
    """The OPD that can be chosen, the units of the Setda below it; in a meeting of the Setda its bagian come first."""
    rows = ask.run("select distinct kode_opd, nama, singkatan, jenis from app.opd order by nama")
    named = {r["kode_opd"]: _called(r) for r in rows}
    below: list[tuple[str, str]] = []
    secretariats = [r["kode_opd"] for r in rows if r["jenis"] == "sekretariat"]
    for code in secretariats:
        found = ask.measure(("pagu",), until=view.until, by=("unit",), where={"opd": code})
        below += [
            (f"{code}{PEMISAH}{row['unit']}", str(row["unit_nama"] or row["unit"]))
            for row in sorted(found, key=lambda r: str(r["unit_nama"] or r["unit"]))
            if row["unit"] and row["unit"] != code
        ]
    whole = list(named.items())
    return [*below, *whole] if jenis == _SETDA else [*whole, *below]


def known(sheet: str, ask: Ask, view: View) -> dict[str, dict[str, str]]:
    """What the codes of a sheet's columns are called, where the data know them: by column, by code."""
    match sheet:
        case "tindak_lanjut":
            return {"penanggung_jawab": _seats(ask)}
        case "kendala":
            return {"kode_sub_kegiatan": _subs(ask, view)}
        case _:
            return {}


def told(known: Mapping[str, Mapping[str, str]], record: Record, words: Words) -> list[str]:
    """What the codes that a record holds are called, and which of them nothing knows."""
    said = []
    for column, names in known.items():
        code = record.values[column]
        if code and names:
            label = words(f"rapat.kolom_{column}")
            asing = words("rapat.ket_kode_asing", kolom=label, kode=code)
            said.append(f"{label}: {names[code]}" if code in names else asing)
    return said


def _seats(ask: Ask) -> dict[str, str]:
    """What the posts of eselon II and III are called, by code: who may answer for an action."""
    rows = ask.run(
        "select kode_jabatan, nama_jabatan from app.kursi where tingkat in ('II', 'III') and not sementara order by 1"
    )
    return {str(row["kode_jabatan"]): str(row["nama_jabatan"]) for row in rows}


def _subs(ask: Ask, view: View) -> dict[str, str]:
    """What the sub kegiatan of the year are called, by code; of the OPD looked at, where it is one."""
    where = {"opd": view.opd} if view.opd else {}
    rows = ask.measure(("pagu",), until=view.until, by=("sub_kegiatan",), where=where)
    found = {
        str(r["sub_kegiatan"]): str(r["sub_kegiatan_nama"] or r["sub_kegiatan"]) for r in rows if r["sub_kegiatan"]
    }
    return dict(sorted(found.items()))


def _called(row: Mapping[str, object]) -> str:
    """A unit with its short name first, by which a narrow field still tells it."""
    name, short = str(row["nama"] or row["kode_opd"]), row["singkatan"]
    return f"{short} · {name}" if short and short != name else name


def begun(day: date) -> dict[str, dict[str, str]]:
    """What new rows of each sheet begin with in a meeting of that day."""
    said = f"{day:%d-%m-%Y}"
    return {
        "tindak_lanjut": {"jenis": rapat.JENIS_TINDAK[0], "status": rapat.KEADAAN[0]},
        "perpanjangan": {"tanggal": said},
        "komitmen": {"ukuran": rapat.UKURAN_JANJI[0], "keadaan": rapat.KEADAAN_JANJI[0]},
        "kehadiran": {"kehadiran": rapat.KEHADIRAN[0]},
        "catatan": {"jenis": rapat.JENIS_CATATAN[0], "tanggal": said, "keadaan": rapat.KEADAAN_CATATAN[0]},
        "kendala": {"sejak": said},
    }
