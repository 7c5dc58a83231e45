"""Audit findings: what each OPD has still to pay back, and every open recommendation with its due date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Card, Cards, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20
_ROWS = (
    "select * from app.temuan where hari <= ? and (? or list_contains(?, kode_opd)) "
    "order by tenggat nulls last, no_lhp, nomor"
)
_UNITS: dict[str, Any] = {
    "milik": "teks", "uraian": "teks", "rekomendasi": "teks", "nilai": "rupiah", "disetor": "rupiah", "sisa": "rupiah",
    "status": "teks", "tenggat": "tanggal", "hari": "hari", "pemeriksa": "teks", "lhp": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """Sums, what is left by OPD, every open recommendation; what to import where none is known."""
    lang = view.lang
    found = ask.run(_ROWS, rapat_hari.day(view), *rapat_hari.cut(ask, view))
    provenance = rapat_hari.provenance(ask, view, "temuan", rule=_rule(found, view))
    if not found:
        return [
            missing(
                "rapat.temuan", title=text("rapat_temuan.kosong_judul", lang, per=rapat_hari.per(view)),
                empty=text("rapat_temuan.kosong", lang), provenance=provenance,
                question=text("rapat_temuan.tanya_daftar", lang), tags=("rapat.temuan",),
            )
        ]  # fmt: skip
    still = [row for row in found if row["terbuka"]]
    return [cards(ask, view, found), *left(ask, view, still), *listed(ask, view, still)]


def _rule(found: Sequence[Row], view: View) -> str | None:
    """On what the due dates rest that no report names."""
    said = {
        f"{(row['dasar_hukum_en'] if view.lang == 'en' else None) or row['dasar_hukum']} ({row['aturan_id']})"
        for row in found if row["aturan_id"]
    }  # fmt: skip
    return "; ".join(sorted(said)) or None


def cards(ask: Ask, view: View, found: Sequence[Row]) -> Figure:
    """How many are open, late, their value and what is still owed."""
    lang, on = view.lang, rapat_hari.day(view)
    still = [row for row in found if row["terbuka"]]
    owed = [row["sisa"] for row in still if row["sisa"] is not None]
    worth = [row["nilai"] for row in found if row["nilai"] is not None]
    late = sum(row["tenggat"] is not None and row["tenggat"] < on for row in still)
    shown = (
        Card(text("rapat_temuan.kartu_terbuka", lang), len(still), "bulat",
             note=text("rapat_temuan.kartu_dari", lang, n=len(found))),
        Card(text("rapat_temuan.kartu_lewat", lang), late, "bulat", note=rapat_hari.per(view)),
        Card(text("rapat_temuan.kartu_nilai", lang), sum(worth, Decimal(0)) if worth else None, "rupiah",
             note=text("rapat_temuan.kartu_tanpa_nilai", lang, n=len(found) - len(worth))),
        Card(text("rapat_temuan.kartu_sisa", lang), sum(owed, Decimal(0)) if owed else None, "rupiah",
             note=text("rapat_temuan.kartu_tanpa_sisa", lang, n=len(still) - len(owed))),
    )  # fmt: skip
    heads = [Column(one, text(f"rapat_papan.kolom_{one}", lang)) for one in ("ukuran", "nilai", "keterangan")]
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    return compose(
        "rapat.kartu_temuan",
        title=text("rapat_temuan.judul_kartu", lang, n=len(still), lewat=late, per=rapat_hari.per(view)),
        chart=Cards(shown), table=table(lines, heads),
        provenance=rapat_hari.provenance(ask, view, "temuan", rule=_rule(found, view)), lang=lang,
        question=text("rapat_temuan.tanya_daftar", lang), notes=(text("rapat_temuan.catatan", lang),),
        tags=("rapat.temuan",),
    )  # fmt: skip


def left(ask: Ask, view: View, still: Sequence[Row]) -> list[Figure]:
    """What each OPD or unit has still to pay back, the most first; no figure where nobody owes a known sum."""
    lang = view.lang
    called = rapat_hari.names(ask)
    owed: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    count: dict[tuple[str, str], int] = defaultdict(int)
    for row in still:
        if row["sisa"]:
            key = (row["kode_opd"], rapat_hari.owner(row, called))
            owed[key] += row["sisa"]
            count[key] += 1
    if not owed:
        return []
    order = sorted(owed, key=lambda key: (-owed[key], key[1]))
    heads = (
        Column("milik", text("rapat_temuan.kolom_milik", lang)),
        Column("n", text("rapat_temuan.kolom_n", lang), "bulat"),
        Column("sisa", text("rapat_temuan.kolom_sisa", lang), "rupiah"),
    )  # fmt: skip
    lines = [{"milik": key[1], "n": count[key], "sisa": owed[key], "link": tautan.opd(key[0])} for key in order]
    drawn = order[:SHOWN]
    return [
        compose(
            "rapat.temuan_opd",
            title=text("rapat_temuan.judul_opd", lang, nama=order[0][1],
                       sisa=write(owed[order[0]], "rupiah", lang, short=True),
                       total=write(sum(owed.values(), Decimal(0)), "rupiah", lang, short=True)),
            chart=Bars(
                tuple(name for _, name in drawn),
                (Series(text("rapat_temuan.kolom_sisa", lang), tuple(owed[key] for key in drawn), "actual", "bar"),),
                "rupiah", links=tuple(tautan.opd(code) for code, _ in drawn),
            ),
            table=table(lines, heads, link=lambda line: line["link"]),
            provenance=rapat_hari.provenance(ask, view, "temuan"), lang=lang,
            question=text("rapat_temuan.tanya_opd", lang), tags=("rapat.temuan",),
        )
    ]  # fmt: skip


def listed(ask: Ask, view: View, still: Sequence[Row]) -> list[Figure]:
    """Every open recommendation, the longest overdue first; no figure where all are settled."""
    lang, on = view.lang, rapat_hari.day(view)
    if not still:
        return []
    called = rapat_hari.names(ask)
    lines = [
        {
            **row, "milik": rapat_hari.owner(row, called), "status": pilihan(row["status"], lang),
            "hari": (on - row["tenggat"]).days if row["tenggat"] and row["tenggat"] < on else None,
            "pemeriksa": pilihan(row["pemeriksa"], lang),
            "lhp": " / ".join(part for part in (row["no_lhp"], row["nomor"]) if part),
            "link": tautan.opd(row["kode_opd"]),
        }
        for row in still
    ]  # fmt: skip
    heads = [Column(one, text(f"rapat_temuan.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    late = [line for line in lines if line["hari"]]
    key = "judul_daftar" if late else "judul_daftar_tepat"
    return [
        compose(
            "rapat.temuan",
            title=text(f"rapat_temuan.{key}", lang, n=len(lines), k=len(late),
                       nama=late[0]["milik"] if late else "",
                       hari=write(late[0]["hari"], "hari", lang) if late else ""),
            chart=None, table=table(lines, heads, link=lambda line: line["link"], shown=SHOWN),
            provenance=rapat_hari.provenance(ask, view, "temuan", rule=_rule(still, view)), lang=lang,
            question=text("rapat_temuan.tanya_daftar", lang), notes=(text("rapat_temuan.catatan_tenggat", lang),),
            tags=("rapat.temuan", "tepra.temuan"),
        )
    ]  # fmt: skip
