"""What the meeting is shown of targets: red promises and their slowest links, the quadrant, teams, a hundred days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export.deck import Slide
from dashboard.export.pack import Part
from dashboard.figures.compose import compose
from dashboard.figures.figure import Cards, Column, Figure, Table
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import (
    indikator,
    kepala,
    kinerja_pk,
    pertanyaan,
    pertanyaan_pejabat,
    seratus_hari,
    seratus_masa,
    target,
    target_sumbangan,
)  # fmt: skip
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator
from dashboard.view import View
from pipelines.catalogue import text

_RED = ("merah", "oranye", "kuning")
_MOST = 8  # promises on the slide of the red ones
_OPENING = ("seratus_hari.kartu", "seratus_hari.angkatan")
_LONG = "seratus_hari.putusan"  # a row a promise
_ALONE = 12  # officials on a slide of their own
_CLOCKS = 7  # officials beside their cards; the workbook has all
_ANNEX = (
    "target.pohon", "kinerja.pk", "kinerja.bocor", "target.anggota", "seratus_hari.putusan", "seratus_hari.angkatan",
)  # fmt: skip
_CLOCK = ("jabatan", "kemajuan", "waktu", "hari", "tercapai", "n", "sendiri", "pejabat")


def targets(ask: Ask, view: View) -> Part:
    """Promises, agreements, teams and the hundred days of the view; nothing where no target was imported."""
    whole = replace(view, opd=None, indikator=None, program=None, kegiatan=None, sub=None)
    topics = (target, kinerja_pk, seratus_hari)
    found = {f.id: f for topic in topics for f in topic.figures(ask, whole) if not f.empty}
    made: list[Slide] = []
    if "target.kartu" in found and "target.pohon" in found:
        made.append(Slide((found["target.kartu"], *red(ask, whole, found["target.pohon"]))))
    made += [Slide((found["kinerja.kuadran"],))] if "kinerja.kuadran" in found else []
    made += [Slide((found["target.tim"],), below=True)] if "target.tim" in found else []
    if "seratus_hari.jam" in found:
        made.append(Slide((found["seratus_hari.kartu"], clock(found["seratus_hari.jam"]))))
    return Part(tuple(made), tuple(found[name] for name in _ANNEX if name in found))


def red(ask: Ask, view: View, tree: Figure) -> tuple[Figure, ...]:
    """The promises furthest behind, each with the OPD that holds it back most; none where none is behind."""
    lang, when = view.lang, indikator.quarter(view)
    found = indikator.found(ask, view)
    regional = [one for one in indikator.ours(ask, view, found, "daerah") if one.warna in _RED]
    behind = sorted(regional, key=lambda one: (one.capaian or 0, one.kode))
    if not behind:
        return ()
    rows = [
        {
            "indikator": one.nama, "target": indikator.goal(one, lang), "nilai": indikator.value(one, lang),
            "capaian": one.capaian, "status": one.warna, "terlambat": _slowest(ask, view, one),
        }
        for one in behind
    ]  # fmt: skip
    kinds = {"capaian": "persen", "status": "status"}
    heads = [Column(n, text(f"target.kolom_{n}", lang), kinds.get(n, "teks")) for n in rows[0]]  # type: ignore[arg-type]
    return (
        compose(
            "target.merah", title=text("target.judul_merah_daftar", lang, n=len(behind), triwulan=when.said(lang)),
            chart=None, table=table(rows, heads, shown=_MOST), provenance=tree.provenance, lang=lang,
            question=text("target.tanya_kartu", lang),
        ),
    )  # fmt: skip


def _slowest(ask: Ask, view: View, one: Indikator) -> str | None:
    """The OPD with the slowest contribution to a promise, with its number."""
    link = target_sumbangan.slowest(ask, view, one)
    if link is None:
        return None
    said = write(indikator.share(link["capaian"]), "persen", view.lang)
    return text("target.terlambat", view.lang, opd=link["opd"], indikator=link["indikator"], capaian=said)


def clock(figure: Figure, shown: int = _CLOCKS) -> Figure:
    """The clock of the hundred days with the columns and rows that a slide has room for; its drawing stays."""
    at = {column.id: i for i, column in enumerate(figure.table.columns)}
    kept = [at[name] for name in _CLOCK]
    columns = tuple(figure.table.columns[i] for i in kept)
    rows = tuple(tuple(row[i] for i in kept) for row in figure.table.rows)
    return replace(figure, table=Table(columns, rows, shown=shown), notes=figure.notes[:1])


def called(ask: Ask, view: View, opd: Sequence[str], people: Sequence[str] | None) -> list[seratus_masa.Term]:
    """The hundred days of each official called, by OPD or by name; where none is, of each whose verdict is open."""
    return [
        term for term in seratus_masa.terms(ask, view)
        if (term.open if not opd and people is None else True)
        and (not opd or term.row["kode_opd"] in opd) and (people is None or term.row["orang_id"] in people)
    ]  # fmt: skip


def page(ask: Ask, view: View, term: seratus_masa.Term) -> Slide:
    """What one official promised and how far it is, the clock and the money since, and the evaluator's memo."""
    lang, row = view.lang, term.row
    who = kepala.person(row["sebutan"], row["nama"], lang) or text("seratus.tak_dikenal", lang)
    post = str(row["nama_jabatan"] or row["kode_jabatan"])
    facts = seratus_masa.facts(ask, view, term)
    given = siapa.provenance(ask, view, "seratus_hari", "riwayat", money=True)
    given = replace(given, scope=f"{who}, {post}")
    rows = [seratus_masa.promise(one, view) for one in term.promises]
    names = {"target": "teks", "kemajuan": "persen", "putusan": "teks", "catatan": "teks"}
    heads = [Column(n, text(f"seratus.kolom_{n}", lang), kind) for n, kind in names.items()]  # type: ignore[arg-type]
    title = text("seratus.judul_halaman", lang, nama=who, jabatan=post, hari=term.days)
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in facts]
    head = compose(
        "seratus_hari.orang", title=title, chart=Cards(tuple(facts)),
        table=table(lines, [Column(n, text(f"kinerja.kolom_{n}", lang)) for n in ("ukuran", "nilai", "keterangan")]),
        provenance=given, lang=lang, question=text("seratus.tanya_orang", lang),
    )  # fmt: skip
    promises = compose(
        "seratus_hari.janji", title=text("seratus.judul_janji", lang, n=len(rows)), chart=None,
        table=table(rows, heads), provenance=given, lang=lang, notes=(text("seratus.catatan_putusan", lang),),
    )  # fmt: skip
    asks = pertanyaan_pejabat.of_official(ask, view, row["orang_id"]) if row["orang_id"] else []
    asks.sort(key=lambda one: one.link.page != "seratus_hari")  # the meeting is about these
    return Slide((head, promises), title=title, spoken=pertanyaan.spoken(asks, lang))


def hundred_days(ask: Ask, view: View) -> Part:
    """The hundred days as a meeting of their own asks: how many and earlier cohorts, then the clock, then verdicts."""
    found = {figure.id: figure for figure in seratus_hari.figures(ask, view)}
    known = {name: figure for name, figure in found.items() if not figure.empty}
    first = tuple(known[name] for name in _OPENING if name in known)
    rest = [figure for name, figure in known.items() if name not in (*_OPENING, _LONG)]
    made = [Slide(first)] if first else []
    made += [Slide((clock(one, _ALONE) if one.id == "seratus_hari.jam" else one,)) for one in rest]
    silent = tuple(figure for figure in found.values() if figure.empty)
    return Part(tuple(made), tuple(known[name] for name in (_LONG,) if name in known), silent)
