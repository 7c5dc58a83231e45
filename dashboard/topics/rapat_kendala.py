"""Obstacles that stand on a day: of which kind, who can clear them, whose they are and for how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Grid, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from dashboard.view import View
from pipelines.catalogue import text

SHOWN = 20
ACROSS = 6  # who can clear them, as many as a phone can show; the others together
_OPEN = (
    "select k.*, n.nama as sub from app.kendala as k "
    "left join app.nama as n on n.dimensi = 'sub_kegiatan' and k.kode_sub_kegiatan = n.kode "
    "where k.sejak <= ? and k.teratasi > ? and (? or list_contains(?, k.kode_opd)) order by k.sejak, k.id"
)
_UNITS: dict[str, Any] = {
    "milik": "teks", "kategori": "teks", "uraian": "teks", "pembuka": "teks", "hari": "hari", "sejak": "tanggal",
    "sub": "teks", "nomor": "kode",
}  # fmt: skip


def open_on(ask: Ask, view: View) -> list[dict[str, Any]]:
    """The obstacles of the view that stand on its day, the oldest first."""
    on = rapat_hari.day(view)
    return ask.run(_OPEN, on, on, *rapat_hari.cut(ask, view))


def figures(ask: Ask, view: View) -> list[Figure]:
    """Kinds by who can clear them, the oldest, and by OPD; one figure that says so where none stands."""
    found = open_on(ask, view)
    if not found:
        return [nothing(ask, view)]
    return [grid(ask, view, found), oldest(ask, view, found), *owners(ask, view, found)]


def nothing(ask: Ask, view: View) -> Figure:
    """No obstacle stands on the view's day."""
    lang = view.lang
    return missing(
        "rapat.kendala", title=text("rapat_kendala.kosong_judul", lang, per=rapat_hari.per(view)),
        empty=text("rapat_kendala.kosong", lang), provenance=rapat_hari.provenance(ask, view, "kendala"),
        question=text("rapat_kendala.tanya_petak", lang), tags=("rapat.kendala", "tepra.kendala"),
    )  # fmt: skip


def grid(ask: Ask, view: View, found: Sequence[Row]) -> Figure:
    """How many obstacles of each kind each of those who can clear them has in hand."""
    lang = view.lang
    kinds = [kind for kind, _ in Counter(pilihan(row["kategori"], lang) for row in found).most_common()]
    keys = _openers(found, view)
    columns = list(dict.fromkeys(keys))
    counts = Counter((pilihan(row["kategori"], lang), key) for row, key in zip(found, keys, strict=True))
    other = text("rapat_kendala.lainnya", lang)
    columns.sort(key=lambda name: (name == other, -keys.count(name), name))
    values = tuple(tuple(counts[kind, name] for name in columns) for kind in kinds)
    heads = (Column("kategori", text("rapat_kendala.kolom_kategori", lang)),
             *(Column(f"p{n}", name, "bulat") for n, name in enumerate(columns)))  # fmt: skip
    lines = [
        {"kategori": kind, **{f"p{n}": value for n, value in enumerate(line)}}
        for kind, line in zip(kinds, values, strict=True)
    ]
    most, many = columns[0], keys.count(columns[0])
    return compose(
        "rapat.kendala",
        title=text("rapat_kendala.judul_petak" if many > 1 else "rapat_kendala.judul_petak_rata", lang, n=len(found),
                   nama=most, k=many, jenis=len(kinds), per=rapat_hari.per(view)),
        chart=Grid(tuple(kinds), tuple(columns), values, "bulat"), table=table(lines, heads),
        provenance=rapat_hari.provenance(ask, view, "kendala"), lang=lang,
        question=text("rapat_kendala.tanya_petak", lang), tags=("rapat.kendala", "tepra.kendala"),
    )  # fmt: skip


