"""One OPD: where it stands, how its year ran, what lies below it, which rule colours it and what it is read from."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import (
    asal,
    bagian,
    kepala,
    kinerja_opd,
    masa,
    pendaratan_baca,
    pendaratan_kartu,
    pertanyaan,
    pita,
    profil_pk,
    rapat_opd,
    rincian,
)
from dashboard.topics.baris import headed, row
from dashboard.topics.kurva import curve
from dashboard.topics.papan import Unit, on_board, papan
from dashboard.topics.prioritas import besides
from dashboard.view import ALL, View
from dashboard.words import Words
from pipelines.catalogue import text


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of the view's OPD; the list of OPD to choose from where none is chosen."""
    return [figure for part in there(ask, view) for figure in PARTS[part](ask, view)]


def there(ask: Ask, view: View) -> tuple[str, ...]:
    """The parts that have anything to say of the view: all of them of an OPD whose money is known."""
    if view.opd is None:
        return ("keadaan",)
    if on_board(ask, replace(view, kelompok=ALL), view.opd):
        return tuple(PARTS)
    # An OPD may owe what it agreed to before any money of it is known.
    return ("target", "keadaan") if _agreed(ask, view) else ("keadaan",)


def _unit(ask: Ask, view: View) -> Unit | None:
    """The view's OPD as the board has it; a link to one outside the chosen group still opens it."""
    return next((unit for unit in papan(ask, replace(view, kelompok=ALL)) if unit.kode == view.opd), None)


def _agreed(ask: Ask, view: View) -> list[Figure]:
    return [figure for figure in profil_pk.figures(ask, view, view.opd or "") if not figure.empty]


def state(ask: Ask, view: View) -> list[Figure]:
    """Where it stands, how its year ran and what lies below it; the OPD to choose from where none is chosen."""
    if view.opd is None:
        return [choose(ask, view)]
    unit = _unit(ask, view)
    if unit is None:
        return [_unknown(ask, view, known=bool(_agreed(ask, view)))]
    year = curve(ask, view, "profil_opd.kurva", opd=unit.kode, monthly=True, tags=("opd",))
    below = rincian.drill(ask, view, reported=unit.dilaporkan)
    return [
        cards(ask, view, unit),
        # Who has opened a level below came for it: it stands before the year.
        *((below, year) if view.program or view.kegiatan or view.sub else (year, below)),
        *rincian.worst(ask, view),
        *bagian.figures(ask, view),
    ]


def questions(ask: Ask, view: View) -> list[Figure]:
    """What the figures of the OPD raise."""
    unit = _unit(ask, view)
    return [pertanyaan.figure(ask, view, unit)] if unit else []


def term(ask: Ask, view: View) -> list[Figure]:
    """Its head, what was inherited, and how its people are rated."""
    unit = _unit(ask, view)
    return [*masa.figures(ask, view, unit), *kinerja_opd.figures(ask, view, unit)] if unit else []


def agreed(ask: Ask, view: View) -> list[Figure]:
    """What it agreed to."""
    return profil_pk.figures(ask, view, view.opd) if view.opd else []


def rules(ask: Ask, view: View) -> list[Figure]:
    """Which rule colours it, and what it is read from."""
    unit = _unit(ask, view)
    return [pita.why(ask, view, unit), *asal.figures(ask, view)] if unit else []


# each shown by itself, so made by itself
PARTS = {
    "keadaan": state, "pertanyaan": questions, "masa": term, "target": agreed, "rapat": rapat_opd.figures,
    "aturan": rules,
}  # fmt: skip


def choose(ask: Ask, view: View) -> Figure:
    """The OPD to choose from, worst first."""
    lang = view.lang
    units = papan(ask, view)
    if not units:
        return _unknown(ask, view)
    heads = (
        Column("opd", text("profil_opd.kolom_opd", lang)),
        Column("warna", text("profil_opd.kolom_status", lang), "status"),
        Column("serapan", text("profil_opd.kolom_serapan", lang), "persen"),
        Column("deviasi", text("profil_opd.kolom_deviasi", lang), "poin"),
        *(Column(n, text(f"peringkat.kolom_{n}", lang), "hari" if n == "hari" else "teks") for n in headed(units)),
    )
    rows = [row(unit, view) for unit in units]
    return compose(
        "profil_opd.pilih",
        title=text("profil_opd.judul_pilih", lang),
        chart=None,
        table=table(rows, heads, link=lambda line: line["link"]),
        provenance=ask.provenance(view, rule=True),
        lang=lang,
        question=text("profil_opd.tanya_pilih", lang),
    )


