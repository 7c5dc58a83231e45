"""Whether what is said of people agrees with what is said of their OPD: its money, its predicate, its head's rating."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Point, Quadrant
from dashboard.figures.figure import Unit as Kind
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask, Row
from dashboard.topics import kepala
from dashboard.topics.kinerja_unit import Staff, few, hidden, rule, setting
from dashboard.topics.periode_skp import Period
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_MONEY = "select * from app.konsistensi where tahun = ? and bulan = ? and profil = ?"
_PATTERN = "select * from app.skp_pola where tahun = ? and jenis_periode = ? and periode = ?"
_HEADS = (
    "select k.*, o.nama_gelar, o.sebutan from app.skp_kepala as k left join app.orang as o on k.orang_id = o.orang_id "
    "where k.tahun = ? and k.jenis_periode = ? and k.periode = ?"
)
_LIMITS = "select kunci, nilai from app.aturan_kinerja where kelompok = 'pola'"
_SOURCES = ("skp", "realisasi", "rak")


def figures(ask: Ask, view: View, period: Period, units: Sequence[Staff]) -> list[Figure]:
    """Red on money while nearly all are good; the pattern of the OPD's predicate; heads beside their OPD."""
    by_code = {unit.kode: unit for unit in units}
    return [money(ask, view, by_code), pattern(ask, view, period, by_code), heads(ask, view, period, by_code)]


