"""The columns that are split into K and Rp, alike on the forms of Renja and RKPD: heading, cells and means."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dashboard.export.formulir.bentuk import Isi, Kolom, Ringkas, Sel
from dashboard.export.formulir.renja import Row, number, percent, roman
from dashboard.figures.figure import Lang
from dashboard.topics.indikator import Quarter
from pipelines.catalogue import text
from pipelines.evaluasi_renja import Cara, predikat, rata_rata, tingkat_capaian

_K, _RP, _PERSEN = 10.0, 18.0, 8.0  # letters: a number of people has seven, a budget of trillions seventeen
_PAIRS = ("target_akhir", "realisasi_renstra", "target_tahun", "tw1", "tw2", "tw3", "tw4")
_MONEY = ("rp_target_akhir", "rp_renstra", "rp_target_tahun", "rp_tw1", "rp_tw2", "rp_tw3", "rp_tw4")


def pairs(form: str, first: int, when: Quarter, lang: Lang) -> tuple[Kolom, ...]:
    """The ten columns that are split into K and Rp, numbered from `first`: their formulas name those numbers."""
    split = (text("formulir.k", lang), text("formulir.rp", lang))
    years = {"tahun": when.tahun, "lalu": when.tahun - 1}
    above = text("formulir.triwulan", lang)
    made = [
        Kolom(str(first + i), text(f"formulir.{form}_{name}", lang, **years), (_K, _RP), split)
        for i, name in enumerate(("akhir", "lalu", "tahun"))
    ]
    made += [Kolom(str(first + 2 + n), roman(n), (_K, _RP), split, payung=above) for n in range(1, 5)]
    made.append(Kolom(str(first + 7), text(f"formulir.{form}_realisasi", lang, **years), (_K, _RP), split))
    sum_, share = f"{first + 8} = {first + 1} + {first + 7}", f"{first + 9} = {first + 8} ÷ {first} × 100"
    made.append(Kolom(sum_, text(f"formulir.{form}_sampai", lang, **years), (_K, _RP), split))
    made.append(Kolom(share, text(f"formulir.{form}_tingkat", lang, **years), (_PERSEN, _PERSEN), split))
    return tuple(made)


def own(formula: str, lang: Lang) -> tuple[Kolom, ...]:
    """The year's progress, named so that nobody takes it for the column beside it."""
    split = (text("formulir.k", lang), text("formulir.rp", lang))
    return (Kolom(formula, text("formulir.lanjut", lang), (_PERSEN, _PERSEN), split),)


def cells(row: Row) -> tuple[Sel, ...]:
    """Columns 5 to 14 of E.81 (6 to 15 of the RKPD form) in pairs of K and Rp."""
    kinerja = [number(row, name) for name in _PAIRS]
    akhir = row["realisasi_akhir_angka"]
    kinerja += [number(row, "realisasi"), Sel(row["realisasi"], "tertulis") if akhir is None else Sel(akhir, "angka")]
    kinerja.append(percent(row["capaian_akhir"]))
    uang = [Sel(row[name], "rupiah") for name in (*_MONEY, "rp_realisasi", "rp_realisasi_akhir")]
    uang.append(Sel(row["rp_capaian_akhir"], "persen"))
    return tuple(cell for pair in zip(kinerja, uang, strict=True) for cell in pair)


def beside(row: Row) -> tuple[Sel, Sel]:
    """The year's own progress, column 12 over 7, for indicator and money."""
    return percent(row["lanjut"]), Sel(row["rp_lanjut"], "persen")


def means(found: Sequence[Row], at: int, lang: Lang) -> tuple[Ringkas, ...]:
    """The footer: mean attainment, the same uncapped, and the predicate; `at` is the cell of column 14's K."""
    batas: Decimal | None = found[0]["rata_batas"] if found else None
    cara: Cara = "menerus" if found and found[0]["predikat_cara"] == 2 else "pembulatan"
    made: list[dict[str, Isi]] = []
    for name in ("capaian_akhir", "lanjut"):
        known = [row[name] for row in found if row[name] is not None]
        mean = rata_rata(known, batas=batas)
        made.append({"rata": mean, "asli": rata_rata(known), "predikat": _band(predikat(mean, cara=cara), lang)})
    akhir, tahun = made
    uang = (
        _weighted(found, "rp_realisasi_akhir", "rp_target_akhir"),
        _weighted(found, "rp_realisasi", "rp_target_tahun"),
    )
    last = at + 3  # column 15 stands between
    return (
        Ringkas(text("formulir.rata_rata", lang), (
            (at, Sel(akhir["rata"], "persen")), (at + 1, Sel(uang[0], "persen")),
            (last, Sel(tahun["rata"], "persen")), (last + 1, Sel(uang[1], "persen")),
        )),
        Ringkas(text("formulir.rata_asli", lang), (
            (at, Sel(akhir["asli"], "persen")), (last, Sel(tahun["asli"], "persen")),
        )),
        Ringkas(text("formulir.predikat", lang), tuple(
            (cell, Sel(of["predikat"])) for cell, of in ((at, akhir), (last, tahun))
        ), luas=2),
    )  # fmt: skip


def _band(kode: str | None, lang: Lang) -> str | None:
    return None if kode is None else text(f"formulir.pita_{kode.lower()}", lang)


def _weighted(found: Sequence[Row], part: str, whole: str) -> Decimal | None:
    """Money against money of the programs in which both are known: two sums, divided once."""
    both = [row for row in found if row["tingkat"] == "program" and row[part] is not None and row[whole] is not None]
    target = sum((row[whole] for row in both), Decimal())
    return tingkat_capaian(
        target_akhir=target, sampai_lalu=Decimal(), tahun_ini=sum((row[part] for row in both), Decimal())
    )
