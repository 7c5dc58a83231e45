"""The checks of a table, in order: cells, required columns, examples, totals, parents, repeats, bands; then storing."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import numpy as np

from pipelines.catalogue import both
from pipelines.intake.out import Out
from pipelines.intake.report import Problem, Text
from pipelines.intake.sheets import bands, identity
from pipelines.intake.sheets.controls import above, check_parents, check_sums
from pipelines.intake.sheets.findings import Findings
from pipelines.intake.sheets.repeats import repeats
from pipelines.intake.sheets.tables import OWN, Mask, Table, store

_WHO = frozenset({OWN, "id_asn"})  # named in what is said, never shown


def take(table: Table, out: Out) -> Mask:
    """Stores the rows that pass, says everything about those that do not, and gives back which rows were kept."""
    live = table.filled & ~table.example & ~table.sums
    higher = above(table, live)
    parent = np.zeros(table.height, dtype=np.bool_)
    parent[list(higher)] = True
    live &= ~parent
    found = Findings(table)
    bad = _cells(table, live, found) | _blanks(table, live, found)
    bad |= identity.nobody(table, live, found) | identity.unlike(table, live, found)
    unsure = live & ~bad & identity.unsure(table)  # set apart too, but stored for a person to look at
    sound = live & ~bad & ~unsure
    twice, against = _repeats(table, sound, found)
    broken = _bands(table, sound & ~(twice | against), found)
    keep = sound & ~(twice | against | broken)
    identity.late(table, keep, found)
    check_parents(table, higher, keep, out, found)
    check_sums(table, keep, out, found)
    _examples(table, out)
    found.tell(out)
    out.count(
        accepted=int(keep.sum()),
        quarantined=int((live & (bad | unsure | against | broken)).sum()),
        rejected=int(twice.sum()),
        parents=int(parent.sum() + table.sums.sum()),
        other=int((~table.filled).sum() + table.example.sum()),
    )
    stored = keep | unsure
    if stored.any():
        store(table, stored, out)
    return keep


def _cells(table: Table, live: Mask, found: Findings) -> Mask:
    bad = np.zeros(table.height, dtype=np.bool_)
    for column in table.columns:
        if column.cell.kind == "nip" and column.name != OWN:
            continue  # somebody else's: the row stands without it
        seen = [fault for fault in table.typed[column.name].faults if live[fault.index]]
        if not (column.name == OWN and identity.own(table)):
            bad[[fault.index for fault in seen]] = True
        found.faults(column.name, seen)
    identity.beside(table, live, found)
    return bad


def _blanks(table: Table, live: Mask, found: Findings) -> Mask:
    bad = np.zeros(table.height, dtype=np.bool_)
    for name in table.spec.required:
        if name not in table.typed:
            continue  # said once for the sheet
        column = table.typed[name]
        unread = np.zeros(table.height, dtype=np.bool_)
        unread[[fault.index for fault in column.faults]] = True
        blank = live & ~column.known & ~unread
        bad |= blank
        for i in np.flatnonzero(blank).tolist():
            found.add(i, name, "wajib_kosong", judul=name)
    if table.spec.wide:
        months = [c.name for c in table.columns if c.bulan is not None]
        empty = live & ~bad & ~table.faulty
        for name in months:
            empty &= ~table.typed[name].known
        bad |= empty
        for i in np.flatnonzero(empty).tolist():
            found.add(i, months[0], "nilai_kosong", severity="warning")
    return bad


def _repeats(table: Table, keep: Mask, found: Findings) -> tuple[Mask, Mask]:
    """Rows that repeat another (all but one of each group), and rows that contradict another."""
    twice = np.zeros(table.height, dtype=np.bool_)
    against = np.zeros(table.height, dtype=np.bool_)
    at = np.flatnonzero(keep & identity.comparable(table)).tolist()
    names = [c.name for c in table.columns]
    key = [n for n in table.spec.key if n in names]
    money = any(c.field == "kode_rekening" for c in table.spec.columns)
    spared = table.spec.contract.sebutan
    said = [n for n in names if n not in key and (n in spared or (money and n.startswith("nama_")))]
    values = [n for n in names if n not in key and n not in said]
    keys, facts, spoken = (table.tuples(part) for part in (key, values, said))
    written = keys
    if identity.own(table):  # two systems write one name in two cases
        keys, facts = ([tuple(map(identity.folded, row)) for row in rows] for rows in (keys, facts))
    groups = repeats([keys[i] for i in at], [facts[i] for i in at], [spoken[i] for i in at])
    for group in groups:
        rows = [at[i] for i in group.rows]
        if group.equal:
            kept = at[group.kept or 0] if group.kept is not None else rows[0]
            dropped = [row for row in rows if row != kept]
            twice[dropped] = True
            for row in dropped:
                one, other = int(table.rows[row]), int(table.rows[kept])
                found.add(row, None, "baris_kembar", severity="info", baris=one, lain=other)
        else:
            against[rows] = True
            pairs = zip(key, written[rows[0]], strict=True)
            shared = ", ".join(n if n in _WHO else f"{n}={_said(v)}" for n, v in pairs if v is not None)
            where, listed = _differing(table, rows, values), table.text_of(rows)
            for row in rows:
                found.add(row, where, "baris_bertentangan", baris=listed, kunci=shared)
    return twice, against


def _differing(table: Table, rows: list[int], names: list[str]) -> str | None:
    return next((n for n in names if len({table.typed[n].keys[row] for row in rows}) > 1), None)


def _said(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _bands(table: Table, keep: Mask, found: Findings) -> Mask:
    """The rows of profiles whose bands do not join: a profile is usable whole or not at all."""
    mask = np.zeros(table.height, dtype=np.bool_)
    if table.spec.name != "aturan_rapor" or not set(table.spec.required) <= set(table.typed):
        return mask
    names = ("profil", "ukuran", "bulan", "batas_bawah", "batas_atas", "berlaku_mulai")
    rows = table.tuples(names)
    at = np.flatnonzero(keep).tolist()
    listed = [bands.Band(i, *rows[i]) for i in at]  # numbered by index, so that sheets do not mix
    broken = bands.breaks(listed)
    profiles = {b.profil for b in broken}
    mask[[i for i in at if rows[i][0] in profiles]] = True
    for b in broken:
        values: dict[str, Any] = {
            k: int(table.rows[v]) if k in ("baris", "lain") else _said(v) for k, v in b.values.items()
        }
        found.add(b.row, "profil", b.key, profil=b.profil, **values)
    return mask


def _examples(table: Table, out: Out) -> None:
    for sheet, n in Counter(np.array(table.sheets)[table.example].tolist()).items():
        rows = [i for i in np.flatnonzero(table.example).tolist() if table.sheets[i] == sheet][:n]
        message: Text = both("templat.contoh_dilewati", baris=table.text_of(rows))
        out.say(Problem("CONTOH_DILEWATI", "info", message, sheet, int(table.rows[rows[0]])))
