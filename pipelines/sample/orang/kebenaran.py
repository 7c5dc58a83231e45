"""What the files about people must lead to, reckoned from the plan alone: heads, acting days, chains, predicates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from pipelines.sample.orang import kisah
from pipelines.sample.orang.berkas import SIASN
from pipelines.sample.orang.lembar import official
from pipelines.sample.orang.manusia import lebih
from pipelines.sample.orang.nilai import Nilai, Skp, owing
from pipelines.sample.orang.panggung import Tugas
from pipelines.sample.orang.periode import PERIODE, Periode
from pipelines.sample.orang.rencana import KINI, Penduduk

Hasil = dict[str, dict[str, dict[str, list[int | None] | None]]]
HARI_INI = date(2026, 11, 30)  # the end of the month in which the last file came
SEJAK = (2025, 1)  # heads by month are told from here on
RUSAK_TAMPIL = ("angka", "17 digit", "bulan 13", "bertentangan")  # their evaluations count for nobody


def people(nilai: Nilai | None, hasil: Hasil, tahun: int, bulan: int) -> dict[str, Any]:
    """Everything the manifest says of people."""
    if nilai is None:
        return {"ditulis": 0}
    penduduk = nilai.penduduk
    return {
        "ditulis": len(penduduk.bekerja(KINI)),
        "bernip": len([o for o, _ in penduduk.bekerja(HARI_INI) if o.nip]),
        "riwayat": len(_tertulis(penduduk)),
        "kisah": kisah.semua(),
        "kepala": heads(penduduk),
        "kepala_bulan": {opd: months(penduduk, opd, tahun, bulan) for opd in _opd(penduduk, tahun)},
        "masa": {opd: terms(penduduk, opd, hasil, tahun, bulan) for opd in _cerita(penduduk)},
        "plt": acting(penduduk, KINI),
        "rantai": chain(penduduk, str(kisah.orang("lima_eselon_dua")["tanggal"])),
        "skp": {p.nama: counts(nilai, p) for p in PERIODE},
        "wajib": {p.nama: _per_opd(penduduk, p, owing(nilai, p)) for p in PERIODE if p.tahun > 2023},
        "organisasi": {p.nama: _organisasi(nilai, p) for p in PERIODE if p.tahun > 2021},
        "rusak": dict(Counter(s.rusak for semua in nilai.skp.values() for s in semua if s.rusak)),
    }


def _tertulis(penduduk: Penduduk) -> list[Tugas]:
    """Assignments that some file shows: of officials, and of everybody at work when the first export was made."""
    return [t for t in penduduk.tugas if official(t) or (t.orang.nip and t.orang.bup > SIASN[0])]


def _opd(penduduk: Penduduk, tahun: int) -> list[str]:
    return sorted(u.kode for u in penduduk.pemda.pada(tahun) if u.induk is None)


def _cerita(penduduk: Penduduk) -> list[str]:
    return sorted({about["opd"] for about in kisah.semua().values()} & set(_opd(penduduk, KINI.year)))


# ---- heads -----------------------------------------------------------------------------------------------------


def on_day(penduduk: Penduduk, kursi: str, hari: date) -> Tugas | None:
    """Who holds a seat on a day: a definitive holder before an acting one, the later before the earlier."""
    ada = [t for t in penduduk.per_kursi.get(kursi, ()) if t.pada(hari)]
    return max(ada, key=lambda t: (t.jenis == "definitif", t.mulai), default=None)


def heads(penduduk: Penduduk) -> dict[str, dict[str, dict[str, Any]]]:
    """By month and OPD the head on the last day: how the post is held, by which NIP, and since when."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    awal = date(*SEJAK, 1)
    while awal <= KINI:
        akhir = lebih(awal, bulan=1) - timedelta(days=1)
        found[f"{awal:%Y-%m}"] = {opd: _head(penduduk, opd, akhir) for opd in _opd(penduduk, awal.year)}
        awal = lebih(awal, bulan=1)
    return found


def _head(penduduk: Penduduk, opd: str, hari: date) -> dict[str, Any]:
    tugas = on_day(penduduk, f"{opd}-KEPALA", hari)
    if tugas is None:
        return {"keadaan": "kosong", "nip": None, "sejak": None}
    return {
        "keadaan": tugas.jenis.lower(),
        "nip": tugas.orang.nip_pada(hari),
        "sejak": _term(penduduk, tugas).isoformat(),
    }


def _term(penduduk: Penduduk, tugas: Tugas) -> date:
    """The first day of a term: a confirmation in the same post does not begin a new one."""
    assert tugas.kursi is not None
    mulai = tugas.mulai
    for lain in reversed(penduduk.per_kursi[tugas.kursi.kode]):
        if lain.orang is tugas.orang and lain.jenis == tugas.jenis and lain.akhir == mulai:
            mulai = lain.mulai
    return mulai


def months(penduduk: Penduduk, opd: str, tahun: int, sampai: int) -> list[dict[str, Any]]:
    """To whom each month belongs: most days, then the definitive holder, then the later one."""
    found = []
    for bulan in range(1, sampai + 1):
        awal = date(tahun, bulan, 1)
        hari = [awal + timedelta(days=n) for n in range((lebih(awal, bulan=1) - awal).days)]
        siapa = [on_day(penduduk, f"{opd}-KEPALA", h) for h in hari]
        jumlah = Counter(t.orang.nomor if t else 0 for t in siapa)
        definitif = {t.orang.nomor for t in siapa if t and t.jenis == "definitif"}
        terakhir = {(t.orang.nomor if t else 0): n for n, t in enumerate(siapa)}
        menang = max(jumlah, key=lambda k: (jumlah[k], k in definitif, terakhir[k]))
        milik = next((t for t in siapa if t and t.orang.nomor == menang), None)
        nip = milik.orang.nip_pada(hari[-1]) if milik else None
        found.append({"bulan": bulan, "nip": nip, "hari": jumlah[menang]})
    return found


