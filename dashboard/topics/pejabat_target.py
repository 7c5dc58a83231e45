"""What one official answers for: the agreement of the seat, what the SKP serve up to the misi, promises and teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from dashboard.figures.compose import compose
from dashboard.figures.figure import Column, Figure, Lang, Provenance
from dashboard.figures.tables import Row, table
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import indikator, profil_pk, seratus_masa, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator
from dashboard.view import View
from pipelines.catalogue import text

_SERVES = (
    "select m.kode_indikator_pk, m.n_indikator from app.melayani as m where m.orang_id = ? and m.tahun = ? "
    "and m.triwulan = ? and m.pk_dikenal order by m.kode_indikator_pk"
)
_TEAMS = (
    "select a.*, t.tujuan, coalesce(o.singkatan, o.nama, a.opd_tim) as opd from app.tim_anggota as a "
    "left join app.tim as t on a.kode_tim = t.kode_tim left join app.opd as o on a.opd_tim = o.kode_opd "
    "where a.orang_id = ? and a.mulai <= ? and a.selesai > ? order by a.nama_tim"
)
_PK_UNITS: dict[str, Any] = {
    "indikator": "teks", "target": "teks", "nilai": "teks", "capaian": "persen", "status": "status", "tahun": "persen",
    "sebab": "teks",
}  # fmt: skip
_PROMISE_UNITS: dict[str, Any] = {
    "target": "teks", "kemajuan": "persen", "putusan": "teks", "catatan": "teks", "jenis": "teks", "ukuran": "teks",
    "per": "tanggal", "bukti": "teks",
}  # fmt: skip
_WAY_UNITS: dict[str, Any] = {
    "melayani": "teks", "capaian": "persen", "status": "status", "lewat": "teks", "misi": "teks",
}  # fmt: skip
_TEAM_UNITS: dict[str, Any] = {"tim": "teks", "tujuan": "teks", "pemilik": "teks", "peran": "teks", "sumbangan": "teks"}


def figures(ask: Ask, view: View, post: Mapping[str, Any]) -> list[Figure]:
    """The figures of the view's official with a post; only those of which something is known."""
    found = {one.kode: one for one in indikator.found(ask, view)}
    return [
        *agreement(ask, view, post, found), *way_up(ask, view, found), *hundred(ask, view), *teams(ask, view, found)
    ]  # fmt: skip


def agreement(ask: Ask, view: View, post: Mapping[str, Any], found: Mapping[str, Indikator]) -> list[Figure]:
    """The indicators of the seat's agreement, the furthest behind first."""
    lang, when = view.lang, indikator.quarter(view)
    own = [one for one in found.values() if one.row["kode_jabatan"] and one.row["kode_jabatan"] == post["kode_jabatan"]]
    if not own:
        return []
    own.sort(key=lambda one: (one.capaian is None, one.capaian or 0, one.kode))
    mean, n = indikator.mean(own)
    rows = [profil_pk.row(one, view) for one in own]
    title = text(
        "pk.judul_pejabat" if n else "pk.judul_pejabat_kosong", lang, capaian=write(mean, "persen", lang), n=n,
        total=len(own), triwulan=when.said(lang),
    )  # fmt: skip
    said = siapa.provenance(ask, view, "target", rule=indikator.rule(own, lang))
    return [_listed("pejabat.pk", title, "pk.tanya_pejabat", rows, ("target.kolom", _PK_UNITS), said, lang)]


