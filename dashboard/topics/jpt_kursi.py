"""The seats of high officials (eselon I and II): held how and by whom, and what is known of each holder, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.query import Ask
from dashboard.topics import pejabat_daftar, rotasi_plt
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.rotasi_masa import back, limit
from dashboard.view import View

Row = dict[str, Any]
LEVELS = ("I", "II")
LOW = ("butuh_perbaikan", "kurang", "sangat_kurang")
_IMPROVE = (
    "select aturan_id, dasar_hukum, dasar_hukum_en, tag, nilai from app.aturan_kinerja "
    "where kelompok = 'setelan' and kunci = 'bulan_perbaikan' order by berlaku_mulai desc limit 1"
)
_WHOSE = ("kode_opd", "kode_jabatan", "orang_id", "nama_jabatan", "nama", "sebutan", "opd")
_OWN = ("warna", "warisan", "sendiri", "terlalu_dini", "deviasi")  # known of heads of agencies only


def seats(ask: Ask, view: View) -> list[Row]:
    """Each seat of the group, empty and acting first, with its agency's colour, what was inherited, SKP and dates."""
    rows = pejabat_daftar.seats(ask, view, *LEVELS)
    heads = {row["kode_jabatan"]: row for row in pejabat_daftar.heads(ask, view)}
    predicates = pejabat_daftar.predicates(ask, view, [row["orang_id"] for row in rows])
    hundred = {m["kode_jabatan"]: _last(m) for m in rotasi_plt.found(ask, view) if m["jenis"] == "seratus_hari"}
    return [
        {
            **row, **{name: heads.get(row["kode_jabatan"], {}).get(name) for name in _OWN},
            "predikat": predicates.get(row["orang_id"]), "seratus": hundred.get(row["kode_jabatan"]),
        }
        for row in rows
    ]  # fmt: skip


def matters(ask: Ask, view: View, rows: Sequence[Row]) -> list[Row]:
    """What asks for attention on these seats, by predicates too; pressing ones first."""
    codes = {row["kode_jabatan"] for row in rows}
    found = [matter for matter in rotasi_plt.found(ask, view) if matter["kode_jabatan"] in codes]
    pressing = [matter for matter in found if matter["tingkat"] == "perhatian"]
    return [*pressing, *_low(ask, view, rows), *(matter for matter in found if matter["tingkat"] != "perhatian")]


def _low(ask: Ask, view: View, rows: Sequence[Row]) -> list[Row]:
    """The definitive holders whose last predicate of a year is below good, under the regime that asks to improve it."""
    rules = ask.run(_IMPROVE)
    low = [row for row in rows if row["keadaan"] == "definitif" and _below(row["predikat"])]
    return [
        {
            **{name: row[name] for name in _WHOSE}, **rules[0], "jenis": "predikat_bawah", "tingkat": "perhatian",
            "sejak": row["predikat"]["selesai"], "hari": (siapa.end_of(view) - row["predikat"]["selesai"]).days,
        }
        for row in low
        if rules
    ]  # fmt: skip


def _below(told: Mapping[str, Any] | None) -> bool:
    return told is not None and told["rezim"] == "pan6" and told["predikat"] in LOW


def _last(matter: Mapping[str, Any]) -> date:
    """The hundredth day of who came lately."""
    since: date = matter["sejak"]
    return since + timedelta(days=matter["nilai"])


def longer(rows: Sequence[Row], view: View) -> list[Row]:
    """The definitive holders who are in the post for longer than the shortest term."""
    end = siapa.end_of(view)
    months = limit("masa_paling_singkat", end)
    if months is None:
        return []
    return [row for row in rows if row["keadaan"] == "definitif" and row["tmt"] and row["tmt"] < back(end, months)]
