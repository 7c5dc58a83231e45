"""A workbook of a million rows: our intake beside a bare calamine read, pandas+calamine and pandas+openpyxl."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import xlsxwriter

from tests.benchmarks.table import table

ROWS = 1_000_000

READERS = {
    "calamine, bare": (
        "from python_calamine import CalamineWorkbook as W; s=W.from_path(p).get_sheet_by_index(0); "
        "n=sum(1 for _ in s.iter_rows())"
    ),
    "Raporda (checked, reconciled, stored)": (
        "import tempfile; from pathlib import Path; from pipelines.intake import Limits, read; "
        "from pipelines.intake import sandbox; from pipelines.intake.report import Answers; "
        "r=read(Path(p), Answers(year=2026), into=Path(tempfile.mkdtemp()), limits=Limits.bulk()); "
        "sandbox.close(); assert r.status=='accepted', r; n=r.rows.total"
    ),
    "pandas + calamine": "import pandas as pd; n=len(pd.read_excel(p, engine='calamine', dtype=str))",
    "pandas + openpyxl": "import pandas as pd; n=len(pd.read_excel(p, engine='openpyxl', dtype=str))",
}


HEAD = (
    "NO|TAHUN|KODE URUSAN|NAMA URUSAN|KODE SKPD|NAMA SKPD|KODE SUB UNIT|NAMA SUB UNIT|KODE BIDANG URUSAN|"
    "NAMA BIDANG URUSAN|KODE PROGRAM|NAMA PROGRAM|KODE KEGIATAN|NAMA KEGIATAN|KODE SUB KEGIATAN|NAMA SUB KEGIATAN|"
    "KODE SUMBER DANA|NAMA SUMBER DANA|KODE REKENING|NAMA REKENING|PAKET/KELOMPOK|NAMA PAKET/KELOMPOK|PAGU"
)


def workbook(path: Path, rows: int = ROWS) -> Path:
    """A rekap5 export of `rows` rows with invented codes, written once and kept."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    head = HEAD.split("|")
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_row(0, 0, head)
    for n in range(1, rows + 1):
        unit = f"1.01.2.22.0.00.{n % 80 + 1:02d}.0000"
        sub = f"1.01.02.2.{n % 9 + 1:02d}.{n // 80 % 700 + 1:04d}"
        name = f"Dinas Contoh {n % 80 + 1}"
        account = f"5.1.02.{n % 4 + 1:02d}.001.{n // 56000 + 1:05d}"
        pagu = f"{n % 997 + 1}.{n % 1000:03d}.000,00" if n % 3 else float((n % 997 + 1) * 1_000_000)
        where = [n, 2026, "1", "URUSAN WAJIB", unit, name, unit, name, "1.01", "PENDIDIKAN", "1.01.02", "PROGRAM"]
        what = [sub[:12], "Kegiatan contoh", sub, "Sub kegiatan contoh", "1.2", "DAU", account, "Belanja contoh"]
        values = [*where, *what, "", "", pagu]
        sheet.write_row(n, 0, values)
    book.close()
    return path


def measure(path: Path) -> str:
    """Wall and CPU time, each with its ratio to the bare read, and peak memory; each reader in its own process."""
    rows, bare = [], None
    for name, code in READERS.items():
        program = (
            f"import sys,time,resource,json; p=sys.argv[1]; t=time.perf_counter(); {code}; "
            "w=time.perf_counter()-t; u=[resource.getrusage(x) for x in "
            "(resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]; m=max(x.ru_maxrss for x in u)//1024; "
            "print(json.dumps([w,sum(x.ru_utime+x.ru_stime for x in u),m,n]))"
        )
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
        if done.returncode:
            rows.append([name, "failed", done.stderr.strip().splitlines()[-1][:60], *[""] * 4])
            continue
        wall, cpu, memory, count = json.loads(done.stdout.splitlines()[-1])
        bare = bare or (wall, cpu)
        whole = time.perf_counter() - start
        times = [f"{wall:.1f}", f"{wall / bare[0]:.2f}", f"{cpu:.1f}", f"{cpu / bare[1]:.2f}"]
        rows.append([name, *times, f"{memory} MB", f"{count:,} rows, {whole:.1f} s in all"])
    head = ["reader", "s", "× bare", "CPU s", "× bare", "peak memory", "note"]
    return table(f"Intake of {ROWS:,} rows × 23 columns", head, rows)