def way_up(ask: Ask, view: View, found: Mapping[str, Indikator]) -> list[Figure]:
    """From what the official's SKP serve up to the misi, one row an indicator served."""
    lang, when = view.lang, indikator.quarter(view)
    served = [found[r["kode_indikator_pk"]] for r in ask.run(_SERVES, view.pejabat, when.tahun, when.nomor)
              if r["kode_indikator_pk"] in found]  # fmt: skip
    if not served:
        return []
    rows = []
    for one in served:
        path = _path(one, found)
        top = path[-1]
        rows.append(
            {
                "melayani": one.nama, "capaian": one.capaian, "status": one.warna,
                "lewat": " → ".join(step.nama for step in path[1:]) or None,
                "misi": top.row["misi"] if top.row["lingkup"] == "daerah" else text("pk.belum_sampai", lang),
                "link": one.link,
            }
        )  # fmt: skip
    title, said = text("pk.judul_layanan", lang, n=len(rows)), siapa.provenance(ask, view, "target", "skp")
    return [_listed("pejabat.layanan", title, "pk.tanya_layanan", rows, ("pk.kolom_naik", _WAY_UNITS), said, lang)]


def _path(one: Indikator, found: Mapping[str, Indikator]) -> list[Indikator]:
    """The indicator and those above it, the nearest first; a circle is walked once."""
    path = [one]
    while (up := found.get(str(path[-1].row["induk"]))) is not None and up not in path:
        path.append(up)
    return path


def hundred(ask: Ask, view: View) -> list[Figure]:
    """The promises of the official's first hundred days in the latest post, with progress and verdicts."""
    lang = view.lang
    own = [term for term in seratus_masa.terms(ask, view) if term.row["orang_id"] == view.pejabat]
    if not own:
        return []
    term = own[0]
    rows = [seratus_masa.promise(row, view) for row in term.promises]
    key = "berjalan" if term.running else "lewat"
    title = text(
        f"seratus.judul_orang_{key}", lang, hari=term.days, kemajuan=write(term.progress, "persen", lang),
        tanggal=day(term.row["hari_100"], lang),
        tercapai=sum(row["putusan"] == "tercapai" for row in term.promises), n=len(rows),
    )  # fmt: skip
    said = siapa.provenance(ask, view, "seratus_hari")
    columns = ("seratus.kolom", _PROMISE_UNITS)
    # a promise leads to whose it is, which is this page
    return [_listed("pejabat.seratus", title, "seratus.tanya_orang", rows, columns, said, lang, linked=False)]


def teams(ask: Ask, view: View, found: Mapping[str, Indikator]) -> list[Figure]:
    """The teams the official works in on the last day of the view's month; one person however many there are."""
    lang, end = view.lang, siapa.end_of(view)
    rows = [
        {
            "tim": row["nama_tim"] or row["kode_tim"], "tujuan": row["tujuan"], "pemilik": row["opd"],
            "peran": text(f"target.peran_{row['peran']}", lang),
            "sumbangan": found[row["kode_indikator"]].nama if row["kode_indikator"] in found else row["kode_indikator"],
            "link": tautan.indikator(row["kode_indikator"]) if row["kode_indikator"] in found else None,
        }
        for row in ask.run(_TEAMS, view.pejabat, end, end)
    ]  # fmt: skip
    if not rows:
        return []
    title, said = text("target.judul_tim_orang", lang, n=len(rows)), siapa.provenance(ask, view, "tim")
    columns, notes = ("target.kolom", _TEAM_UNITS), (text("target.catatan_anggota", lang),)
    return [_listed("pejabat.tim", title, "target.tanya_tim_orang", rows, columns, said, lang, notes)]


def _listed(
    name: str, title: str, question: str, rows: Sequence[Row], columns: tuple[str, dict[str, Any]], said: Provenance,
    lang: Lang, notes: Sequence[str] = (), *, linked: bool = True,
) -> Figure:  # fmt: skip
    """A list of what the official has, without a chart; `columns` are where their words stand and their units."""
    words, units = columns
    return compose(
        name,
        title=title,
        chart=None,
        table=table(
            rows,
            [Column(n, text(f"{words}_{n}", lang), u) for n, u in units.items()],
            link=itemgetter("link") if linked else None,
        ),
        provenance=said,
        lang=lang,
        question=text(question, lang),
        notes=tuple(notes),
        tags=("pejabat",),
    )
