"""The first hundred days of each new official: what was promised, how far, the verdict, and past cohorts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import day, write
from dashboard.query import Ask
from dashboard.topics import indikator, kata, kepala, seratus_masa, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.seratus_masa import Term
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_LIMITS = "select kunci, nilai from app.aturan_target where kunci in ('seratus_target', 'seratus_inovasi')"
VERDICTS = ("tercapai", "sebagian", "tidak tercapai")
_CARD_UNITS: dict[str, Any] = {
    "jabatan": "teks", "kemajuan": "persen", "waktu": "persen", "hari": "hari", "tercapai": "bulat", "n": "bulat",
    "sendiri": "poin", "warisan": "poin", "pejabat": "teks", "dilaporkan": "bulat", "mulai": "tanggal",
    "hari_100": "tanggal", "cara": "teks", "catatan": "teks",
}  # fmt: skip
_PROMISE_UNITS: dict[str, Any] = {
    "opd": "teks", "target": "teks", "kemajuan": "persen", "putusan": "teks", "pejabat": "teks", "catatan": "teks",
    "jenis": "teks", "ukuran": "teks", "per": "tanggal", "bukti": "teks",
}  # fmt: skip
_COHORT_UNITS: dict[str, Any] = {
    "pelantikan": "tanggal", "pejabat": "bulat", "n": "bulat", "tercapai": "bulat", "sebagian": "bulat",
    "tidak": "bulat", "belum": "bulat", "kemajuan": "persen",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the page: who is within a hundred days, what was promised, verdicts, and past cohorts."""
    found = seratus_masa.terms(ask, view)
    if not found:
        return [
            missing(
                "seratus_hari.kartu", title=text("seratus.kosong_judul", view.lang),
                empty=text("seratus.kosong", view.lang), provenance=siapa.provenance(ask, view, "seratus_hari"),
                question=text("seratus.tanya_kartu", view.lang),
            )
        ]  # fmt: skip
    return [cards(ask, view, found), clock(ask, view, found), promises(ask, view, found), cohorts(ask, view, found)]


