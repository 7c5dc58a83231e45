"""The sample's budget year added up by pandas from the bare cells: nothing of the product is used, on purpose."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import python_calamine

KEYS = ["opd", "sub", "rekening"]
MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober"]


def sen(cell: object) -> int:
    """Rupiah as whole sen, of a number or of text as Indonesians write it."""
    if isinstance(cell, str):
        text = cell.replace("Rp", "").strip()
        cell = text.replace(".", "").replace(",", ".") if "," in text or text.count(".") else text
    return int(Decimal(str(cell or 0)) * 100)


def cells(path: Path) -> list[list[Any]]:
    """Every row of the first sheet as it stands."""
    return python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def lra(path: Path) -> pd.DataFrame:
    """The leaves of an LRA export: ceiling and spending in sen."""
    rows = [
        (r[1], r[2], r[3], sum(map(sen, r[5:13:2])), sum(map(sen, r[6:14:2])))
        for r in cells(path)
        if str(r[3]).count(".") == 5
    ]
    return pd.DataFrame(rows, columns=[*KEYS, "pagu", "realisasi"]).groupby(KEYS, as_index=False).sum()


def spent(folder: Path, until: int) -> pd.DataFrame:
    """What each leaf had spent by a month, only of units that reported that month."""
    reports = {m: lra(folder / f"LRA {name} 2026.xlsx") for m, name in enumerate(MONTHS[:until], 1)}
    if 8 in reports:
        reports[8] = _replaced(reports[8], lra(folder / "LRA DLH Agustus 2026 (perbaikan).xlsx"))
    if 10 in reports:
        reports[10] = _replaced(reports[10], lra(folder / "LRA BAPENDA Oktober 2026.xlsx"))
    if until >= 8:  # from August on the files say what was spent since January
        whole = reports[until]
    else:
        whole = pd.concat(reports.values())[[*KEYS, "realisasi"]].groupby(KEYS, as_index=False).sum()
        whole = whole[whole["opd"].isin(reports[until]["opd"])]
    whole = _replaced(whole, _kecamatan(folder / "realisasi KEC-01 2026.xlsx", until))
    if until == 10:
        before = spent(folder, 9)
        paid = _paid(folder / "Laporan Realisasi Per Dokumen DISKOMINFO Oktober 2026.xlsx")
        own = pd.concat([before[before["opd"].isin(paid["opd"])], paid])
        whole = _replaced(whole, own[[*KEYS, "realisasi"]].groupby(KEYS, as_index=False).sum())
    return whole[[*KEYS, "realisasi"]]


def ceiling(folder: Path, until: int) -> pd.DataFrame:
    """The ceiling of each leaf and source of funds: the original one, from 28 September the revised one."""
    if until >= 9:
        table = pd.read_csv(
            folder / "pagu_perubahan_2026.csv", dtype=str, sep=None, engine="python", encoding="utf-8-sig"
        )
        table["nilai"] = table["pagu"].map(sen)
        named = table.rename(columns={"kode_opd": "opd", "kode_sub_kegiatan": "sub", "kode_rekening": "rekening"})
        return named[[*KEYS, "sumber_dana", "nilai"]]
    rows = [
        (r[4], r[14], r[18], r[17], sen(r[22]))
        for r in cells(folder / "rekap5 pagu murni 2026.xlsx")
        if str(r[18]).count(".") == 5
    ]
    murni = pd.DataFrame(rows, columns=[*KEYS, "sumber_dana", "nilai"])
    # what an LRA prints as its budget is a later word than the original one: amounts are shifted between accounts
    shown = lra(folder / f"LRA {MONTHS[until - 1]} 2026.xlsx").rename(columns={"pagu": "nilai"})
    return _replaced(murni, shown[[*KEYS, "nilai"]])


def plan(folder: Path, until: int) -> pd.DataFrame:
    """The cash plan of each leaf from January to a month, by the file recorded last for its unit."""
    whole = pd.DataFrame(columns=[*KEYS, "nilai"])
    for name in ("RAK belanja 2026.xlsx", "RAK belanja perubahan 2026.xlsx"):
        rows = [
            (r[6], r[14], r[16], sum(map(sen, r[20 : 20 + until])))
            for r in cells(folder / name)
            if str(r[16]).count(".") == 5
        ]
        own = pd.DataFrame(rows, columns=[*KEYS, "nilai"])
        own = own if "perubahan" in name else pd.concat([own, _lone(folder / "RAK DISKOMINFO 2026.xlsx", until)])
        whole = _replaced(whole, own)
    return whole


def units(folder: Path) -> pd.DataFrame:
    """The master: SIPD code, own code, Asisten, Komisi; a merged unit's code goes to the one that took it over."""
    head, *rows = cells(folder.parent / "01_master.xlsx")
    table = pd.DataFrame(rows, columns=[str(name) for name in head])
    return table


def _lone(path: Path, until: int) -> pd.DataFrame:
    unit, sub, rows = "", "", []
    for r in cells(path):
        code = str(r[0])
        if code.count(".") == 7:
            unit = unit or code
        elif code.count(".") == 5 and code.startswith("5."):
            rows.append((unit, sub, code, sum(map(sen, r[4 : 4 + until]))))
        elif code.count(".") == 5:
            sub = code
    return pd.DataFrame(rows, columns=[*KEYS, "nilai"])


def _kecamatan(path: Path, until: int) -> pd.DataFrame:
    rows = [(r[5], r[8], r[9], sen(r[10])) for r in cells(path)[1:] if r[1] == MONTHS[until - 1]]
    return pd.DataFrame(rows, columns=[*KEYS, "realisasi"])


def _paid(path: Path) -> pd.DataFrame:
    head, *rows = [r for r in cells(path) if r[20]]
    at = {str(name): i for i, name in enumerate(head)}
    paid = [
        (
            r[at["Kode SKPD"]], r[at["Kode Sub Kegiatan"]], r[at["Kode Rekening"]],
            sen(_blank(r[at["Nilai Realisasi"]])) * bool(_blank(r[at["Nomor SP2D"]]))
            - sen(_blank(r[at["Nilai Setoran"]])),
        )
        for r in rows
    ]  # fmt: skip
    return pd.DataFrame(paid, columns=[*KEYS, "realisasi"])


def _blank(cell: object) -> object:
    return None if cell in ("-", "null", "") else cell


def _replaced(whole: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([whole[~whole["opd"].isin(later["opd"])], later])
