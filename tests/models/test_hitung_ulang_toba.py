"""The last usable upload of every OPD of a real regency, added up a second time from the bare cells."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

import python_calamine

from pipelines.build import build
from pipelines.engines.duckdb import Reader
from pipelines.imports import Job, import_files
from pipelines.intake.report import Answers
from pipelines.workspace import open_workspace
from tests.real import REAL, needs_real

pytestmark = needs_real

PAGU, REALISASI, BESIDE = 16, 17, 18  # the amounts stand one left of their header, in some files under it


def rupiah(cell: object) -> Decimal:
    text = str(cell).strip()
    if isinstance(cell, str):
        text = text.replace("Rp", "").replace(" ", "").replace(".", "").replace(",", ".")
    return Decimal(text).quantize(Decimal("0.01")) if re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", text) else Decimal()


def added(path: Path) -> tuple[Decimal, Decimal]:
    """Ceiling and spending of the accounts 5 that have no account below them."""
    found = []
    for row in python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(False):
        code = re.sub(r"\s", "", next((str(v) for v in row[:6] if str(v).strip()), "")).strip(".")
        if re.fullmatch(r"5(\.\d+)*", code):
            amounts = [rupiah(row[c]) if c < len(row) else Decimal() for c in (PAGU, REALISASI, BESIDE)]
            found.append((code, amounts[0], amounts[1] or amounts[2]))
    leaves = [row for row in found if not any(other.startswith(row[0] + ".") for other, *_ in found)]
    return sum((p for _, p, _ in leaves), Decimal()), sum((r for *_, r in leaves), Decimal())


def test_every_opd_is_what_its_cells_add_up_to(tmp_path: Path) -> None:
    assert REAL is not None
    uploads = REAL / "toba-2022" / "uploads" / "lra"
    with (REAL / "toba-2022" / "tables" / "log_upload.csv").open(newline="") as file:
        log = [row for row in csv.DictReader(file) if row["bulan"] not in ("", "0")]
    log = [row for row in log if (uploads / row["namafile"]).exists()]
    last = {row["id_skpd"]: row for row in sorted(log, key=lambda row: (int(row["bulan"]), row["tanggal_input"]))}
    answers = {
        opd: Answers(opd=opd, year=2022, month=int(row["bulan"]), basis="kumulatif", confirm=True)
        for opd, row in last.items()
    }
    ws = open_workspace(tmp_path)
    reports = import_files(ws, [Job(uploads / row["namafile"], answers[opd]) for opd, row in last.items()])
    assert {report.reading.status for report in reports} == {"accepted"}
    sql = "select kode_opd, sum(pagu) as pagu, sum(realisasi_kum) as realisasi from app.anggaran where dilaporkan group by kode_opd"  # noqa: E501
    rows = Reader(build(ws).path).run(sql, opd=["*"])
    assert len(rows) == len(last) > 30
    assert {row["kode_opd"]: (row["pagu"], row["realisasi"]) for row in rows} == {
        opd: added(uploads / row["namafile"]) for opd, row in last.items()
    }
