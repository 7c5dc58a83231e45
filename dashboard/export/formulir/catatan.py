"""What stands under a form: how its columns were filled, what is blank and why, each with the rows it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.export.formulir.renja import Row, roman
from dashboard.figures.figure import Lang
from dashboard.look import month
from dashboard.topics.indikator import Quarter
from pipelines.catalogue import text

_NAMED = 12  # rows named one by one; of more it is said how many more there are
Test = Callable[[Row], bool]


def notes(found: Sequence[Row], when: Quarter, lang: Lang, *, form: str) -> tuple[str, ...]:
    """The notes of a form in the order of its columns; a note that is about no row is left out."""
    said = [text(f"formulir.cara_{form}", lang), text("formulir.cara_14", lang)]
    indicators = [row for row in found if row["kode_indikator"]]
    if indicators:
        n = sum(row["sebab"] is None and row["triwulan_terakhir"] == when.nomor for row in indicators)
        said.append(text("formulir.n_lapor", lang, n=n, total=len(indicators), tw=roman(when.nomor)))
    tests: dict[str, Test] = {
        "belum_lapor": lambda row: row["sebab"] == "belum_dilaporkan",
        "tw_kosong": lambda row: row["triwulan_terakhir"] is not None and row["triwulan_terakhir"] < when.nomor,
        "percobaan": lambda row: bool(row["percobaan"]) or row["sebab"] == "percobaan",
        "turun_selisih": lambda row: row["arah"] == "turun" and row["cara"] == "selisih",
        "turun_banding": lambda row: row["arah"] == "turun" and row["cara"] == "banding",
        "tetap": lambda row: row["arah"] == "tetap",
        "kumulatif": lambda row: row["entri"] == "kumulatif" and row["metode"] == "jumlah",
        "lalu_kosong": lambda row: row["sebab_akhir"] == "realisasi_lalu_kosong",
        "uang_lalu_kosong": lambda row: row["rp_target_akhir"] is not None and row["rp_renstra"] is None,
        "tanpa_renstra": lambda row: row["sebab_akhir"] == "tanpa_target",
        "tanpa_pagu": lambda row: bool(row["kode_indikator"]) and not row["berpagu"],
        "renstra_berbeda": lambda row: bool(row["renstra_berbeda"]) and row["ke"] == 1,
    }  # fmt: skip
    for name, test in tests.items():
        numbers = [number for number, row in enumerate(found, 1) if test(row)]
        if numbers:
            said.append(text(f"formulir.catatan_{name}", lang, baris=_named(numbers, lang)))
    bare = sum(row["kode_indikator"] is None for row in found)
    if bare:
        said.append(text("formulir.catatan_tanpa_indikator", lang, n=bare))
    return (*said, *_money(found, when, lang), text("formulir.kosong_bukan_nol", lang))


def _named(numbers: Sequence[int], lang: Lang) -> str:
    named = ", ".join(map(str, numbers[:_NAMED]))
    more = len(numbers) - _NAMED
    return f"{named} {text('formulir.dan_lain', lang, n=more)}" if more > 0 else named


def _money(found: Sequence[Row], when: Quarter, lang: Lang) -> list[str]:
    """Of how many OPD the money is not told to the quarter's end, and up to where the latest of them told it."""
    last: dict[str, int] = {}
    for row in found:
        if row["berpagu"]:
            last[row["kode_opd"]] = max(last.get(row["kode_opd"], 0), int(row["bulan_lapor"] or 0))
    late = [told for told in last.values() if told < 3 * when.nomor]
    if not late:
        return []
    known = max(late)
    until = month(f"{when.tahun}-{known:02d}", lang) if known else text("formulir.belum_ada", lang)
    return [text("formulir.uang_sampai", lang, n=len(late), total=len(last), bulan=until)]
