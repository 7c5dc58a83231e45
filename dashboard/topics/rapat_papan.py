"""The board of actions on a day: how many are open and late, whose they are, and each, put off longest first."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Card, Cards, Column, Figure, Series
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import rapat_hari, rapat_hitung, tautan
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_hitung import KEADAAN, Hitung, by_owner, counted
from dashboard.topics.rapat_tindak import actions
from dashboard.view import View
from pipelines.catalogue import text

DRAWN = 20  # owners that are drawn; the table has all
OFTEN = "diteruskan_berulang"
# The colours of the rapor serve for what is worse or better; the word stands beside each.
_COLOURS = {
    "lewat": "merah", "alert": "oranye", "belum": "kuning", "jalan": "hijau", "lain": "abu", "selesai": "biru",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """Counts, owners and every open action; one figure that says what to do where no meeting decided any."""
    found = rapat_hitung.rows(ask, view)
    if not found:
        return [nothing(ask, view)]
    return [cards(ask, view, found), owners(ask, view, found), *actions(ask, view)]


def nothing(ask: Ask, view: View, id: str = "rapat.papan") -> Figure:
    """No action of the view is known on its day."""
    lang = view.lang
    return missing(
        id, title=text("rapat_papan.kosong_judul", lang, per=rapat_hari.per(view)),
        empty=text("rapat_papan.kosong", lang), provenance=rapat_hari.provenance(ask, view, "tindak_lanjut"),
        question=text("rapat_papan.tanya_kartu", lang), tags=("rapat.papan",),
    )  # fmt: skip


def cards(ask: Ask, view: View, found: Sequence[Row]) -> Figure:
    """Open, late, done in time, given more time, carried over again and again."""
    lang, on = view.lang, rapat_hari.day(view)
    often = rapat_hari.setting(ask, OFTEN, on)
    n = counted(found, on, often)
    many = write(often, "bulat", lang)
    five = (
        Card(text("rapat_papan.kartu_terbuka", lang), n.terbuka, "bulat",
             note=text("rapat_papan.kartu_terbuka_ket", lang, n=_having(found, view))),
        Card(text("rapat_papan.kartu_lewat", lang), n.n("lewat"), "bulat", note=rapat_hari.per(view)),
        Card(text("rapat_papan.kartu_tepat", lang), n.persen_tepat, "persen",
             note=text("rapat_papan.kartu_tepat_ket", lang, tepat=n.tepat, n=n.jatuh_tempo, tahun=on.year)),
        Card(text("rapat_papan.kartu_diperpanjang", lang), n.diperpanjang, "bulat",
             note=text("rapat_papan.kartu_masih_terbuka", lang)),
        Card(text("rapat_papan.kartu_berulang", lang, n=many), n.berulang, "bulat",
             note=text("rapat_papan.kartu_masih_terbuka", lang)),
    )  # fmt: skip
    heads = [Column(one, text(f"rapat_papan.kolom_{one}", lang)) for one in ("ukuran", "nilai", "keterangan")]
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    key = "judul_kartu" if n.terbuka else "judul_kartu_tuntas"
    return compose(
        "rapat.kartu",
        title=text(f"rapat_papan.{key}", lang, n=n.terbuka, lewat=n.n("lewat"), per=rapat_hari.per(view)),
        chart=Cards(five),
        table=table(lines, heads),
        provenance=rapat_hari.provenance(
            ask, view, "tindak_lanjut", rule=rapat_hari.basis(ask, OFTEN, on, lang) if n.berulang else None
        ),
        lang=lang,
        question=text("rapat_papan.tanya_kartu", lang),
        tags=("rapat.papan", "tepra.tindak_lanjut"),
    )


def _having(found: Sequence[Row], view: View) -> int:
    on = rapat_hari.day(view)
    return len(by_owner([row for row in found if row["terbuka_sampai"] > on]))


def owners(ask: Ask, view: View, found: Sequence[Row]) -> Figure:
    """What each OPD or unit has to do and has done, most overdue first."""
    lang, on = view.lang, rapat_hari.day(view)
    called = rapat_hari.names(ask)
    each = [(rows[0], counted(rows, on, None)) for rows in by_owner(found).values()]
    each = [(row, n) for row, n in each if sum(n.keadaan)]
    each.sort(key=lambda pair: (*_grave(pair[1]), rapat_hari.owner(pair[0], called)))
    drawn = each[:DRAWN]
    kept = [at for at, name in enumerate(KEADAAN) if any(n.keadaan[at] for _, n in each)]
    series = tuple(
        Series(text(f"rapat_papan.keadaan_{KEADAAN[at]}", lang), tuple(n.keadaan[at] for _, n in drawn), "part", "bar",
               status=_COLOURS[KEADAAN[at]])
        for at in kept
    )  # fmt: skip
    heads = (
        Column("milik", text("rapat_papan.kolom_milik", lang)),
        *(Column(KEADAAN[at], text(f"rapat_papan.keadaan_{KEADAAN[at]}", lang), "bulat") for at in kept),
        Column("kode", text("rapat_papan.kolom_kode", lang), "kode"),
    )
    lines = [
        {"milik": rapat_hari.owner(row, called), **dict(zip(KEADAAN, n.keadaan, strict=True)),
         "kode": row["kode_unit"] or row["kode_opd"], "link": tautan.opd(row["kode_opd"])}
        for row, n in each
    ]  # fmt: skip
    worst = [(row, n) for row, n in each if n.n("lewat")]
    key = "judul_pemilik" if worst else "judul_pemilik_tepat"
    return compose(
        "rapat.pemilik",
        title=text(
            f"rapat_papan.{key}", lang, n=len(worst), per=rapat_hari.per(view),
            nama=rapat_hari.owner(worst[0][0], called) if worst else "", lewat=worst[0][1].n("lewat") if worst else 0,
        ),
        chart=Bars(
            tuple(rapat_hari.owner(row, called) for row, _ in drawn), series, "bulat", stacked=True,
            links=tuple(tautan.opd(row["kode_opd"]) for row, _ in drawn),
        ),
        table=table(lines, heads, link=lambda line: line["link"]),
        provenance=rapat_hari.provenance(ask, view, "tindak_lanjut"),
        lang=lang,
        question=text("rapat_papan.tanya_pemilik", lang),
        notes=(
            text("rapat_papan.catatan_keadaan", lang),
            text("rapat_papan.catatan_lain", lang) if any(n.n("lain") for _, n in each) else "",
            text("rapat_papan.catatan_digambar", lang, n=DRAWN, total=len(each)) if len(each) > DRAWN else "",
        ),
        tags=("rapat.papan", "tepra.tindak_lanjut"),
    )  # fmt: skip


def _grave(n: Hitung) -> tuple[int, ...]:
    """Most overdue first, then most open, then most done."""
    return -n.n("lewat"), -n.terbuka, -n.n("selesai")
