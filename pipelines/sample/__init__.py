"""The fictional pemda: files shaped like real exports, with their dirt, and the figures they must lead to."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.sample import files, forms, truth
from pipelines.sample.anggaran import Tahun, budget
from pipelines.sample.arus import flow
from pipelines.sample.kinerja import berkas as berkas_kinerja
from pipelines.sample.kinerja import kebenaran as kebenaran_kinerja
from pipelines.sample.kinerja.rencana import Kinerja, targets
from pipelines.sample.orang import berkas, kebenaran
from pipelines.sample.orang.nilai import Nilai, assess
from pipelines.sample.orang.rencana import ASN, people
from pipelines.sample.pemda import Pemda, enlarged, region
from pipelines.sample.rapat import berkas as berkas_rapat
from pipelines.sample.stories import all_words

TAHUN_KINI = 2026
BULAN_KINI = 10
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Manifest:
    """What was written for one or more regions; `pemda` holds one entry a region as manifest.json has it."""

    into: Path
    pemda: tuple[dict[str, Any], ...]

    def json(self) -> dict[str, Any]:
        """The manifest as one JSON document."""
        return {"folder": str(self.into), "fiktif": True, "pemda": list(self.pemda)}


def plan(pemda: Pemda, years: int, seed: int) -> list[Tahun]:
    """The last so many budget years of a region, the running one last."""
    return [
        flow(budget(pemda, TAHUN_KINI - mundur, mundur=mundur, seed=seed), pemda, kini=mundur == 0, seed=seed)
        for mundur in reversed(range(years))
    ]


def file_list(
    pemda: Pemda, years: list[Tahun], seed: int, nilai: Nilai | None = None, kinerja: Kinerja | None = None
) -> list[files.File]:
    """Every file of a region in import order, with those about its people, targets and meetings where there are any."""
    master = files.File(
        "01_master.xlsx",
        {"recorded_at": f"{years[0].tahun}-01-03T09:00:00+07:00"},
        lambda path: forms.write_master(path, pemda, TAHUN_KINI, sotk=nilai.penduduk.sotk if nilai else None),
    )
    tutup = [file for year in years[:-1] for file in files.closed(year)]
    orang = berkas.files(nilai, kinerja) if nilai else []
    target = berkas_kinerja.files(kinerja, years) if kinerja else []
    rapat = berkas_rapat.files(berkas_rapat.held(years, kinerja, seed)) if kinerja else []
    semua = [master, *tutup, *files.current(pemda, years[-1], BULAN_KINI, seed), *orang, *target, *rapat]
    return sorted(semua, key=lambda file: str(file.answers["recorded_at"]))


def _about(
    pemda: Pemda, years: list[Tahun], nilai: Nilai | None, kinerja: Kinerja | None, *, number: int, asn: int, seed: int
) -> dict[str, Any]:
    hasil = {
        str(y.tahun): truth.expected(y, sampai=BULAN_KINI if y is years[-1] else 12, kini=y is years[-1]) for y in years
    }
    kurang = files.payment(years[-1], 8)[1]
    return {
        "pemda": pemda.nama,
        "keterangan": "DATA FIKTIF: tidak ada daerah, unit, nomor atau rupiah yang nyata. / FICTIONAL throughout.",
        "nomor": number,
        "seed": seed,
        "tahun": [y.tahun for y in years],
        "sampai": f"{TAHUN_KINI}-{BULAN_KINI:02d}",
        "asn": {"diminta": asn, **kebenaran.people(nilai, hasil, years[-1].tahun, BULAN_KINI)},
        "kinerja": kebenaran_kinerja.expected(kinerja, [y.tahun for y in years]),
        "rapat": berkas_rapat.expected(berkas_rapat.held(years, kinerja, seed) if kinerja else None),
        "kisah": {k: a for k, a in all_words().items() if int(a["tahun"]) in {y.tahun for y in years}},
        "koreksi_rupiah": kurang,
        "posisi": {y: truth.totals(a, BULAN_KINI if y == str(TAHUN_KINI) else 12) for y, a in hasil.items()},
        "hasil": hasil,
    }


def write_json(path: Path, content: Any) -> None:
    """A JSON document in a file, readable and the same every time."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def generate(
    into: Path,
    *,
    pemda: int = 1,
    asn: int = ASN,
    years: int = 4,
    seed: int = 2026,
    times: int = 1,
    progress: Progress | None = None,
) -> Manifest:
    """Write the sample into a folder and say what it holds.

    Several regions have a sub-folder each and want a workspace each: SIPD's unit codes are the same in every region,
    so that in one workspace the files of the second would supersede those of the first. For one workspace with more
    in it, `times` repeats the units of a region under codes of their own.

    `jawaban.json` lists the files in import order with the answers a person would give; `manifest.json` carries the
    stories and, per year, OPD and month, the figures they must lead to. `asn` is the number of people at work in a
    region: 0 leaves them and their targets out, and a few are made more, so that every story has its people.
    """
    if pemda < 1 or years < 1 or times < 1:
        raise ValueError("pemda, years and times start at 1")
    about = []
    for number in range(pemda):
        daerah = enlarged(region(number, seed), times)
        slug = daerah.nama.lower().replace(" ", "-")
        folder = into if pemda == 1 else into / f"{number + 1:03d}-{slug}"
        tahunan = plan(daerah, years, seed)
        nilai = assess(people(daerah, asn, seed)) if asn else None
        kinerja = targets(nilai.penduduk) if nilai else None
        listed = file_list(daerah, tahunan, seed, nilai, kinerja)
        for n, file in enumerate(listed, start=1):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            file.write(folder / file.path)
            if progress:
                progress(f"{daerah.nama}: {file.path}", number * len(listed) + n, pemda * len(listed))
        mine = _about(daerah, tahunan, nilai, kinerja, number=number, asn=asn, seed=seed)
        write_json(folder / "jawaban.json", [{"file": f.path, "answers": f.answers} for f in listed])
        write_json(folder / "manifest.json", mine)
        about.append(mine)
    return Manifest(into, tuple(about))
