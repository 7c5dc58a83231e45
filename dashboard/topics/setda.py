"""The bagian of the Setda as units in their own right: their money, their rapor, their instructions and visitors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_hitung, rapat_kunjungan, rapat_papan, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_tindak import actions
from dashboard.view import ALL, View
from dashboard.words import Words
from pipelines.catalogue import text
from pipelines.measures import exact

KIND = "sekretariat"
_UNITS: dict[str, Any] = {
    "peringkat": "bulat", "bagian": "teks", "warna": "status", "serapan": "persen", "target": "persen",
    "deviasi": "poin", "pagu": "rupiah", "realisasi": "rupiah", "sisa": "rupiah", "fisik": "persen", "terbuka": "bulat",
    "lewat": "bulat", "janji": "teks", "kendala": "bulat", "kode": "kode",
}  # fmt: skip
_OF = (
    "select u.kode_opd, count(*) as n from app.unit_rapor as u inner join app.opd as o on u.kode_opd = o.kode_opd "
    "where o.jenis = ? and u.tahun = ? and u.bulan = ? and u.profil = ? group by u.kode_opd order by n desc, u.kode_opd"
)
_ROWS = (
    "select * from app.unit_rapor where kode_opd = ? and tahun = ? and bulan = ? and profil = ? "
    "order by peringkat desc nulls last, kode_unit"
)


def figures(ask: Ask, view: View) -> list[Figure]:
    """The ranking of the bagian, what meetings left them to do, and who visited them."""
    whole = of(ask, view)
    if whole is None:
        return [nothing(ask, view)]
    units = ask.run(_ROWS, whole.opd, view.tahun, view.bulan, view.profil)
    visits = [replace(one, id="setda.kunjungan", tags=("setda",)) for one in rapat_kunjungan.figures(ask, whole)]
    return [ranked(ask, whole, units), *instructions(ask, whole), *visits]


def of(ask: Ask, view: View) -> View | None:
    """The view of the secretariat with the most units, or of the one that is looked at; None where none has any."""
    found = [row["kode_opd"] for row in ask.run(_OF, KIND, view.tahun, view.bulan, view.profil)]
    if not found:
        return None
    chosen = view.opd if view.opd in found else found[0]
    return replace(view, opd=chosen, kelompok=ALL, program=None, kegiatan=None, sub=None)


def nothing(ask: Ask, view: View) -> Figure:
    """No secretariat has units in the month."""
    lang = view.lang
    return missing(
        "setda.peringkat", title=text("setda.kosong_judul", lang, bulan=month(view.until, lang)),
        empty=text("setda.kosong", lang), provenance=ask.provenance(view), question=text("setda.tanya_peringkat", lang),
        tags=("setda",),
    )  # fmt: skip


def ranked(ask: Ask, view: View, units: Sequence[Row]) -> Figure:
    """Every bagian on the scale of serapan, the lowest rank first, in the colour of the rule of the month."""
    lang = view.lang
    called = rapat_hari.names(ask)
    lines = [_line(row, called, view) for row in units]
    lines.sort(key=lambda line: (line["serapan"] is None, line["peringkat"] is None, -(line["peringkat"] or 0)))
    dots = [
        Dot(
            line["kode"], line["bagian"], line["serapan"], line["target"],
            status=line["warna"] if line["serapan"] is not None else "abu",
            note=text("setda.sisa", lang, sisa=write(line["sisa"], "rupiah", lang, short=True))
            if line["sisa"] is not None else None,
            link=line["link"],
        )
        for line in lines
    ]  # fmt: skip
    known = [line for line in lines if line["serapan"] is not None]
    behind = sum(line["deviasi"] is not None and line["deviasi"] < 0 for line in known)
    heads = [Column(one, text(f"setda.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    low = known[0] if known else None
    return compose(
        "setda.peringkat",
        title=text("setda.judul_peringkat", lang, n=behind, total=len(known), nama=low["bagian"],
                   serapan=write(low["serapan"], "persen", lang), bulan=month(view.until, lang))
        if low else text("setda.judul_belum", lang, bulan=month(view.until, lang)),
        chart=ranking(dots, unit="persen", order=False, value_label=text("setda.kolom_serapan", lang),
                      target_label=text("setda.kolom_target", lang)),
        table=table(lines, heads, link=lambda line: line["link"]),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu"), rule=True),
        lang=lang, question=text("setda.tanya_peringkat", lang),
        notes=(
            text("setda.catatan_peringkat", lang, profil=Words(lang).profile(view.profil)),
            text("setda.catatan_tanpa", lang) if any(row["alasan"] == "tanpa_anggaran" for row in units) else "",
        ),
        tags=("setda",),
    )  # fmt: skip


def _line(row: Row, called: dict[str, str], view: View) -> dict[str, Any]:
    promised = row["n_komitmen"]
    left = row["pagu"] - row["realisasi_kum"] if row["dilaporkan"] and row["pagu"] is not None else None
    return {
        "peringkat": row["peringkat"], "bagian": called.get(row["kode_unit"], row["kode_unit"]), "warna": row["warna"],
        "serapan": exact(row["serapan_persen"], "persen") if row["dilaporkan"] else None,
        "target": exact(row["target_persen"], "persen"), "deviasi": exact(row["deviasi"], "poin"), "pagu": row["pagu"],
        "realisasi": row["realisasi_kum"] if row["dilaporkan"] else None, "sisa": left, "fisik": row["fisik_real"],
        "terbuka": row["n_terbuka"], "lewat": row["n_lewat"], "kendala": row["n_kendala"], "kode": row["kode_unit"],
        "janji": text("rapat_komitmen.dari", view.lang, k=row["n_ditepati"], n=promised) if promised else None,
        "link": tautan.opd(row["kode_opd"]),
    }  # fmt: skip


def instructions(ask: Ask, view: View) -> list[Figure]:
    """What meetings left each bagian to do, and every open one; what to do where none is known."""
    found = rapat_hitung.rows(ask, view)
    if not found:
        return [rapat_papan.nothing(ask, view, "setda.tindak_lanjut")]
    bars = replace(rapat_papan.owners(ask, view, found), id="setda.pemilik", tags=("setda",))
    return [bars, *actions(ask, view, "setda.tindak_lanjut", tags=("setda",))]
