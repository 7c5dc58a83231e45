"""Indicators whose result or target reads otherwise now than at a meeting, and the import that changed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure, Lang
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import berubah_impor, indikator, rapat_hari, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.view import View
from pipelines.catalogue import text

Row = Mapping[str, Any]
Key = tuple[str, int, int]
# a quarter is looked at from its first month on
_SQL = (
    "select kode_indikator, tahun, triwulan, lingkup, kode_opd, indikator, satuan, metode, nilai, tertulis, "
    "triwulan_terakhir, target_triwulan, triwulan_bawah, triwulan_atas, target_tahun, target_bawah, target_atas, "
    "target_akhir, impor_id, impor_realisasi from app.indikator where tahun * 100 + triwulan * 3 - 2 <= ?"
)
# what is compared: the column as written, and the ends of the range it was read as
_TARGETS = {
    "triwulan": ("target_triwulan", "triwulan_bawah", "triwulan_atas"),
    "tahun": ("target_tahun", "target_bawah", "target_atas"),
    "akhir": ("target_akhir",),
}
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sasaran:
    """One result or target of an indicator that reads otherwise now; None where it is not known any more."""

    row: Row  # the indicator as it is now, else as it was
    triwulan: int
    apa: str  # capaian, triwulan, tahun, akhir
    dulu: str | None
    kini: str | None
    impor: tuple[str, ...]


def changed(ask: Ask, then: Ask, view: View, before: View) -> tuple[list[Sasaran], int]:
    """What was known of the quarters the meeting saw and reads otherwise now, and how many results came in since."""
    until = before.tahun * 100 + before.bulan
    now, was = _rows(ask, until), _rows(then, until)
    known, knew = berubah_impor.known(ask), berubah_impor.known(then)
    members = ask.members(view)
    keys = [
        key
        for key in sorted(now.keys() | was.keys())
        if (row := now.get(key) or was[key])["lingkup"] == "daerah" or members is None or row["kode_opd"] in members
    ]
    came = sum(not _known(was.get(key)) and _known(now.get(key)) for key in keys)
    found: list[Sasaran] = []
    for key in keys:
        after, earlier = now.get(key), was.get(key)
        for apa, dulu, kini in _differ(earlier, after, view.lang):
            named = "impor_realisasi" if apa == "capaian" else "impor_id"
            impor = berubah_impor.cause(_read(now, key, named), _read(was, key, named), known, knew)
            found.append(Sasaran(after or earlier or {}, key[2], apa, dulu, kini, impor))
    return _once(found), came


def _rows(ask: Ask, until: int) -> dict[Key, Row]:
    return {(r["kode_indikator"], int(r["tahun"]), int(r["triwulan"])): r for r in ask.run(_SQL, until)}


def _known(row: Row | None) -> bool:
    """Whether a result of this very quarter is known."""
    return row is not None and row["triwulan_terakhir"] == row["triwulan"]


def _differ(was: Row | None, now: Row | None, lang: Lang) -> Iterator[tuple[str, str | None, str | None]]:
    """What of an indicator was known and differs: what it is, as it was, as it is."""
    if was is None:
        return
    if _known(was) and not (now is not None and _known(now) and now["nilai"] == was["nilai"]):
        yield "capaian", _result(was, lang), _result(now, lang)
    for apa, columns in _TARGETS.items():
        if was[columns[0]] and not (now and _same(was, now, columns)):
            yield apa, _target(was, columns[0], lang), _target(now, columns[0], lang)


def _same(was: Row, now: Row, columns: tuple[str, ...]) -> bool:
    """Whether a target is the same: to the letter, or as the same numbers written otherwise."""
    written, *ends = columns
    return bool(was[written] == now[written] or (ends and was[ends[0]] is not None and all(
        was[end] == now[end] for end in ends
    )))  # fmt: skip


def _result(row: Row | None, lang: Lang) -> str | None:
    """Where it stands with its unit; as written where it is a predicate, or no number any more."""
    if row is None or not (_known(row) or row["nilai"] is None):
        return None
    if row["metode"] == "predikat" or row["nilai"] is None:
        return indikator.said(row["tertulis"], lang) if row["tertulis"] else None
    return f"{write(row['nilai'], 'angka', lang)} {row['satuan']}"


def _target(row: Row | None, column: str, lang: Lang) -> str | None:
    if row is None or not row[column]:
        return None
    unit = "" if row["metode"] == "predikat" else f" {row['satuan']}"
    return f"{indikator.said(row[column], lang)}{unit}"


def _read(rows: Mapping[Key, Row], key: Key, named: str) -> frozenset[str]:
    """The imports that a result rests on: of every quarter of the year up to it, for what is added up."""
    code, year, quarter = key
    read = [rows.get((code, year, n)) for n in range(1 if named == "impor_realisasi" else quarter, quarter + 1)]
    return frozenset(str(row[named]) for row in read if row and row[named]) if read else _NONE


def _once(found: Sequence[Sasaran]) -> list[Sasaran]:
    """Targets of a year or a plan once, of its last quarter; that of the year not again as its fourth quarter's."""
    years = {(one.row["kode_indikator"], one.row["tahun"], one.dulu, one.kini) for one in found if one.apa == "tahun"}
    kept: dict[tuple[Any, ...], Sasaran] = {}
    for one in found:
        of = (one.row["kode_indikator"], one.row["tahun"], one.dulu, one.kini)
        if one.apa == "triwulan" and one.triwulan == 4 and of in years:
            continue
        kept[(one.apa, *of, one.triwulan if one.apa in ("capaian", "triwulan") else None)] = one
    return sorted(kept.values(), key=_order)


