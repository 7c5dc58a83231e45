"""Spending beside results: who spent without reaching, who reached with little, and who cannot be plotted and why."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Point, Quadrant
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.topics.papan import Unit
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_GREEN = (
    "select profil, batas_bawah, dasar_hukum, dasar_hukum_en, aturan_id from app.aturan where warna = 'hijau' "
    "and ukuran = ? and bulan is null and berlaku_mulai <= ? and (berlaku_sampai is null or berlaku_sampai > ?) "
    "order by case when profil = ? then 0 when bawaan then 1 else 2 end, profil limit 1"
)
_ORDER = ("uang_saja", "hasil_saja", "belum", "keduanya")  # as the table lists them
_QUAD_UNITS: dict[str, Any] = {
    "opd": "teks", "serapan_rak": "persen", "capaian": "persen", "n": "bulat", "dari": "bulat", "letak": "teks",
    "warna": "status",
}  # fmt: skip


def quadrant(ask: Ask, view: View, units: dict[str, Unit], heads: dict[str, Row], when: Quarter) -> Figure:
    """Spending against its plan beside attainment; the lines are where the rules in force turn green."""
    lang = view.lang
    spent = {row["opd"]: indikator.share(row["serapan_rak"]) for row in _ratio(ask, view)}
    edges = {kind: _edge(ask, view, kind) for kind in ("rasio_target", "capaian")}
    across, up = Decimal(edges["rasio_target"]["batas_bawah"]), Decimal(edges["capaian"]["batas_bawah"])
    rules = "; ".join(dict.fromkeys(_basis(edge, lang) for edge in edges.values()))
    provenance = siapa.provenance(ask, view, "target", money=True, rule=rules)
    points, apart = [], []
    lines: list[Row] = []
    absent: list[Row] = []
    for kode, unit in units.items():
        row, x = heads.get(kode), spent.get(kode)
        y = indikator.share(row["rata"]) if row else None
        if row is None or x is None or y is None:
            lack = "serapan" if x is None else "pk" if row is None else "nilai"
            why = text(f"pk.tak_diplot_{lack}", lang)
            apart.append((unit.label, why))
            absent.append({
                "opd": unit.nama, "serapan_rak": x, "capaian": y, "letak": why, "warna": unit.warna, "link": unit.link,
            })  # fmt: skip
            continue
        where = _place(spent=x >= across, reached=y >= up)
        points.append(Point(kode, unit.label, x, y, unit.warna, unit.link))
        lines.append(
            {
                "opd": unit.nama, "serapan_rak": x, "capaian": y, "n": row["n_bernilai"], "dari": row["n_indikator"],
                "letak": text(f"pk.letak_{where}", lang), "urut": where, "warna": unit.warna, "link": unit.link,
                "kode": kode,
            }
        )  # fmt: skip
    question = text("pk.tanya_kuadran", lang)
    if not points:
        return missing(
            "kinerja.kuadran", title=text("pk.kuadran_kosong_judul", lang), empty=text("pk.kuadran_kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    lines.sort(key=lambda line: (_ORDER.index(line["urut"]), -abs(line["serapan_rak"] - line["capaian"])))
    only, other = ([line for line in lines if line["urut"] == name] for name in _ORDER[:2])
    return compose(
        "kinerja.kuadran",
        title=text("pk.judul_kuadran", lang, uang=len(only), hasil=len(other), n=len(points), total=len(units)),
        chart=Quadrant(
            tuple(points), text("pk.sumbu_serapan", lang), text("pk.sumbu_capaian", lang), "persen", "persen",
            across, up, excluded=tuple(apart), named=tuple(str(line["kode"]) for line in (*only[:4], *other[:3])),
        ),
        table=table(
            [*lines, *absent], [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _QUAD_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("pk.catatan_kuadran", lang, serapan=write(across, "angka", lang), capaian=write(up, "angka", lang)),
            text("pk.tak_diplot", lang, n=len(apart), daftar=_reasons([why for _, why in apart]))
            if apart else "",
        ),
        tags=("pk.kuadran",),
    )  # fmt: skip


def _reasons(why: list[str]) -> str:
    """How many by each reason, the most common first."""
    return ", ".join(f"{n} {said}" for said, n in Counter(why).most_common())


def _ratio(ask: Ask, view: View) -> list[Row]:
    return ask.measure(("serapan_rak",), until=view.until, by=("opd",))


def _edge(ask: Ask, view: View, kind: str) -> Row:
    """Where the rules of a kind turn green: the view's profile if it is of that kind, else the built-in one."""
    end = siapa.end_of(view)
    return ask.run(_GREEN, kind, end, end, view.profil)[0]


def _basis(edge: Row, lang: str) -> str:
    basis = (edge["dasar_hukum_en"] if lang == "en" else None) or edge["dasar_hukum"]
    return f"{basis} ({edge['aturan_id']})"


def _place(*, spent: bool, reached: bool) -> str:
    """Which of the four: both, money only, results only, neither; on the line counts as reached."""
    if spent:
        return "keduanya" if reached else "uang_saja"
    return "hasil_saja" if reached else "belum"
