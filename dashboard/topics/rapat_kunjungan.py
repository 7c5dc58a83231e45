"""The guest book in counts: who was visited how often in which month, and how long a visit takes. Nobody is named."""

from __future__ import annotations

from dashboard.figures.compose import compose
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import month
from dashboard.query import Ask
from dashboard.topics import rapat_hari
from dashboard.view import View
from pipelines.catalogue import text

DRAWN = 20
_ROWS = (
    "select * from app.kunjungan_bulan where tahun = ? and bulan <= ? and (? or list_contains(?, kode_opd)) "
    "order by kode_opd, kode_unit, bulan"
)


def figures(ask: Ask, view: View) -> list[Figure]:
    """Visits of the year by OPD or unit and month; no figure where no guest book is kept."""
    lang, on = view.lang, rapat_hari.day(view)
    found = ask.run(_ROWS, on.year, on.month, *rapat_hari.cut(ask, view))
    if not found:
        return []
    called = rapat_hari.names(ask)
    by = {(rapat_hari.owner(row, called), row["bulan"]): row for row in found}
    sums: dict[str, int] = {}
    for (name, _), row in by.items():
        sums[name] = sums.get(name, 0) + row["n_kunjungan"]
    order = sorted(sums, key=lambda name: (-sums[name], name))
    months = sorted({row["bulan"] for row in found})
    drawn = order[:DRAWN]
    visits = Series(text("rapat_kunjungan.kolom_n", lang), tuple(sums[name] for name in drawn), "actual", "bar")
    heads = (
        Column("milik", text("rapat_kunjungan.kolom_milik", lang)),
        Column("bulan", text("rapat_kunjungan.kolom_bulan", lang), "bulan"),
        Column("n", text("rapat_kunjungan.kolom_n", lang), "bulat"),
        Column("menit", text("rapat_kunjungan.kolom_menit", lang), "bulat"),
        Column("dari", text("rapat_kunjungan.kolom_dari", lang), "bulat"),
    )
    lines = [
        {"milik": name, "bulan": f"{on.year:04d}-{n:02d}", "n": by[name, n]["n_kunjungan"],
         "menit": by[name, n]["menit_median"], "dari": by[name, n]["n_bermenit"]}
        for name in order for n in months if (name, n) in by
    ]  # fmt: skip
    return [
        compose(
            "rapat.kunjungan",
            title=text("rapat_kunjungan.judul", lang, n=sum(sums.values()), nama=order[0], k=sums[order[0]],
                       dari=month(months[0], lang), sampai=month(f"{on.year}-{months[-1]:02d}", lang)),
            chart=Bars(tuple(drawn), (visits,), "bulat"), table=table(lines, heads, shown=DRAWN),
            provenance=rapat_hari.provenance(ask, view, "kunjungan"), lang=lang,
            question=text("rapat_kunjungan.tanya", lang), notes=(text("rapat_kunjungan.catatan", lang),),
            tags=("rapat.kunjungan",),
        )
    ]  # fmt: skip