def _order(one: Sasaran) -> tuple[Any, ...]:
    """The region's first, results before targets, the latest quarter first."""
    row = one.row
    about = ("capaian", *_TARGETS).index(one.apa)
    return (
        row["lingkup"] != "daerah",
        about > 0,
        -row["tahun"],
        row["kode_opd"] or "",
        row["kode_indikator"],
        about,
        -one.triwulan,
    )


def figure(ask: Ask, view: View, found: Sequence[Sasaran], came: int) -> Figure:
    """Results and targets the meeting saw that read otherwise now, with the import that changed them."""
    lang = view.lang
    late = text("berubah.catatan_capaian_baru", lang, n=came) if came else ""
    provenance = siapa.provenance(ask, view, "target")
    question = text("berubah.tanya_indikator", lang)
    if not found:
        empty = " ".join(part for part in (text("berubah.indikator_kosong", lang), late) if part)
        return missing("berubah.indikator", title=text("berubah.judul_indikator_kosong", lang), provenance=provenance,
                       empty=empty, question=question)  # fmt: skip
    imports, called = berubah_impor.known(ask), rapat_hari.names(ask)
    gone = text("berubah.tidak_ada_lagi", lang)
    rows = [
        {
            "milik": _owner(one.row, called, lang), "indikator": one.row["indikator"],
            "apa": text(f"berubah.apa_{one.apa}", lang), "periode": _when(one, lang),
            "dulu": one.dulu, "kini": one.kini or gone, "impor": berubah_impor.said(one.impor, imports, lang),
            "link": tautan.indikator(one.row["kode_indikator"]),
        }
        for one in found
    ]  # fmt: skip
    names = ("milik", "indikator", "apa", "periode", "dulu", "kini", "impor")
    heads = [Column(name, text(f"berubah.kolom_{_HEADS.get(name, name)}", lang)) for name in names]
    first = rows[0]
    return compose(
        "berubah.indikator",
        title=text("berubah.judul_indikator", lang, n=len(rows), **{
            name: first[name] for name in ("indikator", "apa", "periode", "dulu", "kini")
        }),
        chart=None, table=table(rows, heads, link=lambda row: row["link"], shown=15), provenance=provenance, lang=lang,
        question=question, notes=(text("berubah.catatan_indikator", lang), late), tags=("berubah",),
    )  # fmt: skip


_HEADS = {"milik": "opd", "apa": "angka"}


def _owner(row: Row, called: Mapping[str, str], lang: Lang) -> str:
    """Whose indicator it is: the region's, or that of an OPD."""
    if row["lingkup"] == "daerah":
        return text("berubah.milik_daerah", lang)
    return called.get(row["kode_opd"]) or str(row["kode_opd"])


def _when(one: Sasaran, lang: Lang) -> str:
    if one.apa in ("capaian", "triwulan"):
        return Quarter(one.row["tahun"], one.triwulan).said(lang)
    return str(one.row["tahun"])
