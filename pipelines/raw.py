"""The raw tables that do not come out of a file's rows: imports, control totals, problems, months."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipelines import clock, ledger
from pipelines.contracts import CONTRACTS, schema
from pipelines.contracts.rapat import CATATAN
from pipelines.intake.report import Problem, Reading
from pipelines.ledger import Event

_MONEY = pa.decimal128(18, 2)
_STAMP = pa.timestamp("us")

# From this many bytes on, files of people are read where the imports keep them: a copy costs more than all models.
LARGE = 32 * 2**20
PEOPLE = ("pegawai", "riwayat_jabatan", "skp", "skp_indikator")  # whose rows no page asks for, only models

# What every row of a raw table says of the import that brought it.
ARRIVAL = [("impor_id", pa.string()), ("urut", pa.int32()), ("direkam_pada", _STAMP)]

IMPOR = pa.schema([
    ("impor_id", pa.string()), ("urut", pa.int32()), ("nama_berkas", pa.string()), ("sha256", pa.string()),
    ("format", pa.string()), ("status", pa.string()), ("direkam_pada", _STAMP), ("oleh", pa.string()),
    ("opd", pa.string()), ("tahun", pa.int16()), ("bulan", pa.int8()), ("basis", pa.string()),
    ("total", pa.int32()), ("diterima", pa.int32()), ("dikarantina", pa.int32()), ("ditolak", pa.int32()),
    ("ditarik", pa.bool_()), ("ditarik_pada", _STAMP), ("alasan", pa.string()), ("judul", pa.string()),
])  # fmt: skip
KONTROL = pa.schema([("nama", pa.string()), ("di_berkas", _MONEY), ("dijumlah", _MONEY)])
MASALAH = pa.schema([
    ("kode", pa.string()), ("tingkat", pa.string()), ("lembar", pa.string()), ("baris", pa.int32()),
    ("kolom", pa.string()), ("terbaca", pa.string()), ("pesan_id", pa.string()), ("pesan_en", pa.string()),
])  # fmt: skip
GARAM = pa.schema([("garam", pa.string())])
KALENDER = pa.schema([("tahun", pa.int16()), ("bulan", pa.int8()), ("awal", pa.date32()), ("akhir", pa.date32())])


def arriving() -> dict[str, pa.Schema]:
    """The raw tables that imports bring, with their columns and those of the arrival."""
    told_tables = {"kontrol": KONTROL, "masalah": MASALAH}
    # what is said of meetings passes through the records, where people change it
    own = {name: schema(contract) for name, contract in CONTRACTS.items() if name not in CATATAN} | told_tables
    return {name: pa.schema([*columns, *(pa.field(n, t) for n, t in ARRIVAL)]) for name, columns in own.items()}


def told(reading: Reading) -> dict[str, pa.Table]:
    """The control totals and problems of a reading, as tables; those without rows are left out."""
    controls = [
        {"nama": c.name, "di_berkas": _money(c.in_file), "dijumlah": _money(c.summed)} for c in reading.controls
    ]
    tables = {
        "kontrol": pa.Table.from_pylist(controls, schema=KONTROL),
        "masalah": pa.Table.from_pylist([_problem(p) for p in reading.problems], schema=MASALAH),
    }
    return {name: table for name, table in tables.items() if table.num_rows}


def impor(recorded: Iterable[Event]) -> pa.Table:
    """Every import and refusal in the ledger, withdrawn ones marked."""
    recorded = list(recorded)
    gone = ledger.withdrawn(recorded)
    rows = [_import(e, gone.get(e.id)) for e in recorded if e.kind in ("impor", "ditolak")]
    return pa.Table.from_pylist(rows, schema=IMPOR)


def refused(recorded: Iterable[Event]) -> pa.Table:
    """The problems of the files that were refused, in the shape of raw.masalah."""
    rows = [
        _problem(Problem(**problem)) | _arrival(event)
        for event in recorded
        if event.kind == "ditolak"
        for problem in event.body["problems"]
    ]
    return pa.Table.from_pylist(rows, schema=arriving()["masalah"])


def kalender() -> pa.Table:
    """Every month from 2000 to 2100 with its first and last day."""
    months = ((year, month) for year in range(2000, 2101) for month in range(1, 13))
    rows = [
        {"tahun": y, "bulan": m, "awal": date(y, m, 1), "akhir": date(y, m, calendar.monthrange(y, m)[1])}
        for y, m in months
    ]
    return pa.Table.from_pylist(rows, schema=KALENDER)


def garam(recorded: Sequence[Event]) -> pa.Table:
    """The salt of everybody's id: the hash of the ledger's first event, so that ids last and no NIP can be guessed."""
    return pa.Table.from_pylist([{"garam": recorded[0].hash if recorded else ""}], schema=GARAM)


def _import(event: Event, withdrawal: Event | None) -> dict[str, Any]:
    body = event.body
    answers = body.get("answers") or body["given"]
    rows = body.get("rows") or {}
    return {
        **_arrival(event),
        "nama_berkas": body["file"],
        "sha256": body["sha256"],
        "format": body["format"],
        "status": "accepted" if event.kind == "impor" else "refused",
        "oleh": event.actor,
        "opd": answers["opd"] or _only(body, "kode_opd"),
        "tahun": answers["year"] or _only(body, "tahun"),
        "bulan": answers["month"],
        "basis": answers["basis"],
        "total": rows.get("total"),
        "diterima": rows.get("accepted"),
        "dikarantina": rows.get("quarantined"),
        "ditolak": rows.get("rejected"),
        "ditarik": withdrawal is not None,
        "ditarik_pada": clock.local(withdrawal.recorded_at) if withdrawal else None,
        "alasan": withdrawal.body["reason"] if withdrawal else None,
        "judul": body.get("title"),
    }


def _only(body: Mapping[str, Any], key: str) -> Any:
    """What all totals of an import agree on, if they do."""
    said = {total[key] for total in body.get("totals", ())}
    return said.pop() if len(said) == 1 else None


def _arrival(event: Event) -> dict[str, Any]:
    return {"impor_id": event.id, "urut": event.seq, "direkam_pada": clock.local(event.recorded_at)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "kode": problem.code,
        "tingkat": problem.severity,
        "lembar": problem.sheet,
        "baris": problem.row,
        "kolom": problem.column,
        "terbaca": problem.read,
        "pesan_id": problem.message["id"],
        "pesan_en": problem.message["en"],
    }


def _money(value: Decimal) -> Decimal | None:
    """The amount in sen; one too large for the column is left out here and stays in the report."""
    return value.quantize(Decimal("0.01")) if abs(value) < Decimal(10) ** 16 else None


def stay(name: str, paths: Iterable[Path]) -> bool:
    """Whether the rows of a raw table are read from these files instead of being copied."""
    return name in PEOPLE and sum(path.stat().st_size for path in paths) >= LARGE


def files(recorded: Iterable[Event], name: str) -> Iterator[tuple[str, str]]:
    """The imports among `recorded` that brought rows of a raw table, with the sha256 of those rows."""
    for event in recorded:
        if sha := event.body["kept"].get(f"{name}.parquet"):
            yield event.id, sha