def terms(penduduk: Penduduk, opd: str, hasil: Hasil, tahun: int, sampai: int) -> list[dict[str, Any]]:
    """The runs of months of one head in a year, with what was inherited and what changed, in points of deviation."""
    uang = hasil[str(tahun)][opd]
    if uang["rak"] is None or uang["realisasi"] is None or uang["pagu"] is None:
        return []
    posisi: list[float | None] = []
    rak = real = 0
    for n in range(sampai):
        bulan_ini = uang["realisasi"][n]
        rak += uang["rak"][n] or 0
        if bulan_ini is None:
            posisi.append(posisi[-1] if posisi else None)
        else:
            real += bulan_ini
            posisi.append(100 * (real - rak) / (uang["pagu"][n] or 1))
    runs: list[dict[str, Any]] = []
    for milik, kini in zip(months(penduduk, opd, tahun, sampai), posisi, strict=True):
        if not runs or runs[-1]["nip"] != milik["nip"]:
            lalu = runs[-1]["posisi"] if runs else 0.0
            runs.append({"nip": milik["nip"], "dari": milik["bulan"], "warisan": round(lalu or 0.0, 6)})
        runs[-1] |= {"sampai": milik["bulan"], "posisi": kini}
    for run in runs:
        run["sendiri"] = None if run["posisi"] is None else round(run["posisi"] - run["warisan"], 6)
        del run["posisi"]
    return runs


def acting(penduduk: Penduduk, hari: date) -> dict[str, dict[str, Any]]:
    """By OPD whose head acts on a day: the days of this term, and of all of that person's since the seat was empty."""
    found = {}
    for opd in _opd(penduduk, hari.year):
        tugas = on_day(penduduk, f"{opd}-KEPALA", hari)
        if tugas is not None and tugas.jenis == "Plt":
            semua = penduduk.per_kursi[f"{opd}-KEPALA"]
            kosong = max(t.akhir for t in semua if t.jenis == "definitif" and t.akhir and t.akhir <= hari)
            masa = [t for t in semua if t.orang is tugas.orang and t.jenis == "Plt" and t.mulai >= kosong]
            found[opd] = {
                "nip": tugas.orang.nip_pada(hari), "mulai": tugas.mulai.isoformat(), "hari": (hari - tugas.mulai).days,
                "kumulatif": sum((min(t.akhir or hari, hari) - t.mulai).days for t in masa), "masa_ke": len(masa),
            }  # fmt: skip
    return found


def chain(penduduk: Penduduk, tanggal: str) -> list[dict[str, Any]]:
    """The moves of one day: who went from which seat to which, how, and who sits in the seat that was left."""
    found = []
    for tugas in penduduk.tugas:
        if tugas.kursi is None or tugas.jenis != "definitif" or tugas.mulai.isoformat() != tanggal:
            continue
        lalu = [t for t in penduduk.per_orang[tugas.orang.nomor] if t.jenis == "definitif" and t.akhir == tugas.mulai]
        dari = lalu[-1].kursi.kode if lalu and lalu[-1].kursi else None
        isi = next(
            (t for t in penduduk.per_kursi.get(dari or "", ()) if t.jenis == "definitif" and t.mulai >= tugas.mulai),
            None,
        )
        found.append({
            "nip": tugas.orang.nip_pada(tugas.mulai), "dari": dari, "ke": tugas.kursi.kode, "cara": tugas.cara,
            "diisi": isi.mulai.isoformat() if isi else None, "jeda": (isi.mulai - tugas.mulai).days if isi else None,
        })  # fmt: skip
    return sorted(found, key=lambda m: str(m["ke"]))


# ---- SKP -------------------------------------------------------------------------------------------------------


def _per_opd(penduduk: Penduduk, periode: Periode, orang: Iterable[tuple[Any, Tugas]]) -> dict[str, int]:
    jumlah = Counter(penduduk.opd(t.sub.unit, periode.akhir) for _, t in orang)
    return dict(sorted(jumlah.items()))


def counts(nilai: Nilai, periode: Periode) -> dict[str, dict[str, int]]:
    """By OPD: how many set an SKP, had it approved, were assessed, and with which predicate."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for s in nilai.skp[periode]:
        if s.utama and (s.dinilai or periode.tahun > 2021):
            found[s.kunci_opd].update(_tahap(s))
    return {opd: dict(sorted(jumlah.items())) for opd, jumlah in sorted(found.items())}


def _tahap(s: Skp) -> list[str]:
    tahap = ["disusun"]
    if s.dinilai or s.disetujui:
        tahap.append("disetujui")
    if s.dinilai and s.rusak not in RUSAK_TAMPIL:  # its plan is whole, its evaluation is set apart
        tahap.append("dinilai")
        if s.predikat:
            tahap.append(s.predikat)
    return tahap


def _organisasi(nilai: Nilai, periode: Periode) -> dict[str, str]:
    return {opd: kata for (p, opd), kata in sorted(nilai.organisasi.items(), key=lambda i: i[0][1]) if p == periode}
