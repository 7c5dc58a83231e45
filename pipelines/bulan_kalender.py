"""Calendar months as regulations count them, and the windows of the election law that are counted so."""

from __future__ import annotations

import calendar
from datetime import date

from pipelines.catalogue import toml


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day so many calendar months later (or earlier, if negative), or the last day of a shorter month."""
    year, month = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    return date(year, month + 1, min(hari.day, calendar.monthrange(year, month + 1)[1]))


def mulai_larangan(penetapan: date) -> date:
    """The first day on which a replacement needs approval, before candidates are fixed on `penetapan`."""
    return tambah_bulan(penetapan, -int(toml("aturan/pilkada")["penetapan_paslon"]["bulan_sebelum"]))


def akhir_masa_awal(pelantikan: date) -> date:
    """The first day on which a replacement no longer needs approval after an inauguration."""
    return tambah_bulan(pelantikan, int(toml("aturan/pilkada")["pelantikan"]["bulan_sesudah"]))
