"""Who signs a form: the post, and the name where people are named."""

from __future__ import annotations

from dashboard.export.formulir.bentuk import Tanda
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

_HEAD = "select orang_id, nama_jabatan from app.kepala_opd where kode_opd = ? and tahun = ? and bulan = ?"
_NAME = "select coalesce(nama_gelar, nama) as nama from app.orang where orang_id = ?"
_PLANNER = "select kode_opd from app.opd where kode_sipd like '5.01.%' order by kode_sipd, kode_opd limit 1"


def head(ask: Ask, view: View, when: Quarter, opd: str, nama: str) -> Tanda:
    """The head of the OPD, who draws the form up."""
    return Tanda(
        text("formulir.disusun", view.lang), text("formulir.kepala", view.lang, nama=nama), _name(ask, when, opd)
    )


def planner(ask: Ask, view: View, when: Quarter, word: str = "dievaluasi") -> Tanda:
    """The head of Bappeda, who evaluates it."""
    found = ask.run(_PLANNER)
    name = _name(ask, when, str(found[0]["kode_opd"])) if found else None
    return Tanda(text(f"formulir.{word}", view.lang), text("formulir.kepala_bappeda", view.lang), name)


def _name(ask: Ask, when: Quarter, opd: str) -> str | None:
    """Who heads an OPD at the quarter's end; None where nobody does, or nobody is named."""
    if not ask.scope.names:
        return None
    held = ask.run(_HEAD, opd, when.tahun, 3 * when.nomor)
    named = [row["nama"] for one in held if one["orang_id"] for row in ask.run(_NAME, one["orang_id"])]
    return str(named[0]) if named and named[0] else None
