"""The due dates of a meeting as events of a calendar."""

from __future__ import annotations

from dashboard.export.surat.isi import Isi
from dashboard.export.surat.kalender import Tenggat
from dashboard.figures.figure import Lang
from dashboard.topics import rapat_janji
from dashboard.topics.rapat_hari import Row
from pipelines.catalogue import text


def due(said: Isi, *, lang: Lang) -> list[Tenggat]:
    """One event for each action and each promise of the meeting; those called off are called off there too."""
    return [*(_action(said, row, lang) for row in said.tindak), *(_promise(said, row, lang) for row in said.komitmen)]


def _action(said: Isi, row: Row, lang: Lang) -> Tenggat:
    about = [row["uraian"]]
    if row["ukuran_selesai"]:
        about.append(text("surat.selesai_bila", lang, ukuran=row["ukuran_selesai"]))
    title = text("surat.acara", lang, unit=said.unit(row), uraian=" ".join(row["uraian"].split())[:80])
    return Tenggat(row["id"], row["tenggat"], title, "\n".join(about), row["n_perpanjangan"], row["status"] == "Batal")


def _promise(said: Isi, row: Row, lang: Lang) -> Tenggat:
    title = text("surat.acara_janji", lang, unit=said.unit(row), janji=rapat_janji.promised(row, lang, full=True))
    withdrawn = row["putusan"] == rapat_janji.WITHDRAWN
    return Tenggat(row["id"], row["tanggal_janji"], title, row["catatan"] or "", 0, withdrawn)
