"""What the files of targets must lead to, reckoned from the plan alone: attainment, leaks, teams, hundred days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.capaian import capaian, sampai
from pipelines.sample.kinerja import kisah
from pipelines.sample.kinerja.daerah import skala
from pipelines.sample.kinerja.rencana import LAPOR, Kinerja
from pipelines.sample.kinerja.ukuran import Angka, Setahun, sisi
from pipelines.sample.orang.kebenaran import on_day

AKHIR_TW = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
POSISI = (2026, 3)  # the year and quarter that the leaks are told of


def expected(kinerja: Kinerja | None, tahun: Iterable[int]) -> dict[str, Any]:
    """Everything the manifest says of targets."""
    if kinerja is None:
        return {}
    return {
        "kisah": {k: a for k, a in kisah.semua().items() if a["opd"] in kinerja.penduduk.sotk.opd},
        "indikator": {str(y): {s.ukuran.kode: _setahun(s) for s in kinerja.semua(y)} for y in tahun},
        "bocor": leaks(kinerja),
        "tim": {
            t.kode: {"anggota": [a.orang.nip_pada(a.mulai) for a in t.anggota], "indikator": t.indikator}
            for t in kinerja.tim
        },
        "seratus_hari": _seratus(kinerja),
    }


def _setahun(satu: Setahun) -> list[dict[str, str | None]]:
    """By quarter: where the indicator stands, and its attainment of the quarter, the year and the plan, or why none."""
    return [_triwulan(satu, n) for n in (1, 2, 3, 4)]


def _triwulan(satu: Setahun, n: int) -> dict[str, str | None]:
    u, kata = satu.ukuran, skala(satu.ukuran.skala)
    satu = satu.versi(n)
    nilai = sampai([satu.angka(q, kata) for q in range(1, n + 1)], metode=u.metode, entri=u.entri)
    sejak = satu.lalu_akhir if u.metode == "jumlah" else Decimal()
    sampai_akhir = None if nilai is None or sejak is None else nilai + sejak
    target = satu.tw[n - 1] if n < 4 else satu.tw[3] or satu.target
    hasil: dict[str, str | None] = {"nilai": None if nilai is None else str(nilai)}
    for nama, satu_nilai, acuan in (
        ("capaian", nilai, target), ("capaian_tahun", nilai, satu.target), ("capaian_akhir", sampai_akhir, satu.akhir),
    ):  # fmt: skip
        angka, sebab = _hitung(satu, satu_nilai, acuan, n)
        hasil |= {nama: angka, nama.replace("capaian", "sebab"): sebab}
    return hasil


def _hitung(satu: Setahun, nilai: Decimal | None, acuan: Angka | None, n: int) -> tuple[str | None, str | None]:
    u = satu.ukuran
    target = sisi(acuan, skala(u.skala))
    if target is None:
        return None, "tanpa_target"
    if nilai is None:
        return None, _tanpa_nilai(satu, n)
    angka = capaian(nilai, target=target, arah=u.arah, cara=u.rumus or "selisih")
    if angka is not None:
        return str(angka), None
    return None, "realisasi_nol" if target[0] else "belum_ditargetkan" if nilai == 0 else "target_nol"


def _tanpa_nilai(satu: Setahun, n: int) -> str:
    """Why an indicator has no number: what the last row said that was not blank."""
    masuk = [lapor for lapor in satu.lapor[:n] if lapor is not None and lapor.nilai is not None]
    if any(satu.angka(q, skala(satu.ukuran.skala)) is not None for q in range(1, n + 1)):
        return "realisasi_lalu_kosong"
    if not masuk:
        return "belum_dilaporkan"
    return "percobaan" if masuk[-1].percobaan else "skala_tak_dikenal"


# ---- leaks -----------------------------------------------------------------------------------------------------


def leaks(kinerja: Kinerja) -> dict[str, list[str]]:
    """By kind of leak the indicators, or people by NIP, where the cascade leaks at the position of the sample."""
    tahun, triwulan = POSISI
    hari = date(tahun, *AKHIR_TW[triwulan])
    anak: dict[str, list[Any]] = defaultdict(list)
    for pk in kinerja.pk:
        anak[pk.induk].append(pk)
    atas = [pk for pk in kinerja.pk if pk.kode in anak]
    return {
        "daerah_tanpa_pk": sorted(d.ukuran.kode for d in kinerja.daerah if d.ukuran.kode not in anak),
        "tanpa_anak": sorted(pk.kode for pk in kinerja.pk if pk.tingkat == "II" and pk.kode not in anak),
        "kursi_kosong": sorted(
            pk.kode for pk in kinerja.pk if pk.kursi and on_day(kinerja.penduduk, pk.kursi, hari) is None
        ),
        "bobot": sorted(pk.kode for pk in atas if sum(a.bobot or 0 for a in anak[pk.kode]) not in (0, 100)),
        "target_kurang": sorted(pk.kode for pk in atas if _kurang(kinerja, pk.kode, anak[pk.kode], tahun)),
        "skp_yatim": sorted(
            t.orang.nip_pada(hari)
            for key in ("skp_yatim", "skp_pk_tak_dikenal")
            if (t := on_day(kinerja.penduduk, kisah.cerita(key)["kursi"], hari)) is not None
        ),
    }


def _kurang(kinerja: Kinerja, kode: str, anak: Iterable[Any], tahun: int) -> bool:
    """Whether children that all speak an indicator's language cannot give its target together."""
    induk = kinerja.setahun[kode, tahun]
    satu = [kinerja.setahun[a.kode, tahun] for a in anak]
    u = induk.ukuran
    sama = all((s.ukuran.satuan, s.ukuran.arah, s.ukuran.metode) == (u.satuan, u.arah, u.metode) for s in satu)
    target = [s.target for s in satu if isinstance(s.target, Decimal)]
    if not sama or len(target) < len(satu) or not isinstance(induk.target, Decimal) or u.arah == "tetap":
        return False
    if u.metode == "jumlah":
        return sum(target) < induk.target
    return min(target) > induk.target if u.arah == "turun" else max(target) < induk.target


def _seratus(kinerja: Kinerja) -> dict[str, dict[str, Any]]:
    """By seat and first day: how many promises, how many were ever told of, how many verdicts."""
    found: dict[str, dict[str, Any]] = {}
    for j in kinerja.janji:
        assert j.tugas.kursi is not None
        satu = found.setdefault(
            f"{j.tugas.kursi.kode} {j.tugas.mulai.isoformat()}",
            {"nip": j.tugas.orang.nip_pada(j.tugas.mulai), "janji": 0, "dilaporkan": [], "putusan": {}},
        )
        satu["janji"] = max(satu["janji"], j.nomor)
        if j.hari is not None and j.nomor not in satu["dilaporkan"]:
            satu["dilaporkan"].append(j.nomor)
        if j.putusan:
            satu["putusan"][j.putusan] = satu["putusan"].get(j.putusan, 0) + 1
    return found


__all__ = ["LAPOR", "expected", "leaks"]