def money(ask: Ask, view: View, units: dict[str, Staff]) -> Figure:
    """The share of good people against the deviation from the cash plan, and the OPD where the two disagree."""
    lang = view.lang
    rows = [r for r in ask.run(_MONEY, view.tahun, view.bulan, view.profil) if r["kode_opd"] in units]
    shown = [r for r in rows if not hidden(ask, r["n_dinilai"])]
    question = text("kinerja.tanya_konsistensi", lang)
    provenance = ask.provenance(view, sources=_SOURCES, rule=rule(ask, "setelan", "konsistensi_persen", lang))
    if not shown:
        return missing(
            "kinerja.konsistensi", title=text("kinerja.kosong_konsistensi_judul", lang),
            empty=text("kinerja.kosong_konsistensi", lang, bulan=month(view.until, lang)), provenance=provenance,
            question=question,
        )  # fmt: skip
    lines = [_money_line(row, units[row["kode_opd"]], view) for row in shown]
    lines.sort(key=lambda line: (not line["beda"], -(line["persen"] or 0), line["opd"]))
    flagged = [line for line in lines if line["beda"]]
    split = setting(ask, "konsistensi_persen")
    kinds: dict[str, Kind] = {
        "opd": "teks", "warna": "status", "serapan": "persen", "deviasi": "poin", "n": "bulat", "persen": "persen",
        "beda": "teks", "kepala": "teks", "hari": "hari",
    }  # fmt: skip
    if not any(line["kepala"] for line in lines):
        del kinds["kepala"], kinds["hari"]
    body = [{**line, "beda": text("kinerja.perlu_ditanya", lang) if line["beda"] else None} for line in lines]
    points = tuple(
        Point(unit.kode, unit.label, unit.deviasi, line["persen"], unit.warna, unit.link)
        for line in lines
        if (unit := units[line["kode"]]).deviasi is not None
    )
    return compose(
        "kinerja.konsistensi",
        title=text(
            f"kinerja.judul_konsistensi{'' if flagged else '_tidak'}", lang, n=len(flagged),
            batas=write(split, "bulat", lang), nama=", ".join(str(line["label"]) for line in flagged[:3]),
        ),
        chart=Quadrant(
            points, text("kinerja.sumbu_deviasi", lang), text("kinerja.sumbu_baik", lang), "poin", "persen", Decimal(0),
            split or Decimal(0), named=tuple(str(line["kode"]) for line in flagged[:8]),
        ) if points else None,
        table=table(
            body, [Column(k, text(f"kinerja.kolom_{k}", lang), kind) for k, kind in kinds.items()],
            link=lambda line: line["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("kinerja.catatan_konsistensi", lang),
            text("kinerja.catatan_kecil", lang, n=len(rows) - len(shown), batas=few(ask))
            if len(rows) > len(shown) else "",
        ),
        tags=("skp.konsistensi",),
    )  # fmt: skip


def _money_line(row: Row, unit: Staff, view: View) -> dict[str, Any]:
    return {
        "kode": unit.kode, "opd": unit.nama, "label": unit.label, "link": unit.link, "warna": row["warna"],
        "serapan": unit.serapan, "deviasi": unit.deviasi, "n": row["n_dinilai"],
        "persen": exact(row["persen"], "persen"), "beda": bool(row["tidak_konsisten"]),
        "kepala": kepala.said(unit.kepala, view.lang) if unit.kepala else None,
        "hari": unit.kepala.hari if unit.kepala else None,
    }  # fmt: skip


def pattern(ask: Ask, view: View, period: Period, units: dict[str, Staff]) -> Figure:
    """Whether predicates of an OPD's people spread as its own predicate asks; few people are shown as counts only."""
    lang = view.lang
    rows = [r for r in ask.run(_PATTERN, period.tahun, period.jenis, period.nomor) if r["kode_opd"] in units]
    question = text("kinerja.tanya_pola", lang, periode=period.said(lang))
    provenance = ask.provenance(view, sources=("skp",), rule=rule(ask, "pola", "baik b_maksimal", lang))
    if not rows:
        return missing(
            "kinerja.pola", title=text("kinerja.kosong_pola_judul", lang),
            empty=text("kinerja.kosong_pola", lang, periode=period.said(lang)), provenance=provenance,
            question=question,
        )  # fmt: skip
    limits = {r["kunci"]: r["nilai"] for r in ask.run(_LIMITS)}
    lines = []
    for row in rows:
        unit = units[row["kode_opd"]]
        small = bool(row["populasi_kecil"])
        lines.append(
            {
                "opd": unit.nama, "link": unit.link,
                "organisasi": text(f"skp.organisasi_{row['predikat_organisasi']}", lang), "n": row["n"],
                "sesuai": text("skp.populasi_kecil", lang) if small
                else text(f"kinerja.pola_{'sesuai' if row['sesuai'] else 'beda'}", lang),
                "syarat": _unmet(row, limits, view), "urut": (small, bool(row["sesuai"]), unit.label),
            }
        )  # fmt: skip
    lines.sort(key=lambda line: line["urut"])
    kinds: dict[str, Kind] = {"opd": "teks", "organisasi": "teks", "n": "bulat", "sesuai": "teks", "syarat": "teks"}
    off = sum(row["sesuai"] is False for row in rows)
    return compose(
        "kinerja.pola",
        title=text("kinerja.judul_pola", lang, n=off, total=sum(row["sesuai"] is not None for row in rows)),
        chart=None,
        table=table(
            lines, [Column(k, text(f"kinerja.kolom_{k}", lang), kind) for k, kind in kinds.items()],
            link=lambda line: line["link"], shown=12,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.catatan_pola", lang),),
        tags=("skp.pola",),
    )  # fmt: skip


def _unmet(row: Row, limits: dict[str, Any], view: View) -> str | None:
    """The conditions of the pattern that are not met, in words."""
    said = []
    for code in (row["alasan"] or "").split():
        limit = limits.get(f"{row['predikat_organisasi']} {code}")
        said.append(text(f"skp.pola_{code}", view.lang, batas=write(limit, "bulat", view.lang)))
    return "; ".join(said) or None


def heads(ask: Ask, view: View, period: Period, units: dict[str, Staff]) -> Figure:
    """The head's rating of results beside what the OPD's predicate stands for; the rating itself only with names."""
    lang, named = view.lang, ask.scope.names
    rows = [r for r in ask.run(_HEADS, period.tahun, period.jenis, period.nomor) if r["kode_opd"] in units]
    question = text("kinerja.tanya_kepala", lang, periode=period.said(lang))
    provenance = ask.provenance(view, sources=("skp", "riwayat_jabatan"), rule=rule(ask, "kepala", "baik", lang))
    if not rows:
        return missing(
            "kinerja.kepala", title=text("kinerja.kosong_kepala_judul", lang),
            empty=text("kinerja.kosong_kepala", lang, periode=period.said(lang)), provenance=provenance,
            question=question,
        )  # fmt: skip
    lines: list[dict[str, Any]] = []
    for row in rows:
        unit = units[row["kode_opd"]]
        agrees = "tidak_diketahui" if row["sesuai"] is None else "sesuai" if row["sesuai"] else "beda"
        lines.append(
            {
                "opd": unit.nama, "link": unit.link,
                "kepala": kepala.person(row["sebutan"], row["nama_gelar"], lang),
                "keadaan": kepala.status(row["keadaan"], lang),
                "organisasi": text(f"skp.organisasi_{row['predikat_organisasi']}", lang),
                "hasil": text(f"skp.rating_{row['hasil']}", lang) if row["hasil"] else None,
                "semestinya": text(f"skp.rating_{row['hasil_semestinya']}", lang),
                "sesuai": text(f"kinerja.kepala_{agrees}", lang),
                "urut": (row["sesuai"] is None, bool(row["sesuai"]), unit.label),
            }
        )  # fmt: skip
    lines.sort(key=lambda line: line["urut"])
    names = ("opd", "kepala", "keadaan", "organisasi", *(("hasil", "semestinya") if named else ()), "sesuai")
    off = sum(row["sesuai"] is False for row in rows)
    return compose(
        "kinerja.kepala",
        title=text("kinerja.judul_kepala", lang, n=off, total=sum(row["sesuai"] is not None for row in rows)),
        chart=None,
        table=table(
            lines, [Column(k, text(f"kinerja.kolom_{k}", lang)) for k in names], link=lambda line: line["link"],
            shown=12,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("kinerja.catatan_kepala", lang), "" if named else text("kinerja.perlu_nama", lang)),
        tags=("skp.kepala",),
    )  # fmt: skip
