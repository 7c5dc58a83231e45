"""Every measure and every rule in words, with its basis; and what the same data becomes under each profile."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import STATUSES, Bars, Column, Figure, Lang, Series
from dashboard.figures.tables import table
from dashboard.look import month, status_word, write
from dashboard.query import Ask
from dashboard.topics import aturan_kata, ukuran
from dashboard.view import View
from dashboard.words import Words
from pipelines.catalogue import text, toml

_COUNTS = (
    "select profil, warna, count(*) as n from app.rapor_opd where tahun = ? and bulan = ? and cakupan = ? "
    "and ? in ('semua', kelompok_asisten, kelompok_komisi) group by profil, warna order by profil, warna"
)
_BANDS = "select * from app.aturan order by profil, berlaku_mulai, bulan nulls first, batas_bawah nulls first"
_TARGETS = (
    "select bulan, target_persen, dasar_hukum, dasar_hukum_en, tag from app.target_tabel "
    "where strftime(berlaku_mulai, '%Y-%m') <= ? and (berlaku_sampai is null or strftime(berlaku_sampai, '%Y-%m') > ?) "
    "order by bulan"
)


def figures(ask: Ask, view: View) -> list[Figure]:
    """The comparison of the profiles, their bands, the target of last resort, rules of sentences, measures, words."""
    return [
        compare(ask, view), bands(ask, view), targets(ask, view), aturan_kata.figure(ask, view),
        ukuran.catalogue(ask, view), glossary(ask, view),
    ]  # fmt: skip


def compare(ask: Ask, view: View) -> Figure:
    """The same data under every profile: how many OPD in each colour."""
    lang = view.lang
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in ask.run(_COUNTS, view.tahun, view.bulan, view.cakupan, view.kelompok):
        counts[row["profil"]][row["warna"]] = int(row["n"])
    provenance = ask.provenance(view)
    question = text("aturan.tanya_banding", lang)
    if not counts:
        return missing(
            "aturan.banding", title=text("aturan.judul_banding_kosong", lang),
            empty=text("aturan.banding_kosong", lang, bulan=month(view.until, lang)), provenance=provenance,
            question=question,
        )  # fmt: skip
    profiles = sorted(counts, key=lambda name: (name != view.profil, name))
    kept = [name for name in STATUSES if any(count.get(name) for count in counts.values())]
    names = tuple(Words(lang).profile(name) for name in profiles)
    reds = [counts[name].get("merah", 0) for name in profiles]
    key = "judul_banding" if min(reds) < max(reds) else "judul_banding_sama"
    heads = [Column("profil", text("aturan.kolom_profil", lang))]
    heads += [Column(name, status_word(name, lang), "bulat") for name in kept]
    rows = [
        {"profil": label} | {c: counts[name].get(c, 0) for c in kept}
        for name, label in zip(profiles, names, strict=True)
    ]
    return compose(
        "aturan.banding",
        title=text(f"aturan.{key}", lang, paling_sedikit=min(reds), paling_banyak=max(reds), n=len(profiles)),
        chart=Bars(
            categories=names,
            series=tuple(
                Series(
                    status_word(name, lang), tuple(counts[profil].get(name, 0) for profil in profiles), "part", "bar",
                    status=name,
                )
                for name in kept
            ),
            unit="bulat",
            stacked=True,
        ),
        table=table(rows, heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("aturan.catatan_banding", lang),),
        tags=("tepra.lampiran",),
    )  # fmt: skip


def bands(ask: Ask, view: View) -> Figure:
    """Every band of every profile with the day it comes into force, its legal basis and its tag."""
    lang = view.lang
    rows = ask.run(_BANDS)
    provenance = ask.provenance(view, sources=())
    question = text("aturan.tanya_pita", lang)
    if not rows:
        return missing(
            "aturan.pita", title=text("aturan.judul_pita_kosong", lang), empty=text("aturan.pita_kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    units: dict[str, Any] = {
        "profil": "teks", "ukuran": "teks", "bulan": "teks", "warna": "status", "rentang": "teks",
        "berlaku": "tanggal", "dasar": "teks", "tag": "kode",
    }  # fmt: skip
    heads = [Column(name, text(f"aturan.kolom_{name}", lang), unit) for name, unit in units.items()]
    profiles = {row["profil"] for row in rows}
    return compose(
        "aturan.pita",
        title=text("aturan.judul_pita", lang, n=len(profiles)),
        chart=None,
        table=table([_band(row, lang) for row in rows], heads),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("aturan.catatan_tag", lang), text("aturan.catatan_pita", lang)),
        tags=("tepra.lampiran",),
    )


def _band(row: dict[str, Any], lang: Lang) -> dict[str, Any]:
    basis = row.get("dasar_hukum_en") if lang == "en" else None
    return {
        "profil": Words(lang).profile(row["profil"]),
        "ukuran": text(f"aturan.ukuran_{row['ukuran']}", lang),
        "bulan": month(row["bulan"], lang) if row["bulan"] else text("aturan.semua_bulan", lang),
        "warna": row["warna"],
        "rentang": _range(row, lang),
        "berlaku": row["berlaku_mulai"],
        "dasar": basis or row["dasar_hukum"],
        "tag": row["tag"],
    }


def _range(row: dict[str, Any], lang: Lang) -> str:
    unit: Any = "poin" if row["ukuran"] == "deviasi_poin" else "persen"
    low, high = row["batas_bawah"], row["batas_atas"]
    from_, to = write(low, unit, lang), write(high, unit, lang)
    if low is None:
        return text("aturan.rentang_bawah", lang, atas=to)
    if high is None:
        return text("aturan.rentang_atas", lang, bawah=from_)
    return text("aturan.rentang", lang, bawah=from_, atas=to)


def targets(ask: Ask, view: View) -> Figure:
    """The month table that stands in where an OPD has neither cash plan nor letter, as in force in the view's month."""
    lang = view.lang
    rows = ask.run(_TARGETS, view.until, view.until)
    provenance = ask.provenance(view, sources=())
    question = text("aturan.tanya_target", lang)
    if not rows:
        return missing(
            "aturan.target", title=text("aturan.judul_target_kosong", lang), empty=text("aturan.target_kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    at = {row["bulan"]: write(row["target_persen"], "persen", lang) for row in rows}
    bases = dict.fromkeys((row["dasar_hukum_en"] if lang == "en" else None) or row["dasar_hukum"] for row in rows)
    lines = [{"bulan": row["bulan"], "target": row["target_persen"], "tag": row["tag"]} for row in rows]
    units: dict[str, Any] = {"bulan": "bulan", "target": "persen", "tag": "kode"}
    return compose(
        "aturan.target",
        title=text("aturan.judul_target", lang, maret=at.get(3, ""), desember=at.get(12, "")),
        chart=None,
        table=table(lines, [Column(name, text(f"aturan.kolom_{name}", lang), unit) for name, unit in units.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(*bases, text("aturan.catatan_target", lang)),
        tags=("tepra.lampiran",),
    )


def glossary(ask: Ask, view: View) -> Figure:
    """One word, one meaning."""
    lang = view.lang
    terms = toml("istilah/glosarium")
    rows = [{"istilah": text(f"glosarium.{key}", lang)} for key in terms]
    split = [dict(zip(("istilah", "arti"), row["istilah"].split(": ", 1), strict=True)) for row in rows]
    split.sort(key=lambda row: row["istilah"].lower())
    heads = (Column("istilah", text("aturan.kolom_istilah", lang)), Column("arti", text("aturan.kolom_arti", lang)))
    return compose(
        "aturan.glosarium",
        title=text("aturan.judul_glosarium", lang, n=len(split)),
        chart=None,
        table=table(split, heads),
        provenance=ask.provenance(view, sources=()),
        lang=lang,
        question=text("aturan.tanya_glosarium", lang),
    )
