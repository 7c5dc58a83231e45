"""The attainment tables of an LKjIP: target, result, attainment, last year, the end of the plan, others' numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.export.formulir.bentuk import Baris, Formulir, Kolom, Ringkas, Sel
from dashboard.export.formulir.renja import Row, indicator, number, percent, roman, source, units
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter, quarter
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.evaluasi_renja import rata_rata

_ROWS = (
    "select * from app.lkjip where tahun = ? and triwulan = ? "
    "order by lingkup, kode_opd, misi, tujuan, sasaran, baris, kode_indikator"
)
_YEAR, _END = 5, 8  # the cells of both attainments


def forms(ask: Ask, view: View, called: Sequence[str]) -> list[Formulir]:
    """The table of the region and of every OPD the reader may see; of the OPD only, where any is called or open."""
    when = quarter(view)
    found = ask.run(_ROWS, when.tahun, when.nomor)
    shown = units(ask, view, called, (str(row["kode_opd"]) for row in found if row["lingkup"] == "pk"))
    made = []
    if not called and not view.opd:
        own = [row for row in found if row["lingkup"] == "daerah"]
        made.append(_form(ask, view, when, own, sheet=text("formulir.daerah", view.lang), title="judul_lkjip_daerah"))
    for unit in shown:
        own = [row for row in found if row["lingkup"] == "pk" and row["kode_opd"] == unit.kode]
        of = replace(view, opd=unit.kode)
        made.append(_form(ask, of, when, own, sheet=unit.sebutan, title="judul_lkjip_opd", whose=(unit.nama,)))
    return made


def _form(
    ask: Ask, view: View, when: Quarter, found: Sequence[Row], *, sheet: str, title: str, whose: tuple[str, ...] = ()
) -> Formulir:
    lang = view.lang
    return Formulir(
        nomor=text("formulir.nomor_lkjip", lang),
        lembar=sheet,
        judul=text(f"formulir.{title}", lang, tahun=when.tahun),
        kepala=(*whose, text("formulir.periode", lang, tw=roman(when.nomor), tahun=when.tahun)),
        kolom=_columns(found, when, lang),
        baris=tuple(_row(n, row, lang) for n, row in enumerate(found, 1)),
        kertas="F4",
        asal=source(ask, view, when, found, text("formulir.aturan_lkjip", lang), money=False),
        judul_sampai=_YEAR,
        ringkas=_means(found, lang),
        catatan=_notes(found, when, lang),
    )


def _row(n: int, row: Row, lang: Lang) -> Baris:
    return Baris("indikator", (
        Sel(n, "angka"), Sel(row["sasaran"]), Sel(indicator(row)),
        number(row, "target_tahun"), number(row, "realisasi"), percent(row["capaian_tahun"]),
        number(row, "realisasi_tahun_lalu"), number(row, "target_akhir"),
        percent(row["capaian_akhir"]), number(row, "pembanding_provinsi"), number(row, "pembanding_nasional"),
        Sel(formula(row, lang)),
    ))  # fmt: skip


def formula(row: Row, lang: Lang) -> str:
    """In one sentence, how the attainment comes about, or why there is none."""
    if row["capaian_tahun"] is None:
        return text("formulir.tak_terhitung", lang, sebab=text(f"target.sebab_{row['sebab_tahun']}", lang))
    if row["metode"] == "predikat":
        return text("formulir.rumus_predikat", lang)
    how = f"turun_{row['cara']}" if row["arah"] == "turun" else str(row["arah"])
    method = text(f"formulir.metode_{row['metode']}_{row['entri']}", lang)
    said = text(f"formulir.rumus_{how}", lang, metode=method)
    return f"{said} {text('formulir.rumus_rentang', lang)}" if row["rentang"] else said


def _means(found: Sequence[Row], lang: Lang) -> tuple[Ringkas, ...]:
    batas = found[0]["rata_batas"] if found else None
    year = [row["capaian_tahun"] for row in found if row["capaian_tahun"] is not None]
    end = [row["capaian_akhir"] for row in found if row["capaian_akhir"] is not None]
    capped, plain = (rata_rata(year, batas=batas), rata_rata(end, batas=batas)), (rata_rata(year), rata_rata(end))
    return tuple(
        Ringkas(text(f"formulir.{name}", lang), ((_YEAR, Sel(of[0], "persen")), (_END, Sel(of[1], "persen"))))
        for name, of in (("rata_rata", capped), ("rata_asli", plain))
    )


def _notes(found: Sequence[Row], when: Quarter, lang: Lang) -> tuple[str, ...]:
    if not found:
        return (text("formulir.tanpa_indikator", lang),)
    n = sum(row["capaian_tahun"] is not None for row in found)
    notes = [text("formulir.n_terhitung", lang, n=n, total=len(found)), text("formulir.dua_capaian", lang)]
    others = sorted({str(row[name]) for row in found for name in ("sumber_nasional", "sumber_provinsi") if row[name]})
    if others:
        notes.append(text("formulir.pembanding", lang, sumber=", ".join(others)))
    if when.nomor < 4:
        notes.append(text("formulir.tahun_berjalan", lang, tw=roman(when.nomor)))
    return (*notes, text("formulir.kosong_bukan_nol", lang))


def _columns(found: Sequence[Row], when: Quarter, lang: Lang) -> tuple[Kolom, ...]:
    ends = sorted({str(row["tahun_akhir"]) for row in found if row["tahun_akhir"]})
    years = {"tahun": when.tahun, "lalu": when.tahun - 1, "akhir": "/".join(ends) or "…"}
    plan = "rpjmd" if any(row["lingkup"] == "daerah" for row in found) else "renstra"
    wide: tuple[tuple[str, float], ...] = (
        ("no", 5), ("sasaran", 26), ("indikator_kinerja", 34), ("target", 11), ("realisasi", 11), ("capaian", 10),
        ("tahun_lalu", 11), (f"akhir_{plan}", 11), ("menuju", 11), ("provinsi", 10), ("nasional", 10), ("rumus", 40),
    )  # fmt: skip
    return tuple(
        Kolom(str(n), text(f"formulir.{name}", lang, **years), (width,), tengah=name == "no")
        for n, (name, width) in enumerate(wide, 1)
    )