def _unknown(ask: Ask, view: View, *, known: bool = False) -> Figure:
    lang = view.lang
    return missing(
        "profil_opd.kosong",
        title=text("profil_opd.tanpa_uang_judul" if known else "profil_opd.kosong_judul", lang),
        empty=text("profil_opd.kosong", lang, kode=view.opd or "", bulan=month(view.until, lang)),
        provenance=ask.provenance(view),
    )


def cards(ask: Ask, view: View, unit: Unit) -> Figure:
    """Status and rank, serapan against the target, what is left, fisik, and how old the data is."""
    lang = view.lang
    rank = unit.peringkat is not None and text("profil_opd.dari_n", lang, peringkat=unit.peringkat, n=unit.n_dinilai)
    why = text(f"umum.alasan_{unit.alasan}", lang) if unit.alasan else Words(lang).profile(view.profil)
    source = text(f"peringkat.sumber_{unit.sumber_target or 'tidak_ada'}", lang)
    against = (
        text("profil_opd.terhadap", lang, target=write(unit.target, "persen", lang), sumber=source)
        if unit.target is not None
        else source
    )
    end = next(
        (one for one in pendaratan_baca.landings(ask, replace(view, kelompok=ALL)) if one.kode == unit.kode), None
    )
    five = (
        Card(
            text("profil_opd.kartu_peringkat", lang), rank or None, "teks", note=why, status=unit.warna,
        ),
        Card(
            text("profil_opd.kartu_serapan", lang), unit.serapan, "persen", note=against,
            delta=unit.deviasi,
            delta_label=None if unit.deviasi is None else text("profil_opd.kartu_deviasi", lang),
        ),
        Card(
            text("profil_opd.kartu_sisa", lang), unit.sisa, "rupiah",
            note=text(
                "profil_opd.dari_pagu", lang, realisasi=write(unit.realisasi, "rupiah", lang, short=True),
                pagu=write(unit.pagu, "rupiah", lang, short=True),
            ),
        ),
        Card(
            text("profil_opd.kartu_fisik", lang), unit.fisik, "persen",
            note=text("profil_opd.gap", lang, gap=write(unit.fisik_keuangan, "poin", lang))
            if unit.fisik_keuangan is not None else text("profil_opd.tanpa_fisik", lang),
        ),
        Card(
            text("profil_opd.kartu_posisi", lang), unit.posisi, "bulan",
            note=text("profil_opd.direkam", lang, tanggal=write(unit.direkam, "tanggal", lang))
            if unit.direkam else text("profil_opd.tanpa_berkas", lang),
        ),
        *pendaratan_kartu.of_opd(end, view),
        *((_head(unit.kepala, view),) if unit.kepala else ()),
    )  # fmt: skip
    heads = (
        Column("ukuran", text("profil_opd.kolom_ukuran", lang)),
        Column("nilai", text("profil_opd.kolom_nilai", lang)),
        Column("keterangan", text("profil_opd.kolom_keterangan", lang)),
    )
    rows = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    return compose(
        "profil_opd.kartu",
        title=_finding(unit, view),
        chart=Cards(five),
        table=table(rows, heads),
        provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"), rule=True),
        lang=lang,
        question=text("profil_opd.tanya_kartu", lang, nama=unit.nama),
        notes=(
            *besides(unit, view),
            text("profil_opd.sementara", lang) if unit.sementara else "",
            pendaratan_baca.error(ask, view) if end and end.tengah is not None else "",
        ),
        tags=("opd",),
    )


def _head(head: kepala.Kepala, view: View) -> Card:
    """Who heads it: how and since when, and the post."""
    said = (head.nama, kepala.days(head, view.lang), head.jabatan)
    return Card(
        text("profil_opd.kartu_kepala", view.lang),
        kepala.status(head.keadaan, view.lang),
        "teks",
        note=" · ".join(part for part in said if part),
    )


def _finding(unit: Unit, view: View) -> str:
    lang = view.lang
    if unit.serapan is None:
        return text("profil_opd.judul_belum", lang, nama=unit.nama, bulan=month(view.until, lang))
    points = unit.deviasi
    key = "tanpa_target" if points is None else "kurang" if points < 0 else "cukup"
    return text(
        f"profil_opd.judul_{key}",
        lang,
        nama=unit.nama,
        serapan=write(unit.serapan, "persen", lang),
        poin=write(None if points is None else abs(points), "poin", lang).lstrip("+"),
    )
