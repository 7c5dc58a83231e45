"""What a meeting left in the records, as letters need it: rows of one build as they stood on its day, units by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics import rapat_hari, rapat_janji
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text

_MEETING = (
    "select r.*, s.tanggal as tanggal_lalu, s.tahun as tahun_lalu, s.bulan as bulan_lalu "
    "from app.rapat as r left join app.rapat as s on r.rapat_lalu_id = s.id where r.id = ?"
)
# `jatuh` is the due date in force on the day, `tenggat` the latest.
_ACTIONS = (
    "b.tenggat as jatuh from app.tindak_lanjut as t inner join app.tindak_lanjut_tenggat as b "
    "on t.id = b.id and b.dari <= ? and b.sampai > ? where "
)
_OWN = f"select t.*, {_ACTIONS} t.rapat_id = ? order by t.kode_opd, t.kode_unit, b.tenggat, t.id"  # as they are now
_OPEN = (
    f"select t.* replace (b.status as status), {_ACTIONS} t.rapat_id <> ? and t.hari_rapat <= ? "
    "and t.terbuka_sampai >= ? and t.rapat_jenis = ? order by b.tenggat, t.id"
)
_OBSTACLES = "select * from app.kendala where rapat_id = ? order by kode_opd, kategori, id"
_NOTES = "select * from app.catatan where rapat_id = ? order by jenis = 'keberatan' desc, kode_opd, tanggal, id"
_PRESENT = "select * from app.kehadiran where rapat_id = ? order by kode_opd, kode_unit"
_JUDGED = (rapat_janji.KEPT, rapat_janji.BROKEN)
_CLOSED = ("Selesai", "Batal")


@dataclass(frozen=True)
class Isi:
    """A meeting with everything that was said in it, and what earlier ones of its kind had left open."""

    rapat: Row
    lalu: Sequence[Row]  # actions that were open when it began
    tindak: Sequence[Row]
    komitmen: Sequence[Row]
    jatuh_tempo: Sequence[Row]  # commitments of earlier meetings that fell due since the one before
    kendala: Sequence[Row]
    catatan: Sequence[Row]  # what was noted of OPD, and what they object to
    hadir: Sequence[Row]
    nama: Mapping[str, str]  # of OPD and units, by code

    @property
    def hari(self) -> date:
        """The day of the meeting."""
        found: date = self.rapat["tanggal"]
        return found

    def unit(self, row: Row) -> str:
        """Whose a row is."""
        return rapat_hari.owner(row, self.nama)

    @property
    def tugas(self) -> list[Row]:
        """The actions of the meeting that nobody has dropped since."""
        return [row for row in self.tindak if row["status"] != "Batal"]

    @property
    def janji(self) -> list[Row]:
        """The promises made in it that nobody has taken back."""
        return [row for row in self.komitmen if row["putusan"] != rapat_janji.WITHDRAWN]

    @property
    def opd(self) -> list[str]:
        """The OPD that have something to do or to keep, by code."""
        return sorted({row["kode_opd"] for row in (*self.tugas, *self.janji) if row["kode_opd"]})


def isi(ask: Ask, rapat_id: str) -> Isi | None:
    """The meeting of that id as the build has it; None where it has none, or the reader may not see it."""
    rows = ask.run(_MEETING, rapat_id)
    if not rows:
        return None
    meeting = rows[0]
    on = meeting["tanggal"]
    promised = rapat_janji.rows(ask, View(on.year, on.month, per=on), since=date.min)
    own = [row for row in promised if row["rapat_id"] == rapat_id]
    return Isi(
        meeting,
        ask.run(_OPEN, on, on, rapat_id, on, on, meeting["jenis"]),
        ask.run(_OWN, on, on, rapat_id),
        sorted(own, key=lambda row: (row["kode_opd"] or "", row["kode_unit"] or "", row["tanggal_janji"], row["id"])),
        [row for row in promised if row["rapat_jenis"] == meeting["jenis"] and _due(row, meeting)],
        ask.run(_OBSTACLES, rapat_id),
        ask.run(_NOTES, rapat_id),
        ask.run(_PRESENT, rapat_id),
        rapat_hari.names(ask),
    )


def _due(row: Row, meeting: Row) -> bool:
    """Whether a meeting hears of a promise of an earlier one: due by its day, and not judged where the last one was."""
    on = meeting["tanggal"]
    if row["rapat_id"] == meeting["id"] or row["hari_rapat"] >= on or row["tanggal_janji"] > on:
        return False
    if row["putusan"] == rapat_janji.WITHDRAWN:
        return False
    return row["tanggal_janji"] > _known(meeting) or row["putusan"] not in _JUDGED


def _known(meeting: Row) -> date:
    """The last day of the figures that the meeting before had; its own day where it does not say, or none at all."""
    year, month = meeting["tahun_lalu"], meeting["bulan_lalu"]
    if year and month:
        return siapa.end_of(View(year, month))
    return meeting["tanggal_lalu"] or date.min


def keadaan(row: Row, hari: date, lang: Lang) -> str:
    """The state of an action on a day: its word, how late it was, and that it was carried over where it was."""
    still = row["terbuka_sampai"] > hari
    if row["status"] in _CLOSED and not still:
        return pilihan(row["status"], lang)
    # closed since, and written down only then: how it stood on that day nobody knows
    said = [text("rapat_papan.keadaan_lain", lang) if row["status"] in _CLOSED else pilihan(row["status"], lang)]
    if row["jatuh"] < hari:
        said.append(text("rapat.ket_lewat", lang, hari=(hari - row["jatuh"]).days))
    if not still:
        said.append(text("surat.diteruskan", lang))
    return ", ".join(said)
