"""What a file of people says as a whole: how many there are, its own count beside ours, days that are still to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from pipelines import clock
from pipelines.catalogue import both
from pipelines.intake.out import Out
from pipelines.intake.report import Problem
from pipelines.intake.sheets.identity import own
from pipelines.intake.sheets.tables import OWN, Mask, Table

_AHEAD = timedelta(days=92)  # a decree may name a day some weeks ahead
_PAST = {  # days that have come when they are written down, and how far ahead they may lie
    "tgl_sk": timedelta(), "tmt_pelantikan": timedelta(days=31), "tgl_penilaian": timedelta(),
    "tmt_jabatan": _AHEAD, "tmt_mulai": _AHEAD, "tanggal": timedelta(),
}  # fmt: skip
_COUNT = re.compile(
    r"\b(?:jumlah|total|banyaknya)\s+(?:seluruh\s+)?(pegawai|orang|asn|pns|pppk|data|baris|skp)\b[^\d\n]{0,20}"
    r"(\d{1,3}(?:[.,]\d{3})+|\d+)\b",
    re.IGNORECASE,
)
_ROWS = frozenset({"data", "baris", "skp"})


def note(table: Table, keep: Mask, out: Out) -> None:
    """Says how many people and units the kept rows speak of, and doubts days in the future."""
    if not own(table) or OWN not in table.typed:
        return
    at = np.flatnonzero(keep).tolist()
    if not at:
        return
    named = table.tuples([name for name in (OWN, "id_asn") if name in table.typed])
    people = len({who for i in at if (who := next((said for said in named[i] if said), None))})
    places = table.tuples([name for name in ("kode_opd", "unor") if name in table.typed])
    units = len({next((said for said in places[i] if said), None) for i in at} - {None})
    words = both("masalah.orang_terbaca", baris=len(at), orang=people, unit=units)
    out.say(Problem("ORANG_TERBACA", "info", words, table.sheets[at[0]]))
    _future(table, at, out, clock.local(clock.now()).date())


def _future(table: Table, at: list[int], out: Out, today: date) -> None:
    for name, ahead in _PAST.items():
        if name not in table.typed:
            continue
        days = table.typed[name].keys
        later = [i for i in at if days[i] is not None and days[i] > today + ahead]
        if later:
            out.doubt("TANGGAL_DEPAN", sheet=table.sheets[later[0]], row=int(table.rows[later[0]]),
                      column=table.column_letter(later[0], name), read=days[later[0]].isoformat(), judul=name,
                      n=len(later))  # fmt: skip


def counted(lines: Iterable[str], people: int, rows: int, sheet: str, out: Out) -> None:
    """The counts that a file prints of itself, each beside ours; one that differs is a doubt."""
    seen: set[tuple[str, int]] = set()
    for line in lines:
        for word, number in _COUNT.findall(line):
            what = "baris" if word.lower() in _ROWS else "orang"
            printed = int(re.sub(r"\D", "", number))
            if (what, printed) in seen:
                continue
            seen.add((what, printed))
            ours = rows if what == "baris" else people
            out.control(f"Jumlah.{what}", Decimal(printed), Decimal(ours))
            if printed != ours:
                out.doubt("JUMLAH_ORANG_BEDA", sheet=sheet, di_berkas=printed, dijumlah=ours, apa=word.lower())


def ended(out: Out) -> None:
    """What becomes of a file by its rows: refused without any that can be used, doubted where all NIPs were numbers."""
    if not out.rows.total:
        out.refused = True
        out.say(Problem("TANPA_DATA", "error", both("templat.tanpa_data")))
    elif not out.rows.accepted and not out.stored:
        out.refused = True
        out.say(Problem("TIADA_DITERIMA", "error", both("templat.tiada_diterima", n=out.rows.total)))
    elif not out.rows.accepted:
        out.doubt("NIP_ANGKA_SEMUA", n=out.rows.quarantined)
