"""Changes of the head of one OPD within the year that is looked at, as upright lines on its curves."""

from __future__ import annotations

from typing import Any

from dashboard.look import day
from dashboard.query import Ask
from dashboard.topics import kepala
from dashboard.view import View
from pipelines.catalogue import text

_SQL = (
    "select distinct p.masa_mulai, p.keadaan, p.orang_id from app.pemegang as p "
    "inner join app.kursi as k on p.kode_jabatan = k.kode_jabatan and k.pimpinan_opd "
    "where p.kode_opd = ? and year(p.masa_mulai) = ? and month(p.masa_mulai) <= ? order by p.masa_mulai, p.keadaan"
)


def changes(ask: Ask, view: View, opd: str) -> list[dict[str, Any]]:
    """Each term, and each vacancy, of the head seat that began in the view's year up to its month, in order."""
    return [row for row in ask.run(_SQL, opd, view.tahun, view.bulan) if row["keadaan"] != kepala.UNKNOWN]


def marks(ask: Ask, view: View, opd: str) -> tuple[tuple[int, str], ...]:
    """A line for each month in which the head seat changed hands: its index from January, and the last change of it."""
    found: dict[int, list[str]] = {}
    for row in changes(ask, view, opd):
        word = kepala.status(row["keadaan"], view.lang)
        when = day(row["masa_mulai"], view.lang).rpartition(" ")[0]
        said = text("kepala.garis", view.lang, keadaan=word, tanggal=when)
        found.setdefault(row["masa_mulai"].month - 1, []).append(said)
    return tuple((at, words[-1]) for at, words in sorted(found.items()))
