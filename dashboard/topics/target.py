"""Regional targets: which promise is red, who contributes what to it, and which team works on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import STATUSES, Card, Cards, Column, Figure, Node, Tree
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, target_satu, target_tim
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text

_UNITS: dict[str, Any] = {
    "misi": "teks", "sasaran": "teks", "indikator": "teks", "jenis": "kode", "target": "teks", "nilai": "teks",
    "capaian": "persen", "status": "status", "tahun": "persen", "akhir": "persen", "pengampu": "teks",
    "sebab": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the page: one indicator's where a link opens it, else those of the region."""
    when = indikator.quarter(view)
    found = indikator.found(ask, view)
    if view.indikator:
        return target_satu.figures(ask, view, found, when)
    regional = indikator.ours(ask, view, found, "daerah")
    if not found:
        return [nothing(ask, view, when, "target.kartu")]
    return [
        *([cards(ask, view, regional, when), tree(ask, view, regional, when)] if regional else
          [nothing(ask, view, when, "target.kartu")]),
        *target_tim.figures(ask, view, found, when),
    ]  # fmt: skip


def nothing(ask: Ask, view: View, when: Quarter, name: str) -> Figure:
    """What to import where no target is known."""
    return missing(
        name, title=text("target.kosong_judul", view.lang, triwulan=when.said(view.lang)),
        empty=text("target.kosong", view.lang), provenance=siapa.provenance(ask, view, "target"),
        question=text("target.tanya_kartu", view.lang),
    )  # fmt: skip


def cards(ask: Ask, view: View, regional: Sequence[Indikator], when: Quarter) -> Figure:
    """How many regional indicators stand in which colour, how many have no number, and their mean."""
    lang = view.lang
    red = [one for one in regional if one.warna in ("merah", "oranye")]
    silent = [one for one in regional if one.capaian is None]
    mean, n = indikator.mean(regional)
    year, known = _whole_year(regional)
    total = write(len(regional), "bulat", lang)
    shown = (
        Card(text("target.kartu_merah", lang), len(red), "bulat", status="merah" if red else None,
             note=text("target.dari_indikator", lang, n=total)),
        Card(text("target.kartu_tercapai", lang), sum(one.warna in ("hijau", "biru") for one in regional), "bulat",
             note=text("target.dari_indikator", lang, n=total)),
        Card(text("target.kartu_rata", lang), mean, "persen",
             note=text("target.rata_ket", lang, n=n, total=len(regional))),
        Card(text("target.kartu_tahun", lang), year, "persen", note=text("target.tahun_ket", lang, n=known)),
        Card(text("target.kartu_tanpa", lang), len(silent), "bulat", note=_reasons(silent, view)),
    )  # fmt: skip
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    names = ("ukuran", "nilai", "keterangan")
    key = "merah" if red else "tanpa_merah"
    return compose(
        "target.kartu",
        title=text(
            f"target.judul_{key}",
            lang,
            n=len(red),
            total=total,
            triwulan=when.said(lang),
            nama=red and min(red, key=lambda one: one.capaian or 0).nama,
        ),
        chart=Cards(shown),
        table=table(rows, [Column(name, text(f"kinerja.kolom_{name}", lang)) for name in names]),
        provenance=siapa.provenance(ask, view, "target", rule=indikator.rule(regional, lang)),
        lang=lang,
        question=text("target.tanya_kartu", lang),
        notes=(text("target.catatan_triwulan", lang, triwulan=when.said(lang)),),
        tags=("target.kartu",),
    )


def _whole_year(of: Sequence[Indikator]) -> tuple[Any, int]:
    """The mean of what is reached of the year's targets, uncapped ones cut at 100, and of how many."""
    known = [min(max(one.row["capaian_tahun"], 0), 100) for one in of if one.row["capaian_tahun"] is not None]
    return (sum(known) / len(known) if known else None), len(known)


def _reasons(silent: Sequence[Indikator], view: View) -> str | None:
    count: dict[str, int] = {}
    for one in silent:
        said = indikator.why(one.sebab, view.lang)
        if said:
            count[said] = count.get(said, 0) + 1
    return ", ".join(f"{said} {n}" for said, n in sorted(count.items(), key=lambda p: (-p[1], p[0]))[:2]) or None


def tree(ask: Ask, view: View, regional: Sequence[Indikator], when: Quarter) -> Figure:
    """From the misi down to each indicator with its colour; a click opens the indicator."""
    lang = view.lang
    worst = sorted((one for one in regional if one.warna in STATUSES[:3]), key=lambda one: one.capaian or 0)
    rows = [{**line(one, view), "pengampu": indikator.carriers(ask, one.row["opd_pengampu"])} for one in regional]
    units = {name: unit for name, unit in _UNITS.items() if any(row.get(name) is not None for row in rows)}
    return compose(
        "target.pohon",
        title=text(
            "target.judul_pohon" if worst else "target.judul_pohon_baik", lang,
            nama=", ".join(one.nama for one in worst[:2]), n=len({one.row["misi"] for one in regional}),
            total=len(regional),
        ),
        chart=Tree(
            tuple(_nodes(regional, view)), "persen", text("target.capaian", lang), 100, text("target.target", lang)
        ),
        table=table(
            rows, [Column(name, text(f"target.kolom_{name}", lang), unit) for name, unit in units.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "target", rule=indikator.rule(regional, lang)),
        lang=lang,
        question=text("target.tanya_pohon", lang),
        notes=(text("target.catatan_pohon", lang), _visi(regional)),
        tags=("target.pohon",),
    )  # fmt: skip


def _visi(regional: Sequence[Indikator]) -> str:
    return " / ".join(dict.fromkeys(str(one.row["visi"]) for one in regional if one.row["visi"]))


def _nodes(regional: Sequence[Indikator], view: View) -> Iterator[Node]:
    """Each misi and each objective once (its goal where no objective is written), and their indicators below."""
    open_now: list[str] = []
    for one in regional:
        path = [str(name) for name in (one.row["misi"], one.row["sasaran"] or one.row["tujuan"]) if name]
        same = 0
        while same < min(len(path), len(open_now)) and path[same] == open_now[same]:
            same += 1
        for level in range(same, len(path)):
            yield Node(path[level], level)
        open_now = path
        note = indikator.why(one.sebab, view.lang) if one.capaian is None else None
        told = note or text(
            "target.node", view.lang, nilai=indikator.value(one, view.lang), target=indikator.goal(one, view.lang)
        )
        yield Node(
            one.nama, len(path), leaf=True, value=one.capaian, status=one.warna if one.capaian is not None else None,
            note=told, link=one.link,
        )  # fmt: skip


def line(one: Indikator, view: View) -> dict[str, Any]:
    """An indicator as a row of a table."""
    row = one.row
    return {
        "misi": row["misi"], "sasaran": row["sasaran"] or row["tujuan"], "indikator": one.nama, "jenis": row["jenis"],
        "target": indikator.goal(one, view.lang), "nilai": indikator.value(one, view.lang), "capaian": one.capaian,
        "status": one.warna, "tahun": indikator.share(row["capaian_tahun"]),
        "akhir": indikator.share(row["capaian_akhir"]),
        "sebab": indikator.why(one.sebab, view.lang), "link": one.link, "opd": row["opd"],
        "jabatan": row["nama_jabatan"], "tingkat": row["tingkat"], "kode": one.kode,
    }  # fmt: skip