def _openers(found: Sequence[Row], view: View) -> list[str]:
    """Who can clear each, as most write it; those beyond the most named together."""
    spelled: dict[str, Counter[str]] = {}
    for row in found:
        spelled.setdefault(_folded(row), Counter())[" ".join(row["pembuka_sumbatan"].split())] += 1
    order = sorted(spelled, key=lambda key: (-sum(spelled[key].values()), key))
    kept = order if len(order) <= ACROSS else order[: ACROSS - 1]
    other = text("rapat_kendala.lainnya", view.lang)
    named = {key: spelled[key].most_common(1)[0][0] if key in kept else other for key in order}
    return [named[_folded(row)] for row in found]


def _folded(row: Row) -> str:
    return " ".join(row["pembuka_sumbatan"].lower().split())


def oldest(
    ask: Ask, view: View, found: Sequence[Row], id: str = "rapat.kendala_lama",
    *, tags: tuple[str, ...] = ("rapat.kendala", "tepra.kendala"),
) -> Figure:  # fmt: skip
    """Every obstacle with its age, the oldest first."""
    lang, on = view.lang, rapat_hari.day(view)
    called = rapat_hari.names(ask)
    lines = [
        {
            "milik": rapat_hari.owner(row, called), "kategori": pilihan(row["kategori"], lang), "uraian": row["uraian"],
            "pembuka": row["pembuka_sumbatan"], "hari": (on - row["sejak"]).days, "sejak": row["sejak"],
            "sub": row["sub"] or row["kode_sub_kegiatan"], "nomor": row["id"],
            "link": tautan.opd(row["kode_opd"], sub=row["kode_sub_kegiatan"] if row["sub"] else None),
        }
        for row in found
    ]  # fmt: skip
    first = lines[0]
    heads = [Column(one, text(f"rapat_kendala.kolom_{one}", lang), unit) for one, unit in _UNITS.items()]
    return compose(
        id,
        title=text("rapat_kendala.judul_lama", lang, nama=first["milik"], kategori=str(first["kategori"]),
                   hari=write(first["hari"], "hari", lang), n=len(lines)),
        chart=None, table=table(lines, heads, link=lambda line: line["link"], shown=SHOWN),
        provenance=rapat_hari.provenance(ask, view, "kendala"), lang=lang,
        question=text("rapat_kendala.tanya_lama", lang),
        notes=(text("rapat_kendala.catatan_sejak", lang) if any(r["sejak_dari"] != "ditulis" for r in found) else "",),
        tags=tags,
    )  # fmt: skip


def owners(ask: Ask, view: View, found: Sequence[Row]) -> list[Figure]:
    """How many each OPD or unit has; no figure where none has more than one."""
    lang = view.lang
    called = rapat_hari.names(ask)
    counts = Counter((row["kode_opd"], rapat_hari.owner(row, called)) for row in found)
    if max(counts.values()) < 2:
        return []
    order = sorted(counts, key=lambda key: (-counts[key], key[1]))
    heads = (Column("milik", text("rapat_kendala.kolom_milik", lang)),
             Column("n", text("rapat_kendala.kolom_n", lang), "bulat"))  # fmt: skip
    lines = [{"milik": name, "n": counts[code, name], "link": tautan.opd(code)} for code, name in order]
    top, drawn = order[0], order[:SHOWN]
    return [
        compose(
            "rapat.kendala_opd",
            title=text("rapat_kendala.judul_opd", lang, n=len(order), nama=top[1], k=counts[top]),
            chart=Bars(
                tuple(name for _, name in drawn),
                (Series(text("rapat_kendala.kolom_n", lang), tuple(counts[key] for key in drawn), "actual", "bar"),),
                "bulat", links=tuple(tautan.opd(code) for code, _ in drawn),
            ),
            table=table(lines, heads, link=lambda line: line["link"]),
            provenance=rapat_hari.provenance(ask, view, "kendala"), lang=lang,
            question=text("rapat_kendala.tanya_opd", lang), tags=("rapat.kendala",),
        )
    ]  # fmt: skip