def cards(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """How many are within their hundred days, on course, behind the clock, silent, and waiting for a verdict."""
    lang = view.lang
    running = [term for term in found if term.running]
    behind = [term for term in running if term.progress is not None and term.progress < term.time]
    silent = [term for term in running if term.progress is None]
    past = [term for term in found if not term.running]
    open_now = [term for term in past if term.open]
    shown = (
        Card(text("seratus.kartu_berjalan", lang), len(running), "bulat", note=_next(running, view)),
        Card(text("seratus.kartu_tertinggal", lang), len(behind), "bulat", note=text("seratus.tertinggal_ket", lang)),
        Card(text("seratus.kartu_diam", lang), len(silent), "bulat", note=text("seratus.diam_ket", lang)),
        Card(text("seratus.kartu_lewat", lang), len(past), "bulat",
             note=text("seratus.lewat_ket", lang, n=len(open_now))),
    )  # fmt: skip
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    key = "berjalan" if running else "lewat"
    return compose(
        "seratus_hari.kartu",
        title=text(
            f"seratus.judul_{key}", lang, n=len(running), tertinggal=len(behind), lewat=len(past), belum=len(open_now)
        ),
        chart=Cards(shown),
        table=table(rows, [Column(n, text(f"kinerja.kolom_{n}", lang)) for n in ("ukuran", "nilai", "keterangan")]),
        provenance=siapa.provenance(ask, view, "seratus_hari", "riwayat"),
        lang=lang,
        question=text("seratus.tanya_kartu", lang),
        tags=("seratus",),
    )  # fmt: skip


def _next(running: Sequence[Term], view: View) -> str | None:
    last = min((term.row["hari_100"] for term in running), default=None)
    return text("seratus.terdekat", view.lang, tanggal=day(last, view.lang)) if last else None


def clock(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """Each official's progress beside the part of the hundred days that is over, and the agency's money since."""
    lang = view.lang
    money = {(row["kode_opd"], row["orang_id"]): row for row in ask.run(seratus_masa.MONEY, view.tahun, view.bulan)}
    limits = {row["kunci"]: int(row["nilai"]) for row in ask.run(_LIMITS)}
    running = any(term.running for term in found)
    lines, dots = [], []
    for term in sorted(found, key=lambda t: (not t.running, -t.row["mulai"].toordinal(), t.row["kode_jabatan"])):
        row, own = term.row, money.get((term.row["kode_opd"], term.row["orang_id"]), {})
        told = sum(p["kemajuan"] is not None for p in term.promises)
        link = tautan.pejabat(row["orang_id"]) if row["orang_id"] else siapa.seat(row["kode_jabatan"])
        early = own.get("terlalu_dini")
        said = kepala.person(row["sebutan"], row["nama"], lang)
        lines.append(
            {
                "pejabat": said or text("seratus.tak_dikenal", lang),
                "jabatan": row["nama_jabatan"] or row["kode_jabatan"],
                "cara": kata.way(row["cara"], lang), "mulai": row["mulai"], "hari": term.days,
                "hari_100": row["hari_100"], "kemajuan": term.progress, "waktu": indikator.share(term.time),
                "n": len(term.promises), "dilaporkan": told,
                "tercapai": sum(p["putusan"] == "tercapai" for p in term.promises),
                "warisan": exact(own.get("warisan"), "poin"),
                "sendiri": None if early else exact(own.get("sendiri"), "poin"),
                "catatan": _remarks(term, limits, view), "link": link,
            }
        )  # fmt: skip
        if term.running or (not running and term.open):  # with no clock running, those who still wait for a verdict
            dots.append(
                Dot(
                    key=row["kode_jabatan"], value=term.progress,
                    label=f"{row['opd']}: {said}" if said else str(row["nama_jabatan"] or row["kode_jabatan"]),
                    target=indikator.share(term.time), link=link,
                    note=text("seratus.hari_ke", lang, hari=term.days, n=told, dari=len(term.promises)),
                )
            )  # fmt: skip
    return compose(
        "seratus_hari.jam",
        title=text(
            f"seratus.judul_jam{'' if running else '_menunggu' if dots else '_kosong'}", lang, n=len(dots) or len(lines)
        ),
        chart=ranking(
            dots, unit="persen", value_label=text("seratus.kemajuan", lang), target_label=text("seratus.waktu", lang)
        ) if dots else None,
        table=table(
            lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _CARD_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "seratus_hari", "riwayat", money=True),
        lang=lang,
        question=text("seratus.tanya_jam", lang),
        notes=(text("seratus.catatan_jam", lang),),
        tags=("seratus.jam",),
    )  # fmt: skip


def _remarks(term: Term, limits: dict[str, int], view: View) -> str | None:
    """What the files of this official do not agree on with the rules: too many promises, or a post not recorded."""
    said = []
    for kind, key in (("target", "seratus_target"), ("inovasi", "seratus_inovasi")):
        n = sum(p["jenis"] == kind for p in term.promises)
        if key in limits and n > limits[key]:
            said.append(text(f"seratus.terlalu_{kind}", view.lang, n=n, batas=limits[key]))
    if not term.row["tercatat"]:
        said.append(text("seratus.tidak_tercatat", view.lang))
    return "; ".join(said) or None


def promises(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """The board of verdicts: one row a promise, those of running terms first."""
    lang = view.lang
    lines = [
        seratus_masa.promise(row, view)
        for term in sorted(found, key=lambda t: (not t.running, -t.row["mulai"].toordinal(), t.row["kode_jabatan"]))
        for row in term.promises
    ]  # fmt: skip
    every = [p for term in found for p in term.promises]
    done = {name: sum(p["putusan"] == name for p in every) for name in VERDICTS}
    return compose(
        "seratus_hari.putusan",
        title=text(
            "seratus.judul_putusan", lang, n=len(every), tercapai=done["tercapai"], sebagian=done["sebagian"],
            tidak=done["tidak tercapai"], belum=len(every) - sum(done.values()),
        ),
        chart=None,
        table=table(
            lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _PROMISE_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "seratus_hari"),
        lang=lang,
        question=text("seratus.tanya_putusan", lang),
        notes=(text("seratus.catatan_putusan", lang),),
        tags=("seratus.putusan",),
    )  # fmt: skip


def cohorts(ask: Ask, view: View, found: Sequence[Term]) -> Figure:
    """Each inauguration as a cohort: how many officials, promises and verdicts, always as counts."""
    lang = view.lang
    days: dict[date, list[Term]] = {}
    for term in found:
        days.setdefault(term.row["mulai"], []).append(term)
    lines = []
    for sworn, group in sorted(days.items(), reverse=True):
        every = [p for term in group for p in term.promises]
        told = [Decimal(p["kemajuan"]) for p in every if p["kemajuan"] is not None]
        done = {name: sum(p["putusan"] == name for p in every) for name in VERDICTS}
        lines.append(
            {
                "pelantikan": sworn, "pejabat": len(group), "n": len(every), "tercapai": done["tercapai"],
                "sebagian": done["sebagian"], "tidak": done["tidak tercapai"], "belum": len(every) - sum(done.values()),
                "kemajuan": indikator.share(sum(told) / len(told)) if told else None,
            }
        )  # fmt: skip
    return compose(
        "seratus_hari.angkatan",
        title=text("seratus.judul_angkatan", lang, n=len(lines)),
        chart=None,
        table=table(lines, [Column(n, text(f"seratus.kolom_{n}", lang), u) for n, u in _COHORT_UNITS.items()]),
        provenance=siapa.provenance(ask, view, "seratus_hari"),
        lang=lang,
        question=text("seratus.tanya_angkatan", lang),
        notes=(text("seratus.catatan_angkatan", lang),),
        tags=("seratus.angkatan",),
    )
