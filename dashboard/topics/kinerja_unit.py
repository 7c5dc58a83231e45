"""The staff of each OPD in one period of SKP: who owes one, how far they got, and when a group is too small to show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.figures.figure import Lang, Link
from dashboard.query import Ask
from dashboard.topics.kepala import Kepala
from dashboard.topics.papan import papan
from dashboard.topics.periode_skp import Period
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

_SQL = "select * from app.skp where tahun = ? and bulan = ? and jenis_periode = ? and periode = ? and n_pegawai > 0"
_BASIS = (
    "select aturan_id, dasar_hukum, dasar_hukum_en from app.aturan_kinerja where kelompok = ? and kunci = ? "
    "order by berlaku_mulai desc limit 1"
)
_SETTING = "select max(nilai) as nilai from app.aturan_kinerja where kelompok = 'setelan' and kunci = ?"
PREDIKAT = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")  # the best first
WARNA = dict(zip(PREDIKAT, ("biru", "hijau", "kuning", "oranye", "merah"), strict=True))


@dataclass(frozen=True)
class Staff:
    """The people of one OPD in one period; None is not told by any report, never zero."""

    kode: str
    nama: str
    label: str
    link: Link
    warna: str
    serapan: Decimal | None
    deviasi: Decimal | None
    kepala: Kepala | None
    wajib: int
    dikecualikan: int
    disusun: int | None
    disetujui: int | None
    dinilai: int | None
    tanpa: int | None  # assessed without a predicate
    beda: int | None  # predicates that the matrix contradicts
    n: dict[str, int | None]  # by predicate
    indikator: int
    indikator_semua: int
    capaian: Decimal | None
    organisasi: str | None
    terdaftar: bool  # the denominator comes from lists of staff and histories, not from the reports alone

    @property
    def baik_ke_atas(self) -> int:
        """How many are good or very good."""
        return (self.n["sangat_baik"] or 0) + (self.n["baik"] or 0)


def staff(ask: Ask, view: View, period: Period) -> list[Staff]:
    """The staff of the view's OPD in a period, by name."""
    money = {unit.kode: unit for unit in papan(ask, view)}
    rows = ask.run(_SQL, period.tahun, period.akhir, period.jenis, period.nomor)
    found = []
    for row in rows:
        unit = money.get(row["kode_opd"])
        if unit is None:
            continue
        found.append(
            Staff(
                kode=unit.kode, nama=unit.nama, label=unit.label, link=unit.link, warna=unit.warna,
                serapan=unit.serapan, deviasi=unit.deviasi, kepala=unit.kepala, wajib=row["n_wajib"],
                dikecualikan=row["n_dikecualikan"], disusun=row["n_disusun"], disetujui=row["n_disetujui"],
                dinilai=row["n_dinilai"], tanpa=row["n_tanpa_predikat"], beda=row["n_beda_matriks"],
                n={name: row[f"n_{name}"] for name in PREDIKAT}, indikator=row["n_indikator"],
                indikator_semua=row["n_indikator_semua"],
                capaian=mean(row["indikator_capaian_jumlah"], row["n_indikator"]),
                organisasi=row["predikat_organisasi"], terdaftar=row["dasar_wajib"] == "pegawai",
            )
        )  # fmt: skip
    return sorted(found, key=lambda unit: unit.label)


def share(part: Any, whole: Any) -> Decimal | None:
    """A part in percent of a whole, half up to two decimals; None of nothing."""
    value = exact(Decimal(part) * 100 / Decimal(whole), "persen") if whole and part is not None else None
    return None if value is None else Decimal(value)


def mean(whole: Any, n: Any) -> Decimal | None:
    """A sum over how many, half up to two decimals; None of nothing."""
    value = exact(Decimal(str(whole)) / Decimal(n), "persen") if n and whole is not None else None
    return None if value is None else Decimal(value)


def few(ask: Ask) -> int:
    """The number of people below which a group is not shown to those who have nobody named."""
    return int(setting(ask, "sel_kecil") or 0)


def setting(ask: Ask, key: str) -> Decimal | None:
    """A setting of the rules on people's performance."""
    value = ask.run(_SETTING, key)[0]["nilai"]
    return None if value is None else Decimal(value)


def hidden(ask: Ask, people: int) -> bool:
    """Whether a group is too small to be shown to this reader."""
    return not ask.scope.names and 0 < people < few(ask)


def basis(ask: Ask, period: Period, lang: Lang) -> str | None:
    """The rules of the period's years and their id, as a figure prints them."""
    return rule(ask, "rezim", period.rezim, lang)


def rule(ask: Ask, group: str, key: str, lang: Lang) -> str | None:
    """The legal basis of a rule and its id, as a figure prints them."""
    rows = ask.run(_BASIS, group, key)
    if not rows:
        return None
    said = (rows[0]["dasar_hukum_en"] if lang == "en" else None) or rows[0]["dasar_hukum"]
    return f"{said} ({rows[0]['aturan_id']})"


def word(predikat: str, rezim: str, lang: Lang) -> str:
    """A predicate in the words of its years."""
    return text(f"skp.predikat_{rezim}_{predikat}", lang)
