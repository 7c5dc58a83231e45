"""The cascade of a real RPJMD (madiun-emonev-2019-2023) joined into our sheets, as a person would copy it over.

The tables say nothing of direction, method or entry; a person gives them, here by name. What is odd in them stays odd.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

Row = dict[str, Any]

LESS = ("Angka Kemiskinan", "Tingkat Pengangguran Terbuka (TPT)", "Indeks Risiko Bencana (IRB)")
_HOW = {"metode": "terakhir", "entri": "kumulatif"}


def sheets(folder: Path) -> dict[str, list[Row]]:
    """The rows of opd, target_daerah, pk_indikator and pk_realisasi."""
    tables = {path.stem: _rows(path) for path in folder.glob("*.csv")}
    return {
        "opd": [{"kode_opd": f"OPD-{one['id']}", "nama": one["nama"]} for one in tables["master_opds"]],
        "target_daerah": [*_goals(tables, "tujuan"), *_goals(tables, "sasaran")],
        "pk_indikator": _programs(tables),
        "pk_realisasi": _entries(tables),
    }


def _rows(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        return [{k: None if v == r"\N" else v for k, v in row.items()} for row in csv.DictReader(file)]


def _by_id(rows: list[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}


def _goals(tables: dict[str, list[Row]], level: str) -> list[Row]:
    """The indicators of tujuan or of sasaran with a target a year."""
    vision, mission, goal = (_by_id(tables[name]) for name in ("visis", "misis", "tujuans"))
    own, indicators = _by_id(tables[f"{level}s"]), _by_id(tables[f"{level}_indikator_kinerjas"])
    found = []
    for target in tables[f"{level}_target_satuan_rp_realisasis"]:
        one = indicators[target[f"{level}_indikator_kinerja_id"]]
        of = own[one[f"{level}_id"]]
        above = of if level == "tujuan" else goal[of["tujuan_id"]]
        top = mission[above["misi_id"]]
        found.append({
            "kode_indikator": f"{level.upper()}-{one['id']}", "tahun": target["tahun"],
            "visi": vision[top["visi_id"]]["deskripsi"], "misi": f"Misi {top['kode']}: {top['deskripsi']}",
            "tujuan": above["deskripsi"], "sasaran": of["deskripsi"] if level == "sasaran" else None,
            "indikator": one["deskripsi"], "satuan": one["satuan"],
            "arah": "turun" if one["deskripsi"] in LESS else "naik", "target_tahun": target["target"], **_HOW,
        })  # fmt: skip
    return found


def _programs(tables: dict[str, list[Row]]) -> list[Row]:
    """The indicators of programs, one an OPD, with a target and money a year."""
    about = _shared(tables)
    money: dict[str, int] = {}
    for target in tables["program_target_satuan_rp_realisasis"]:
        pair = target["opd_program_indikator_kinerja_id"]
        money[pair] = money.get(pair, 0) + int(target["target_rp"] or 0)
    return [
        {**about[target["opd_program_indikator_kinerja_id"]], "tahun": target["tahun"],
         "target_tahun": target["target"], "pagu_renstra": money[target["opd_program_indikator_kinerja_id"]]}
        for target in tables["program_target_satuan_rp_realisasis"]
    ]  # fmt: skip


def _shared(tables: dict[str, list[Row]]) -> dict[str, Row]:
    """What an indicator of a program says in every year, by its pair with an OPD."""
    fields, programs = _by_id(tables["urusans"]), _by_id(tables["programs"])
    indicators = _by_id(tables["program_indikator_kinerjas"])
    found = {}
    for pair in tables["opd_program_indikator_kinerjas"]:
        one = indicators[pair["program_indikator_kinerja_id"]]
        program = programs.get(one["program_id"])
        code = f"{fields[program['urusan_id']]['kode']}.{int(program['kode']):02d}" if program else None
        found[pair["id"]] = {
            "kode_indikator": f"PROGRAM-{pair['id']}", "indikator": one["deskripsi"], "satuan": one["satuan"],
            "arah": "naik", "tingkat": "III", "kode_opd": f"OPD-{pair['opd_id']}", "kode_program": code, **_HOW,
        }  # fmt: skip
    return found


def _entries(tables: dict[str, list[Row]]) -> list[Row]:
    """What was entered a quarter; nearly all of it to try the application, so every one is marked so."""
    targets = _by_id(tables["program_target_satuan_rp_realisasis"])
    return [
        {"kode_indikator": f"PROGRAM-{target['opd_program_indikator_kinerja_id']}", "tahun": target["tahun"],
         "triwulan": entry["tw_id"], "realisasi": entry["realisasi"], "percobaan": "Y"}
        for entry in tables["program_tw_realisasis"]
        if (target := targets.get(entry["program_target_satuan_rp_realisasi_id"]))
    ]  # fmt: skip
