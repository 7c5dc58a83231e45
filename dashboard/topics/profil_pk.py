"""What one OPD agreed to: indicators by level with where they stand, and the year's attainment split by heads."""

from __future__ import annotations

from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Node, Series, Tree
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_TERMS = (
    "select m.*, o.nama_gelar as nama, o.sebutan from app.masa_capaian as m "
    "left join app.orang as o on m.orang_id = o.orang_id where m.tahun = ? and m.triwulan = ? and m.kode_opd = ? "
    "order by m.urutan"
)
_UNITS: dict[str, Any] = {
    "tingkat": "kode", "indikator": "teks", "jabatan": "teks", "target": "teks", "nilai": "teks", "capaian": "persen",
    "status": "status", "tahun": "persen", "akhir": "persen", "sebab": "teks",
}  # fmt: skip
_TERM_UNITS: dict[str, Any] = {
    "siapa": "teks", "keadaan": "teks", "triwulan": "teks", "warisan": "poin", "sendiri": "poin", "akhir_masa": "poin",
}  # fmt: skip
LEVELS = ("II", "III", "IV", "JF")


def figures(ask: Ask, view: View, kode: str) -> list[Figure]:
    """The agreements of the OPD in the view's quarter, and what each head inherited and changed of them."""
    when = indikator.quarter(view)
    own = [one for one in indikator.found(ask, view) if one.row["lingkup"] == "pk" and one.row["kode_opd"] == kode]
    if not own:
        return [
            missing(
                "profil_opd.pk", title=text("pk.kosong_opd_judul", view.lang, triwulan=when.said(view.lang)),
                empty=text("pk.kosong", view.lang), provenance=siapa.provenance(ask, view, "target"),
                question=text("pk.tanya_opd", view.lang),
            )
        ]  # fmt: skip
    return [agreements(ask, view, own, when), *terms(ask, view, kode, when)]


def row(one: Indikator, view: View) -> dict[str, Any]:
    """An agreement's indicator as a row of a table."""
    return {
        "tingkat": one.row["tingkat"], "indikator": one.nama,
        "jabatan": one.row["nama_jabatan"] or one.row["kode_jabatan"],
        "target": indikator.goal(one, view.lang), "nilai": indikator.value(one, view.lang), "capaian": one.capaian,
        "status": one.warna, "tahun": indikator.share(one.row["capaian_tahun"]),
        "akhir": indikator.share(one.row["capaian_akhir"]), "sebab": indikator.why(one.sebab, view.lang),
        "link": one.link,
    }  # fmt: skip


def _rank(one: Indikator) -> tuple[Any, ...]:
    level = str(one.row["tingkat"])
    return LEVELS.index(level) if level in LEVELS else len(LEVELS), one.capaian is None, one.capaian or 0, one.kode


def agreements(ask: Ask, view: View, own: list[Indikator], when: Quarter) -> Figure:
    """Every indicator of the OPD's agreements, by level, the furthest behind first; the two upper levels are drawn."""
    lang = view.lang
    own = sorted(own, key=_rank)
    top = [one for one in own if one.row["tingkat"] == own[0].row["tingkat"]]
    mean, n = indikator.mean(top)
    nodes: list[Node] = []
    for level in dict.fromkeys(str(one.row["tingkat"]) for one in own):
        if level not in ("II", "III"):
            continue  # what drawings leave out, the table has
        nodes.append(Node(text(f"pk.tingkat_{level}", lang), 0))
        nodes += [
            Node(
                one.nama, 1, leaf=True, value=one.capaian, status=one.warna if one.capaian is not None else None,
                note=indikator.why(one.sebab, lang), link=one.link,
            )
            for one in own if one.row["tingkat"] == level
        ]  # fmt: skip
    rows = [row(one, view) for one in own]
    return compose(
        "profil_opd.pk",
        title=text(
            "pk.judul_opd" if n else "pk.judul_opd_kosong", lang, capaian=write(mean, "persen", lang), n=n,
            total=len(top), triwulan=when.said(lang), merah=sum(one.warna in ("merah", "oranye") for one in own),
        ),
        chart=Tree(tuple(nodes), "persen", text("target.capaian", lang), 100, text("target.target", lang))
        if nodes else None,
        table=table(
            rows, [Column(name, text(f"target.kolom_{name}", lang), unit) for name, unit in _UNITS.items()],
            link=lambda line: line["link"],
        ),
        provenance=siapa.provenance(ask, view, "target", rule=indikator.rule(own, lang)),
        lang=lang,
        question=text("pk.tanya_opd", lang),
        notes=(text("pk.catatan_opd", lang),),
        tags=("opd.pk",),
    )  # fmt: skip


def terms(ask: Ask, view: View, kode: str, when: Quarter) -> list[Figure]:
    """What each holder of the head seat inherited and changed, in points away from the targets; none for one holder."""
    lang = view.lang
    rows = ask.run(_TERMS, when.tahun, when.nomor, kode)
    if len(rows) < 2 or all(row["sendiri"] is None for row in rows):
        return []
    lines = [
        {
            "siapa": kepala.person(row["sebutan"], row["nama"], lang) or siapa.held(row["keadaan"], lang),
            "keadaan": siapa.held(row["keadaan"], lang), "triwulan": _span(row, view),
            "warisan": exact(row["warisan"], "poin"), "sendiri": exact(row["sendiri"], "poin"),
            "akhir_masa": None if row["sendiri"] is None else exact(row["warisan"] + row["sendiri"], "poin"),
        }
        for row in rows
    ]  # fmt: skip
    labels = tuple(f"{line['triwulan']} · {line['siapa']}" for line in lines)
    last = lines[-1]
    return [
        compose(
            "profil_opd.masa_target",
            title=text(
                "pk.judul_masa", lang, n=len(rows), warisan=write(last["warisan"], "poin", lang),
                sendiri=write(last["sendiri"], "poin", lang),
            ),
            chart=Bars(
                labels,
                (
                    Series(text("pk.deret_warisan", lang), tuple(line["warisan"] for line in lines), "before", "bar"),
                    Series(text("pk.deret_sendiri", lang), tuple(line["sendiri"] for line in lines), "actual", "bar"),
                ),
                "poin",
            ),
            table=table(lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _TERM_UNITS.items()]),
            provenance=siapa.provenance(ask, view, "target", "riwayat"),
            lang=lang,
            question=text("pk.tanya_masa", lang),
            notes=(
                text("pk.catatan_masa", lang, posisi=write(exact(rows[-1]["posisi"], "poin"), "poin", lang)),
            ),
            tags=("opd.masa_target",),
        )
    ]  # fmt: skip


def _span(row: dict[str, Any], view: View) -> str:
    first, last = (text(f"target.tw_{row[name]}", view.lang) for name in ("dari_triwulan", "sampai_triwulan"))
    return first if first == last else f"{first}–{last}"
