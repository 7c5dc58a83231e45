"""Whose row it is: the NIP column of a table, what is left of NIPs that are none, rows that name nobody."""

from __future__ import annotations

import numpy as np

from pipelines import clock
from pipelines.contracts.kepegawaian import Orang
from pipelines.intake import nip
from pipelines.intake.sheets.findings import Findings
from pipelines.intake.sheets.tables import OWN, Mask, Table

WITHOUT = frozenset({"non-ASN", "alih daya"})  # staff who have no NIP


def own(table: Table) -> bool:
    """Whether the rows of a table each speak of one person."""
    return issubclass(table.spec.contract, Orang)


def unsure(table: Table) -> Mask:
    """Rows whose NIP is none: set apart, and stored without it so that they stay listed.

    A number leaves the digits that it still shows, for a person to say whose they are.
    """
    found = np.zeros(table.height, dtype=np.bool_)
    if own(table) and OWN in table.typed:
        found[[fault.index for fault in table.typed[OWN].faults]] = True
    return found


def beside(table: Table, live: Mask, found: Findings) -> None:
    """Says of each other NIP column (the assessor's, the one before) what could not be read; its rows stand."""
    for column in table.columns:
        if column.cell.kind == "nip" and column.name != OWN:
            faults = [fault for fault in table.typed[column.name].faults if live[fault.index]]
            if faults:
                found.add(faults[0].index, column.name, "nip_lain", severity="warning", judul=column.name,
                          n=len(faults))  # fmt: skip


def comparable(table: Table) -> Mask:
    """Rows that another can repeat or contradict: of people, only those that are named."""
    found = np.ones(table.height, dtype=np.bool_)
    if own(table):
        named = [table.typed[name].known for name in (OWN, "id_asn") if name in table.typed]
        found = np.logical_or.reduce(named) if named else ~found
    return found


def folded(value: object) -> object:
    """A text without its case and spaces, anything else as it is: what two rows are compared by."""
    return "".join(value.split()).casefold() if isinstance(value, str) else value


def nobody(table: Table, live: Mask, found: Findings) -> Mask:
    """Rows that say neither a NIP nor, where a system has one, an ASN id."""
    missing = np.zeros(table.height, dtype=np.bool_)
    if not own(table):
        return missing
    missing = live & ~unsure(table)  # what is wrong with those is said already
    for name in (OWN, "id_asn") if table.spec.name == "skp" else (OWN,):
        if name in table.typed:
            missing &= ~table.typed[name].known
    if "jenis" in table.typed:
        kinds = table.typed["jenis"].keys
        missing[[i for i in np.flatnonzero(missing).tolist() if kinds[i] in WITHOUT]] = False
    for i in np.flatnonzero(missing).tolist():
        found.add(i, OWN if OWN in table.typed else None, "nip_kosong")
    return missing


def unlike(table: Table, live: Mask, found: Findings) -> Mask:
    """Confirmations of a NIP that are none: what is meant must be a whole NIP that begins as it was written."""
    wrong = np.zeros(table.height, dtype=np.bool_)
    if table.spec.name != "padanan" or not {"jenis", "tertulis", "kode"} <= table.typed.keys():
        return wrong
    kinds, written, meant = (table.typed[name].keys for name in ("jenis", "tertulis", "kode"))
    today = clock.local(clock.now()).date()
    for i in np.flatnonzero(live).tolist():
        if kinds[i] == "nip" and written[i] and meant[i]:
            whole = nip.cell(meant[i], today=today).nip
            if whole is None or not whole.startswith(written[i]):
                wrong[i] = True
                found.add(i, "kode", "padanan_nip")
    return wrong


def late(table: Table, keep: Mask, found: Findings) -> None:
    """Points once at each person who was appointed at an age at which few are."""
    if not own(table) or OWN not in table.typed:
        return
    keys = table.typed[OWN].keys
    first: dict[str, int] = {}
    for i in np.flatnonzero(keep).tolist():
        if keys[i] is not None:
            first.setdefault(keys[i], i)
    for digits, i in first.items():
        if nip.old(digits):
            found.add(i, OWN, "nip_tua", severity="warning", umur=nip.parts(digits).umur)
