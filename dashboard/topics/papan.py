"""The board: every OPD of the view with its money, its target and how the chosen profile judges it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Link
from dashboard.query import Ask
from dashboard.topics import angka, ditanya, fakta, kepala, tautan
from dashboard.topics.ditanya import Ditanya
from dashboard.view import View
from pipelines.measures import exact

MEASURES = ("serapan", "deviasi", "sisa", "serapan_lalu", "fisik", "fisik_keuangan")
_SQL = (
    "select * from app.rapor_opd where tahun = ? and bulan = ? and cakupan = ? and profil = ? "
    "and ? in ('semua', kelompok_asisten, kelompok_komisi)"
)
_ONE = f"{_SQL} and kode_opd = ?"
_OVER = ("lewat", "lewat_nama")


@dataclass(frozen=True)
class Unit:
    """One OPD in one month under one profile; None is unknown, never zero."""

    kode: str
    nama: str
    label: str
    asisten: str | None
    sementara: bool
    dilaporkan: bool
    pagu: Decimal | None
    pagu_murni: Decimal | None
    realisasi: Decimal | None
    rak: Decimal | None
    sisa: Decimal | None
    serapan: Decimal | None
    target: Decimal | int | None
    deviasi: Decimal | None  # points; negative is behind
    sumber_target: str | None
    serapan_lalu: Decimal | None
    fisik: Decimal | None
    fisik_keuangan: Decimal | None
    posisi: str | None
    direkam: date | None
    selisih_kontrol: bool
    warna: str
    alasan: str | None
    warna_lalu: str | None
    warna_berikut: str | None
    kurang: Decimal | None
    peringkat: int | None
    peringkat_lalu: int | None
    n_dinilai: int
    lewat: Decimal | None  # rupiah by which one sub kegiatan has passed its ceiling, the worst of them
    lewat_nama: str | None
    kepala: kepala.Kepala | None = None  # None: no history of its head is recorded
    ditanya: tuple[Ditanya, ...] = ()  # the rules of the short list that fire, gravest first

    @property
    def naik(self) -> int | None:
        """Places gained since last month; negative is lost."""
        if self.peringkat is None or self.peringkat_lalu is None:
            return None
        return self.peringkat_lalu - self.peringkat

    @property
    def link(self) -> Link:
        """The OPD's own page."""
        return tautan.opd(self.kode)


def papan(ask: Ask, view: View) -> list[Unit]:
    """The OPD of the view, worst rank first; the unjudged last."""
    rows = ask.run(_SQL, view.tahun, view.bulan, view.cakupan, view.profil, view.kelompok)
    known = {row["opd"]: row for row in angka.measure(ask, view, MEASURES, by=("opd",))}
    rules = ditanya.rules(ask, view, "prioritas")
    facts = fakta.of_opd(ask, view, {*ditanya.wanted(rules), *_OVER})
    heads = kepala.heads(ask, view)
    units = []
    for row in rows:
        own = facts.get(row["kode_opd"], {})
        unit = _unit(row, known.get(row["kode_opd"], {}), own, heads)
        said = ditanya.asked(rules, fakta.of_unit(unit, view, own))
        units.append(replace(unit, ditanya=said) if said else unit)
    return sorted(units, key=lambda unit: (unit.peringkat is None, -(unit.peringkat or 0), unit.label))


def on_board(ask: Ask, view: View, kode: str) -> bool:
    """Whether an OPD is among those of the view."""
    return bool(ask.run(_ONE, view.tahun, view.bulan, view.cakupan, view.profil, view.kelompok, kode))


def _unit(row: dict[str, Any], known: dict[str, Any], over: dict[str, Any], heads: dict[str, kepala.Kepala]) -> Unit:
    reported = bool(row["dilaporkan"])
    return Unit(
        kode=row["kode_opd"],
        nama=row["nama"],
        label=row["label"],
        asisten=row["asisten"],
        sementara=bool(row["sementara"]),
        dilaporkan=reported,
        pagu=row["pagu"],
        pagu_murni=row["pagu_murni"],
        realisasi=row["realisasi_kum"] if reported else None,
        rak=row["rak_kum"],
        sisa=known.get("sisa"),
        serapan=known.get("serapan"),
        target=exact(row["target_persen"], "persen"),
        deviasi=known.get("deviasi"),
        sumber_target=row["sumber_target"],
        serapan_lalu=known.get("serapan_lalu"),
        fisik=known.get("fisik"),
        fisik_keuangan=known.get("fisik_keuangan"),
        posisi=row["posisi_terakhir"],
        direkam=row["direkam_pada"],
        selisih_kontrol=bool(row["selisih_kontrol"]),
        warna=row["warna"],
        alasan=row["alasan"],
        warna_lalu=row["warna_lalu"],
        warna_berikut=row["warna_berikut"],
        kurang=row["kurang_rupiah"],
        peringkat=row["peringkat"],
        peringkat_lalu=row["peringkat_lalu"],
        n_dinilai=int(row["n_dinilai"] or 0),
        lewat=over.get("lewat"),
        lewat_nama=over.get("lewat_nama"),
        kepala=heads.get(row["kode_opd"]),
    )


def judged(units: Iterable[Unit]) -> list[Unit]:
    """Those with a rank."""
    return [unit for unit in units if unit.peringkat is not None]


def silent(units: Iterable[Unit]) -> list[Unit]:
    """Those whose realisasi of the month is not known."""
    return [unit for unit in units if not unit.dilaporkan]
