"""The form that evaluates the RKPD in a quarter: the lines of every OPD's Renja, 16 columns, one for the region."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.export.formulir import evaluasi, tanda
from dashboard.export.formulir.bentuk import KOSONG, Baris, Formulir, Kolom, Sel, Tanda
from dashboard.export.formulir.renja import Row, Unit, indicator, line, once, read
from dashboard.figures.figure import Lang
from dashboard.query import Ask
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.evaluasi_renja import tingkat_capaian

_MONEY = (
    "rp_target_akhir", "rp_renstra", "rp_target_tahun", "rp_tw1", "rp_tw2", "rp_tw3", "rp_tw4", "rp_realisasi",
    "rp_realisasi_akhir",
)  # fmt: skip


def forms(ask: Ask, view: View, called: Sequence[str]) -> list[Formulir]:
    """The form of the region, or of the OPD that are called."""
    lang = view.lang
    when, found = read(ask, view, called)
    body: list[Baris] = []
    number = 0
    for unit, own in found:
        body.append(_unit(unit, own))
        for row in once(own):
            number += 1
            body.append(_row(number, row, unit, lang))
    one = found[0][0] if len(found) == 1 else None
    approved = Tanda(text("formulir.disetujui", lang), text("formulir.kepala_daerah", lang))
    return [
        evaluasi.form(
            "rkpd", ask, view, when, [row for _, own in found for row in own], lembar="RKPD",
            kepala=(one.nama,) if one else (), awal=_lead(lang), baris=tuple(body), berikut="tindak_rkpd",
            opd=one.kode if one else None, singkat={unit.kode: unit.sebutan for unit, _ in found},
            tanda=(tanda.planner(ask, view, when, "disusun"), approved),
        )
    ]  # fmt: skip


def _unit(unit: Unit, own: Sequence[Row]) -> Baris:
    """The heading of an OPD with the money of its programs: each sum of what is known, blank where nothing is."""
    programs = [row for row in own if row["tingkat"] == "program" and row["ke"] == 1]
    sums = {name: _sum(row[name] for row in programs) for name in _MONEY}
    ends = [row for row in programs if row["rp_target_akhir"] is not None and row["rp_realisasi_akhir"] is not None]
    share = tingkat_capaian(
        target_akhir=_sum(row["rp_target_akhir"] for row in ends), sampai_lalu=Decimal(),
        tahun_ini=_sum(row["rp_realisasi_akhir"] for row in ends),
    )  # fmt: skip
    year = tingkat_capaian(target_akhir=sums["rp_target_tahun"], sampai_lalu=Decimal(), tahun_ini=sums["rp_realisasi"])
    money = [cell for name in _MONEY for cell in (KOSONG, Sel(sums[name], "rupiah"))]
    lead = (KOSONG,) * 7
    return Baris("opd", (*lead, Sel(unit.nama), KOSONG, *money, KOSONG, Sel(share, "persen"), Sel(unit.sebutan),
                         KOSONG, Sel(year, "persen")))  # fmt: skip


def _sum(amounts: object) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]  # type: ignore[attr-defined]
    return sum(known, Decimal()) if known else None


def _row(number: int, row: Row, unit: Unit, lang: Lang) -> Baris:
    code = tuple(Sel(part) for part in (parts(row["kode"]) if row["ke"] == 1 else ("",) * 5))
    name = line(row, lang).removeprefix(str(row["kode"])).strip()
    lead = (Sel(number, "angka"), Sel(row["sasaran"]), *code, Sel(name), Sel(indicator(row)))
    return evaluasi.row(row, unit, *lead)


def parts(kode: str | None) -> tuple[str, ...]:
    """A code in its five cells: urusan, bidang, program, kegiatan, sub kegiatan; one of another shape in the first."""
    split = (kode or "").split(".")
    if len(split) < 3:
        return (kode or "", "", "", "", "")
    urusan, bidang, program, *below = split
    return (urusan, bidang, program, ".".join(below[:2]), ".".join(below[2:]))


def _lead(lang: Lang) -> tuple[Kolom, ...]:
    """The first five columns, the code in five cells."""
    cells = tuple(text(f"formulir.kode_{name}", lang) for name in ("urusan", "bidang", "program", "kegiatan", "sub"))
    return (
        Kolom("1", text("formulir.no", lang), (5,), tengah=True),
        Kolom("2", text("formulir.sasaran", lang), (16,)),
        Kolom("3", text("formulir.kode", lang), (4.5, 4.5, 4.5, 6, 6), cells, tengah=True),
        Kolom("4", text("formulir.urusan", lang), (30,)),
        Kolom("5", text("formulir.indikator", lang), (28,)),
    )
