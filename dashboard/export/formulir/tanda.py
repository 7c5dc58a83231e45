"""Who signs a form: the post as it is held at the quarter's end, and the name where people are named."""

from __future__ import annotations

from dashboard.export.formulir.bentuk import Tanda
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

_HEAD = "select orang_id, nama_jabatan, keadaan from app.kepala_opd where kode_opd = ? and tahun = ? and bulan = ?"
_NAME = "select coalesce(nama_gelar, nama) as nama from app.orang where orang_id = ?"
_PLANNER = "select kode_opd from app.opd where kode_sipd like '5.01.%' order by kode_sipd, kode_opd limit 1"


def head(ask: Ask, view: View, when: Quarter, opd: str, nama: str) -> Tanda:
    """The head of the OPD, who draws the form up: by the title of the seat (Camat, Direktur) where it is known."""
    return _signer(ask, view, when, opd, "disusun", text("formulir.kepala", view.lang, nama=nama), own=True)


def planner(ask: Ask, view: View, when: Quarter, word: str = "dievaluasi") -> Tanda:
    """The head of Bappeda, who evaluates it."""
    found = ask.run(_PLANNER)
    opd = str(found[0]["kode_opd"]) if found else ""
    return _signer(ask, view, when, opd, word, text("formulir.kepala_bappeda", view.lang))


def _signer(ask: Ask, view: View, when: Quarter, opd: str, word: str, title: str, *, own: bool = False) -> Tanda:
    rows = ask.run(_HEAD, opd, when.tahun, 3 * when.nomor)
    if not rows:
        return Tanda(text(f"formulir.{word}", view.lang), title)
    held = rows[0]
    post = siapa.post(str(held["keadaan"]), held["nama_jabatan"] if own and held["nama_jabatan"] else title, view.lang)
    return Tanda(text(f"formulir.{word}", view.lang), post, _name(ask, held["orang_id"]))


def _name(ask: Ask, orang_id: str | None) -> str | None:
    """The name of who holds the seat; None where nobody does, or nobody is named."""
    if not ask.scope.names or not orang_id:
        return None
    rows = ask.run(_NAME, orang_id)
    return str(rows[0]["nama"]) if rows and rows[0]["nama"] else None
