"""Where the cascade leaks: indicators nobody carries on, empty seats, sums that cannot be reached, orphan SKP."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_LEAKS = (
    "select b.*, coalesce(o.singkatan, o.nama, b.kode_opd) as opd, k.nama_jabatan, p.nama_gelar as nama, p.sebutan "
    "from app.bocor as b left join app.opd as o on b.kode_opd = o.kode_opd "
    "left join app.kursi as k on b.kode_jabatan = k.kode_jabatan left join app.orang as p on b.orang_id = p.orang_id "
    "where b.tahun = ? and b.triwulan = ? order by b.jenis, opd, b.kode_indikator, b.orang_id"
)
# The gravest first: what nobody carries stands above what is only written badly.
LEAKS = (
    "daerah_tanpa_pk", "tanpa_anak", "kursi_kosong", "target_kurang", "bobot", "induk_hilang", "tanpa_induk", "lingkar",
    "jabatan_tak_dikenal", "skp_yatim",
)  # fmt: skip
_LEAK_UNITS: dict[str, Any] = {
    "jenis": "teks", "opd": "teks", "indikator": "teks", "jabatan": "teks", "pejabat": "teks", "rincian": "teks",
}  # fmt: skip


def leaks(ask: Ask, view: View, units: Collection[str], when: Quarter) -> Figure:
    """Every place where the cascade leaks, the gravest kind first; people only counted where nobody is named."""
    lang = view.lang
    rows = [r for r in ask.run(_LEAKS, when.tahun, when.nomor) if r["kode_opd"] is None or r["kode_opd"] in units]
    question = text("pk.tanya_bocor", lang)
    provenance = siapa.provenance(ask, view, "target", "skp", "riwayat")
    if not rows:
        return missing(
            "kinerja.bocor", title=text("pk.bocor_kosong_judul", lang), empty=text("pk.bocor_kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    order = {name: at for at, name in enumerate(LEAKS)}
    rows.sort(key=lambda row: (order[row["jenis"]], str(row["opd"] or ""), str(row["kode_indikator"] or "")))
    lines = [_leak(row, view) for row in rows if row["jenis"] != "skp_yatim" or ask.scope.names]
    if not ask.scope.names:
        lines += _orphans(rows, view)
    count = {name: sum(row["jenis"] == name for row in rows) for name in LEAKS}
    worst = next(name for name in LEAKS if count[name])
    return compose(
        "kinerja.bocor",
        title=text("pk.judul_bocor", lang, n=len(rows), jenis=text(f"pk.bocor_{worst}", lang), k=count[worst]),
        chart=None,
        table=table(
            lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _LEAK_UNITS.items()],
            link=lambda row: row["link"], shown=20,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            _counts(count, view), text("pk.catatan_bocor", lang),
            "" if ask.scope.names else text("pk.catatan_yatim", lang),
        ),
        tags=("pk.bocor",),
    )  # fmt: skip


def _counts(count: dict[str, int], view: View) -> str:
    """How many of each kind, the gravest first."""
    return ", ".join(f"{text(f'pk.bocor_{name}', view.lang)} {n}" for name, n in count.items() if n) + "."


def _leak(row: Row, view: View) -> Row:
    lang = view.lang
    expected, got = (None if row[n] is None else write(row[n], "angka", lang) for n in ("diharap", "didapat"))
    said = text(f"pk.rincian_{row['jenis']}", lang, diharap=expected, didapat=got, lain=row["lain"] or "–")
    link = tautan.indikator(row["kode_indikator"]) if row["kode_indikator"] else None
    return {
        "jenis": text(f"pk.bocor_{row['jenis']}", lang), "opd": row["opd"],
        "indikator": f"{row['kode_indikator']} {row['indikator']}" if row["kode_indikator"] else None,
        "jabatan": row["nama_jabatan"] or row["kode_jabatan"],
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang) if row["orang_id"] else None, "rincian": said,
        "link": link or (tautan.pejabat(row["orang_id"]) if row["orang_id"] else None),
    }  # fmt: skip


def _orphans(rows: Sequence[Row], view: View) -> list[Row]:
    """People whose SKP serve no indicator, as a number for each OPD."""
    count: dict[tuple[str, str], int] = {}
    for row in rows:
        if row["jenis"] == "skp_yatim":
            key = (str(row["kode_opd"]), str(row["opd"]))
            count[key] = count.get(key, 0) + 1
    return [
        {
            "jenis": text("pk.bocor_skp_yatim", view.lang), "opd": opd,
            "rincian": text("pk.n_orang", view.lang, n=write(n, "bulat", view.lang)), "link": tautan.opd(kode),
        }
        for (kode, opd), n in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    ]  # fmt: skip
