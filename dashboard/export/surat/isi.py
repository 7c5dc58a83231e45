"""What a meeting left in the records, as letters need it: rows of one build, units by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.figures.figure import Lang
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics.rapat_kata import pilihan
from pipelines.catalogue import text
from pipelines.contracts.rapat import UKURAN_JANJI

Row = Mapping[str, Any]

_MEETING = "select * from app.rapat where id = ?"
_ACTIONS = "select * from app.tindak_lanjut where rapat_id = ? order by kode_opd, kode_unit, tenggat, id"
_OPEN = (
    "select * from app.tindak_lanjut where rapat_id <> ? and hari_rapat <= ? and terbuka_sampai >= ? "
    "and rapat_jenis = ? order by tenggat, id"
)
_PROMISES = "select * from app.komitmen where rapat_id = ? order by kode_opd, kode_unit, tanggal_janji, id"
_DUE = "select * from app.komitmen where rapat_id <> ? and tanggal_janji <= ? and hari_rapat < ? order by tanggal_janji"
_OBSTACLES = "select * from app.kendala where rapat_id = ? order by kode_opd, kategori, id"
_PRESENT = "select * from app.kehadiran where rapat_id = ? order by kode_opd, kode_unit"
_NAMES = "select distinct kode_opd, nama, singkatan from app.opd"


@dataclass(frozen=True)
class Isi:
    """A meeting with everything that was said in it, and what earlier ones of its kind had left open."""

    rapat: Row
    lalu: Sequence[Row]  # actions that were open on its day
    tindak: Sequence[Row]
    komitmen: Sequence[Row]
    jatuh_tempo: Sequence[Row]  # commitments of earlier meetings that fell due by its day
    kendala: Sequence[Row]
    hadir: Sequence[Row]
    nama: Mapping[str, str]  # of OPD and units, by code

    @property
    def hari(self) -> date:
        """The day of the meeting."""
        found: date = self.rapat["tanggal"]
        return found

    def unit(self, row: Row) -> str:
        """Whose a row is: the unit where it has one, else the OPD; as it was written where that is not known."""
        code = row["kode_unit"] or row["kode_opd"]
        return self.nama.get(code) or row.get("unit_tertulis") or row.get("opd_tertulis") or str(code or "–")

    @property
    def opd(self) -> list[str]:
        """The OPD that were given something to do or promised something, by code."""
        return sorted({row["kode_opd"] for row in (*self.tindak, *self.komitmen) if row["kode_opd"]})


def isi(ask: Ask, rapat_id: str) -> Isi | None:
    """The meeting of that id as the build has it; None where it has none, or the reader may not see it."""
    rows = ask.run(_MEETING, rapat_id)
    if not rows:
        return None
    meeting = rows[0]
    on = meeting["tanggal"]
    return Isi(
        meeting,
        ask.run(_OPEN, rapat_id, on, on, meeting["jenis"]),
        ask.run(_ACTIONS, rapat_id),
        ask.run(_PROMISES, rapat_id),
        [row for row in ask.run(_DUE, rapat_id, on, on) if row["rapat_jenis"] == meeting["jenis"]],
        ask.run(_OBSTACLES, rapat_id),
        ask.run(_PRESENT, rapat_id),
        _names(ask),
    )


def _names(ask: Ask) -> dict[str, str]:
    """What OPD and the units below them are called, by code."""
    return {row["kode_opd"]: str(row["singkatan"] or row["nama"] or row["kode_opd"]) for row in ask.run(_NAMES)}


def janji(row: Row, lang: Lang) -> str:
    """What was promised: "serapan 75 % selambatnya 30 Nov 2026"."""
    name = row["ukuran"]
    if name not in UKURAN_JANJI:
        raise KeyError(name)
    about = row["kode_indikator"] if name == "indikator" else text(f"rapat.ukuran_{name}", lang)
    return text(
        "rapat.janji", lang, ukuran=about, nilai=nilai(row["nilai_janji"], name, lang),
        tanggal=day(row["tanggal_janji"], lang),
    )  # fmt: skip


def nilai(value: Any, ukuran: str, lang: Lang) -> str:
    """A value of a measure that can be promised, to its last digit."""
    unit: Any = {"realisasi": "rupiah", "sisa": "rupiah", "deviasi": "poin", "indikator": "angka"}.get(ukuran, "angka")
    written = write(value, unit, lang)
    return f"{written}\u00a0%" if ukuran in ("serapan", "serapan_rak", "fisik") else written


def keadaan(row: Row, hari: date, lang: Lang) -> str:
    """The state of an action on a day: its word, and how late it is where it is still open."""
    word = pilihan(row["status"], lang)
    if row["terbuka_sampai"] > hari and row["tenggat"] < hari:
        return f"{word}, {text('rapat.ket_lewat', lang, hari=(hari - row['tenggat']).days)}"
    return word
