"""Below an OPD: program, kegiatan, sub kegiatan, rekening; and the sub kegiatan that hold it back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Link, Series
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import angka, tautan
from dashboard.topics.kasar import fitted
from dashboard.view import View
from pipelines.catalogue import text

MEASURES = ("pagu", "rak_kumulatif", "realisasi", "sisa", "serapan", "sisa_terhadap_rak")
LEVELS = ("program", "kegiatan", "sub_kegiatan", "rekening")
SHOWN = 25
_LEVELS = ("program", "kegiatan", "sub")  # what a link opens
_ABOVE = (
    "select kode_program as program, kode_kegiatan as kegiatan, kode_sub_kegiatan as sub from app.anggaran "
    "where kode_opd = ? and tahun = ? and ? in (kode_program, kode_kegiatan, kode_sub_kegiatan) limit 1"
)
_NAMES = (
    "select kode, nama from app.nama where (dimensi = 'program' and kode = ?) "
    "or (dimensi = 'kegiatan' and kode = ?) or (dimensi = 'sub_kegiatan' and kode = ?)"
)
WORST = 8


def opened(view: View) -> tuple[str, dict[str, str | None]]:
    """The level whose rows are shown, and the codes opened above it."""
    above = {"program": view.program, "kegiatan": view.kegiatan, "sub_kegiatan": view.sub}
    chosen = {name: code for name, code in above.items() if code}
    depth = max((LEVELS.index(name) + 1 for name in chosen), default=0)
    return LEVELS[depth], {"opd": view.opd, **chosen}


def deeper(view: View, level: str, kode: str) -> Link | None:
    """Where a row of a level leads: the level below it; a rekening is the ground."""
    above: dict[str, str | None] = {"program": view.program, "kegiatan": view.kegiatan, "sub": view.sub}
    name = {"program": "program", "kegiatan": "kegiatan", "sub_kegiatan": "sub"}.get(level)
    return tautan.opd(str(view.opd), **{**above, name: kode}) if name else None


def drill(ask: Ask, view: View, *, reported: bool = True) -> Figure:
    """The rows of one level with pagu, RAK, realisasi, what is left and fisik, the largest gap first."""
    lang = view.lang
    level, also = opened(view)
    rows = _rows(ask, view, level, also)
    if rows and not any(row["kode"] for row in rows) and level != "rekening":
        # A file that knows nothing between the OPD and its accounts still opens on those.
        level = "rekening"
        rows = _rows(ask, view, level, also)
    rows, coarse = fitted(rows, plan=("rak", "kurang_rak"))
    provenance = ask.provenance(view, sources=("realisasi", "rak", "pagu", "fisik"))
    trail = _trail(ask, view)
    question = text(f"profil_opd.tanya_{level}", lang, induk=trail[-1][0] if trail else "")
    if not rows:
        return missing(
            "profil_opd.rincian", title=text("profil_opd.kosong_rincian_judul", lang),
            empty=text("profil_opd.kosong_rincian", lang, bulan=month(view.until, lang)),
            provenance=provenance, question=question, tags=("opd",), trail=trail,
        )  # fmt: skip
    physical = _physical(ask, view, level)
    lines = sorted(({**line, "fisik": physical.get(line["kode"])} for line in rows), key=_grave)
    units: dict[str, Any] = {
        "nama": "teks", "pagu": "rupiah", "rak": "rupiah", "realisasi": "rupiah", "serapan": "persen",
        "kurang_rak": "rupiah", "sisa": "rupiah", **({"fisik": "persen"} if physical else {}), "kode": "kode",
    }  # fmt: skip
    return compose(
        "profil_opd.rincian",
        title=_title(lines, level, view, reported=reported),
        chart=None,
        table=table(
            lines,
            [Column(name, text(f"profil_opd.kolom_{name}", lang), unit) for name, unit in units.items()],
            link=lambda line: line["link"],
            shown=SHOWN,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(
            text("serapan.catatan_rak_kasar" if coarse else "profil_opd.catatan_rincian", lang),
            "" if reported else text("profil_opd.catatan_posisi_lama", lang, bulan=month(view.until, lang)),
        ),
        tags=("opd",),
        trail=trail,
    )


def _rows(ask: Ask, view: View, level: str, also: dict[str, str | None]) -> list[dict[str, Any]]:
    return [_line(row, level, view) for row in angka.measure(ask, view, MEASURES, by=(level,), also=also)]


def _trail(ask: Ask, view: View) -> tuple[tuple[str, Link], ...]:
    """The way from the OPD down to what is opened, each level by its name; empty on the OPD itself."""
    deepest = view.sub or view.kegiatan or view.program
    if deepest is None or view.opd is None:
        return ()
    found = ask.run(_ABOVE, view.opd, view.tahun, deepest)
    own = found[0] if found else {"program": view.program, "kegiatan": view.kegiatan, "sub": view.sub}
    names = {row["kode"]: row["nama"] for row in ask.run(_NAMES, *(own[level] or "" for level in _LEVELS))}
    unit = ask.run("select nama from app.opd where kode_opd = ? limit 1", view.opd)
    trail = [(str(unit[0]["nama"] if unit else view.opd), tautan.opd(view.opd))]
    opened: dict[str, str | None] = {}
    for level in _LEVELS:
        if own[level]:
            opened[level] = own[level]
            trail.append((str(names.get(own[level]) or own[level]), tautan.opd(view.opd, **opened)))
        if own[level] == deepest:
            break
    return tuple(trail)


def _line(row: dict[str, Any], level: str, view: View) -> dict[str, Any]:
    kode = row[level]
    return {
        "kode": kode,
        "nama": row.get(f"{level}_nama") or kode or text("serapan.tanpa_nama", view.lang),
        "pagu": row.get("pagu"),
        "rak": row.get("rak_kumulatif"),
        "realisasi": row.get("realisasi"),
        "sisa": row.get("sisa"),
        "serapan": row.get("serapan"),
        "kurang_rak": row.get("sisa_terhadap_rak"),
        "link": deeper(view, level, kode) if kode else None,
    }


def _grave(line: dict[str, Any]) -> tuple[bool, Decimal, str]:
    gap = line["kurang_rak"]
    return gap is None, -(gap if gap is not None else line["sisa"] or Decimal(0)), str(line["kode"])


def _title(lines: Sequence[dict[str, Any]], level: str, view: View, *, reported: bool) -> str:
    lang = view.lang
    name = text(f"profil_opd.tingkat_{level}", lang)
    if not reported:
        return text("profil_opd.judul_rincian_belum", lang, n=len(lines), tingkat=name, bulan=month(view.until, lang))
    worst = lines[0]
    gap = worst["kurang_rak"]
    if gap is None or gap <= 0:
        key = "judul_rincian_tanpa_rak" if gap is None else "judul_rincian"
        return text(f"profil_opd.{key}", lang, n=len(lines), tingkat=name)
    short = write(gap, "rupiah", lang, short=True)
    if len(lines) == 1:
        return text("profil_opd.judul_rincian_satu", lang, nama=worst["nama"], kurang=short)
    return text("profil_opd.judul_rincian_kurang", lang, n=len(lines), tingkat=name, nama=worst["nama"], kurang=short)


def _physical(ask: Ask, view: View, level: str) -> dict[str, Decimal]:
    """Fisik by sub kegiatan where it was reported; the levels above have none of their own."""
    if level != "sub_kegiatan":
        return {}
    sql = "select kode_sub_kegiatan, real_fisik from app.fisik_sub where tahun = ? and bulan = ? and kode_opd = ?"
    rows = ask.run(sql, view.tahun, view.bulan, view.opd)
    return {row["kode_sub_kegiatan"]: row["real_fisik"] for row in rows if row["real_fisik"] is not None}


def worst(ask: Ask, view: View) -> list[Figure]:
    """The sub kegiatan furthest behind their RAK in rupiah; without RAK those with most left; none where none is."""
    lang = view.lang
    level, _ = opened(view)
    if level in ("sub_kegiatan", "rekening"):
        return []
    found = angka.measure(ask, view, MEASURES, by=("sub_kegiatan",), also={"opd": view.opd})
    rows = [_line(row, "sub_kegiatan", view) for row in found if row["sub_kegiatan"]]
    planned = any(row["kurang_rak"] is not None for row in rows)
    column = "kurang_rak" if planned else "sisa"
    # Money that names no sub kegiatan is in the totals, but there is nobody to ask about it by name.
    some = [row for row in rows if row["kode"] and row[column] is not None and row[column] > 0]
    if not some:
        return []
    some.sort(key=lambda row: (-row[column], str(row["kode"])))
    few = some[:WORST]
    shown = tuple(row[column] for row in few)
    whole = sum((row[column] for row in some), Decimal(0))
    share = write(sum(shown[:3], Decimal(0)) * 100 / whole, "persen", lang)
    key = "kurang" if planned else "sisa"
    top = write(few[0][column], "rupiah", lang, short=True)
    units: dict[str, Any] = {
        "nama": "teks", "pagu": "rupiah", "rak": "rupiah", "realisasi": "rupiah", "serapan": "persen",
        "kurang_rak": "rupiah", "sisa": "rupiah", "kode": "kode",
    }  # fmt: skip
    return [
        compose(
            "profil_opd.sub_terburuk",
            title=text(f"profil_opd.judul_sub_{key}", lang, n=3, bagian=share)
            if len(some) > 3
            else text(f"profil_opd.judul_sub_{key}_satu", lang, nama=few[0]["nama"], rupiah=top),
            chart=Bars(
                categories=tuple(row["nama"] for row in few),
                series=(Series(text(f"profil_opd.deret_sub_{key}", lang), shown, "actual", "bar"),),
                unit="rupiah",
                links=tuple(row["link"] for row in few),
            ),
            table=table(
                some,
                [Column(name, text(f"profil_opd.kolom_{name}", lang), unit) for name, unit in units.items()],
                link=lambda row: row["link"],
                shown=WORST,
            ),
            provenance=ask.provenance(view, sources=("realisasi", "rak", "pagu")),
            lang=lang,
            question=text("profil_opd.tanya_sub", lang),
            notes=(text("profil_opd.catatan_sub", lang, n=len(few), total=len(some)),),
            tags=("opd",),
        )
    ]
