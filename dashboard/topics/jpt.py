"""High officials (eselon I and II) for the meeting that evaluates them: their seats, their SKP, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Figure
from dashboard.figures.tables import table
from dashboard.look import day, month, write
from dashboard.query import Ask
from dashboard.topics import kepala, kinerja_konsisten, pejabat_daftar, periode_skp, rotasi_plt
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.jpt_kursi import Row, longer, matters, seats
from dashboard.topics.jpt_perhatian import attention
from dashboard.topics.jpt_predikat import spread
from dashboard.topics.kinerja_unit import staff
from dashboard.view import View
from pipelines.catalogue import text

_SEAT_UNITS: dict[str, Any] = {
    "jabatan": "teks", "pejabat": "teks", "keadaan": "teks", "hari": "hari", "warna": "status", "warisan": "poin",
    "sendiri": "poin", "skp": "teks", "tmt": "tanggal", "bup": "tanggal", "seratus": "tanggal",
    "opd": "teks", "cara": "teks", "eselon": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The summary, what asks for attention, every seat, the predicates, and heads beside their agency."""
    rows = seats(ask, view)
    if not rows:
        return [
            missing(
                "jpt.ringkas", title=text("jpt.kosong_judul", view.lang), empty=text("pejabat.kosong", view.lang),
                provenance=siapa.provenance(ask, view, "riwayat"), question=text("jpt.tanya_ringkas", view.lang),
            )
        ]  # fmt: skip
    asking = matters(ask, view, rows)
    return [
        summary(ask, view, rows, asking),
        attention(ask, view, asking),
        *rotasi_plt.basis(ask, view, asking),
        listed(ask, view, rows),
        spread(ask, view, rows),
        *_heads(ask, view, rows),
    ]


def _heads(ask: Ask, view: View, rows: Sequence[Row]) -> list[Figure]:
    """The head's rating beside the agency's predicate, as the page on performance shows it, of these seats."""
    period = periode_skp.chosen(ask, view)
    if period is None:
        return []
    led = {row["kode_opd"] for row in rows if row["pimpinan_opd"]}
    units = {unit.kode: unit for unit in staff(ask, view, period) if unit.kode in led}
    return [kinerja_konsisten.heads(ask, view, period, units)]


def _named(rows: Sequence[Row], most: int = 2) -> str | None:
    """The posts of some rows in few words."""
    names = dict.fromkeys(str(row["nama_jabatan"]) for row in rows)
    return ", ".join(list(names)[:most]) or None


def summary(ask: Ask, view: View, rows: Sequence[Row], asking: Sequence[Row]) -> Figure:
    """How many seats are held, empty, acting and new, and how many holders are long in the post or near the limit."""
    lang, n = view.lang, pejabat_daftar.counted(rows)
    held = {kind: [row for row in rows if row["keadaan"] == kind] for kind in n}
    acting = [*held["plt"], *held["plh"]]
    of = {kind: [m for m in asking if m["jenis"] == kind] for kind in ("masa_lebih", "bup_dekat")}
    new = [row for row in rows if row["seratus"]]
    limits = [row["bup_tanggal"] for row in rows if row["kode_jabatan"] in {m["kode_jabatan"] for m in of["bup_dekat"]}]
    long = max(acting, key=lambda row: row["hari"] or 0, default=None)
    eight = (
        Card(
            text("pejabat.kartu_definitif", lang), text("pejabat.dari_n", lang, n=n["definitif"], total=len(rows)),
            "teks",
            note=text("pejabat.belum_tercatat", lang, n=n["tidak_tercatat"]) if n["tidak_tercatat"] else None,
        ),
        Card(text("pejabat.kartu_kosong", lang), n["kosong"], "bulat", note=_named(held["kosong"])),
        Card(
            text("jpt.kartu_plt", lang), len(acting), "bulat",
            note=text("pejabat.terlama", lang, hari=write(long["hari"], "hari", lang), nama=long["nama_jabatan"])
            if long else None,
        ),
        Card(text("jpt.kartu_pj", lang), n["pj"], "bulat", note=_named(held["pj"])),
        Card(
            text("pejabat.kartu_baru", lang), len(new), "bulat",
            note=text("pejabat.paling_akhir", lang, tanggal=day(max(row["seratus"] for row in new), lang))
            if new else None,
        ),
        Card(
            text("jpt.kartu_dua", lang), len(longer(rows, view)), "bulat",
            note=text("jpt.dari_definitif", lang, n=n["definitif"]),
        ),
        Card(text("jpt.kartu_lima", lang), len(of["masa_lebih"]), "bulat", note=_named(of["masa_lebih"])),
        Card(
            text("jpt.kartu_bup", lang), len(of["bup_dekat"]), "bulat",
            note=text("jpt.bup_terdekat", lang, tanggal=day(min(limits), lang)) if limits else None,
        ),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in eight]
    counts = {"n": n["definitif"], "total": len(rows), "kosong": n["kosong"], "plt": len(acting) + n["pj"]}
    return compose(
        "jpt.ringkas",
        title=text("jpt.judul_ringkas", lang, bulan=month(view.until, lang), **counts),
        chart=Cards(eight),
        table=table(lines, [Column(k, text(f"pejabat.kolom_{k}", lang)) for k in ("ukuran", "nilai", "keterangan")]),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("jpt.tanya_ringkas", lang),
        notes=(text("pejabat.catatan_kosong", lang),),
    )


def listed(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """Every seat: who holds it, since when, and for heads of agencies what was inherited and what came since."""
    lang = view.lang
    lines = [
        {
            **row, "jabatan": siapa.post(row["keadaan"], row["nama_jabatan"], lang),
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "keadaan": siapa.held(row["keadaan"], lang),
            "sendiri": None if row["terlalu_dini"] else row["sendiri"],
            "skp": pejabat_daftar.predicate(row["predikat"], lang), "bup": row["bup_tanggal"],
        }
        for row in rows
    ]  # fmt: skip
    came = [row for row in rows if row["warisan"]]
    worse = [row for row in rows if row["sendiri"] is not None and not row["terlalu_dini"] and row["sendiri"] < 0]
    return compose(
        "jpt.kursi",
        title=text("jpt.judul_kursi", lang, n=len(rows), datang=len(came), turun=len(worse), tahun=view.tahun),
        chart=None,
        table=table(
            lines, [Column(k, text(f"pejabat.kolom_{k}", lang), unit) for k, unit in _SEAT_UNITS.items()],
            link=siapa.holder,
        ),
        provenance=siapa.provenance(ask, view, "riwayat", "skp", money=True, rule=ask.rule(view)),
        lang=lang,
        question=text("jpt.tanya_kursi", lang),
        notes=(text("pejabat.catatan_warisan", lang), text("jpt.catatan_kepala", lang)),
    )  # fmt: skip
