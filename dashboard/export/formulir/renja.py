"""The Renja of each OPD as forms read it: its lines with their numbers, what is told of them and by which files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, cast

from dashboard.export.formulir.bentuk import KOSONG, Jenis, Sel, Uraian
from dashboard.figures.figure import Lang, Provenance
from dashboard.look import day, month
from dashboard.query import Ask
from dashboard.topics.indikator import Quarter, quarter
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_ROWS = "select * from app.evaluasi_renja where tahun = ? and triwulan = ? order by kode_opd, urut, ke"
_NAMES = "select kode, nama from app.nama where dimensi in ('program', 'kegiatan', 'sub_kegiatan')"
_UNITS = "select kode_opd, nama, singkatan, kode_sipd, asisten, komisi_dprd from app.opd order by kode_sipd, kode_opd"
_RECORDED = "select max(direkam_pada) as direkam_pada from app.impor where list_contains(?, impor_id)"
_BANDS = ("", "I", "II", "III", "IV")


@dataclass(frozen=True)
class Unit:
    """An OPD on a form."""

    kode: str
    nama: str
    sebutan: str  # the short name


def roman(triwulan: int) -> str:
    """A quarter as forms number it."""
    return _BANDS[triwulan]


def units(ask: Ask, view: View, called: Sequence[str], having: Iterable[str]) -> list[Unit]:
    """The OPD of the forms: those called, else the one that is open, else those of the group that have any row."""
    wanted = tuple(called) or ((view.opd,) if view.opd else ())
    members, there = ask.members(view), set(having)
    found: dict[str, Unit] = {}
    for row in ask.run(_UNITS):
        code = str(row["kode_opd"])
        chosen = code in wanted if wanted else code in there and (members is None or code in members)
        if chosen and code not in found:
            name = str(row["nama"] or code)
            found[code] = Unit(code, name, str(row["singkatan"] or name))
    return list(found.values())


def read(ask: Ask, view: View, called: Sequence[str]) -> tuple[Quarter, list[tuple[Unit, list[Row]]]]:
    """The quarter of the view, and each OPD of the forms with the lines of its Renja in the order of the codes."""
    when = quarter(view)
    names = {str(row["kode"]): str(row["nama"]) for row in ask.run(_NAMES)}
    of: dict[str, list[Row]] = {}
    for row in ask.run(_ROWS, when.tahun, when.nomor):
        row["nama"] = names.get(str(row["kode"])) or names.get(str(row["kunci"])) or ""
        of.setdefault(str(row["kode_opd"]), []).append(row)
    return when, [(unit, of.get(unit.kode, [])) for unit in units(ask, view, called, of)]


def once(found: Sequence[Row]) -> list[Row]:
    """The rows of an OPD with an objective said where it begins, not again on each row below."""
    made, last = [], None
    for row in found:
        made.append({**row, "sasaran": None} if row["sasaran"] == last else row)
        last = row["sasaran"] or last
    return made


def line(row: Row, lang: Lang) -> str:
    """The line by name, its code before it; an indicator after the first does not say it again."""
    if row["ke"] > 1:
        return ""
    if row["kode"] is None:
        return text("formulir.tanpa_program", lang)
    return f"{row['kode']} {row['nama']}".strip()


def kind(row: Row) -> Jenis:
    """The level of the line, or that the row is a further indicator on it."""
    return cast(Jenis, row["tingkat"]) if row["ke"] == 1 else "indikator"


def indicator(row: Row) -> str:
    """An indicator with its unit."""
    return f"{row['indikator']} ({row['satuan']})" if row["indikator"] else ""


def number(row: Mapping[str, Any], name: str) -> Sel:
    """A target or result: its number, else as it is written."""
    exact = row[f"{name}_angka"]
    return Sel(exact, "angka") if exact is not None else Sel(row[name], "tertulis")


def percent(value: Decimal | None) -> Sel:
    """An attainment, two decimals half up and never below nil; blank where there is none."""
    if value is None:
        return KOSONG
    return Sel(max(Decimal(0), value).quantize(Decimal("0.01"), ROUND_HALF_UP), "persen")


def told(
    found: Sequence[Row], lang: Lang, *, berikut: str, whose: Mapping[str, str] | None = None
) -> tuple[Uraian, ...]:
    """What helped, what hindered and what is to do, of each indicator that says it; else lines to fill in.

    `whose` names the OPD of each line, by code, on a form of several.
    """

    def said(name: str) -> tuple[str, ...]:
        lead = {code: f"{short} – " for code, short in (whose or {}).items()}
        lines = (f"{lead.get(row['kode_opd'], '')}{row['indikator']}: {row[name]}" for row in found if row[name])
        return tuple(dict.fromkeys(lines))

    return (
        Uraian(text("formulir.pendorong", lang), said("pendorong")),
        Uraian(text("formulir.penghambat", lang), said("penghambat")),
        Uraian(text("formulir.tindak_triwulan", lang), said("tindak_lanjut")),
        Uraian(text(f"formulir.{berikut}", lang)),
    )


def source(ask: Ask, view: View, when: Quarter, found: Sequence[Row], rule: str, *, money: bool = True) -> Provenance:
    """Where the form's numbers come from: the files of the targets, and those of the budget where it shows money."""
    lang, at = view.lang, replace(view, tahun=when.tahun, bulan=3 * when.nomor)
    said = ask.provenance(at, sources=("realisasi", "pagu") if money else ("target",), rule=rule)
    said_by = (row[name] for row in found for name in ("impor_id", "impor_realisasi"))
    files = tuple(sorted({str(one) for one in said_by if one}))
    if not files:
        return said
    named = text("formulir.sumber_kinerja", lang, n=len(files))
    if money:
        return replace(said, source=f"{said.source} · {named}")
    recorded = ask.run(_RECORDED, files)[0]["direkam_pada"]
    if recorded is None:
        return replace(said, source=named)
    until = month(at.until, lang)
    return replace(
        said, source=named, as_of=text("umum.posisi_direkam", lang, bulan=until, tanggal=day(recorded, lang))
    )
