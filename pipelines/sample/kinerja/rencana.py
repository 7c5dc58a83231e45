"""The plan of a region's targets: agreements with their years, the region's own indicators, teams, hundred days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from pipelines.sample.bahan import dice
from pipelines.sample.kinerja import kisah
from pipelines.sample.kinerja.daerah import Daerah, berdiri, region_targets, skala
from pipelines.sample.kinerja.jalan import KOSONG, hasil, mutu, per_triwulan
from pipelines.sample.kinerja.kader import Kader
from pipelines.sample.kinerja.pk import Penyusun, Pk
from pipelines.sample.kinerja.selaras import reaching, weighed
from pipelines.sample.kinerja.seratus import Janji, promises
from pipelines.sample.kinerja.tim import Tim, teams
from pipelines.sample.kinerja.ukuran import Angka, Lapor, Setahun, baca
from pipelines.sample.orang.rencana import Penduduk
from pipelines.sample.orang.sotk import Kursi

LAPOR = {2025: 4, 2026: 3}  # quarters that were told, by year of the agreements


@dataclass
class Kinerja:
    """Everything that a region promised and said of it."""

    penduduk: Penduduk
    daerah: tuple[Daerah, ...]
    pk: list[Pk]
    setahun: dict[tuple[str, int], Setahun]  # by indicator of an agreement and year
    tim: list[Tim]
    janji: list[Janji]

    @cached_property
    def kursi(self) -> dict[tuple[str, str], Kursi]:
        """Seats by unit and title."""
        return {(k.unit, k.nama): k for k in self.penduduk.sotk.kursi.values()}

    @cached_property
    def milik_kursi(self) -> dict[str, list[str]]:
        """The codes of the agreement of each seat."""
        found: dict[str, list[str]] = {}
        for pk in self.pk:
            if pk.kursi is not None:
                found.setdefault(pk.kursi, []).append(pk.kode)
        return found

    @cached_property
    def milik_orang(self) -> dict[int, list[str]]:
        """The codes of the agreement of each person without a seat."""
        found: dict[int, list[str]] = {}
        for pk in self.pk:
            if pk.orang is not None:
                found.setdefault(pk.orang.nomor, []).append(pk.kode)
        return found

    @cached_property
    def sasaran(self) -> dict[str, str]:
        """The sasaran of the region that each agreement serves in the end."""
        found = {d.ukuran.kode: d.misi[2] for d in self.daerah}
        for pk in self.pk:  # parents stand before their children
            if pk.induk in found:
                found[pk.kode] = found[pk.induk]
        return found

    def semua(self, tahun: int) -> Iterator[Setahun]:
        """Every indicator of a year, the region's first."""
        yield from (d.tahun[tahun] for d in self.daerah)
        yield from (self.setahun[pk.kode, tahun] for pk in self.pk if (pk.kode, tahun) in self.setahun)


def targets(penduduk: Penduduk, *, hanya: str | None = None) -> Kinerja:
    """The targets of a region, or of one of its units with the regional indicators that it answers for."""
    kader = Kader(penduduk)
    penyusun = Penyusun(penduduk.sotk, kader)
    for unit in penduduk.pemda.pada(max(LAPOR)):
        penyusun.unit(unit)
    pk = weighed(reaching(penyusun.semua))
    daerah = region_targets()
    if hanya is not None:
        induk = {one.induk for one in pk}
        daerah = tuple(d for d in daerah if hanya in d.pengampu or d.ukuran.kode in induk)
    tim = [tim for tim in teams(penduduk, kader) if hanya in (None, tim.opd)]
    return Kinerja(penduduk, daerah, pk, _years(penduduk, pk), tim, promises(penduduk))


def _years(penduduk: Penduduk, semua: Sequence[Pk]) -> dict[tuple[str, int], Setahun]:
    found: dict[tuple[str, int], Setahun] = {}
    for tahun in LAPOR:
        for pk in semua:
            found[pk.kode, tahun] = _year(penduduk, pk, tahun, found.get((pk.kode, tahun - 1)))
        _change(found, tahun)
        jumlah = kisah.kode("jumlah_anak")
        anak = [found[pk.kode, tahun] for pk in semua if pk.induk == jumlah]
        if anak:
            found[jumlah, tahun] = _sum(found[jumlah, tahun], anak)
    return found


def _change(found: dict[tuple[str, int], Setahun], tahun: int) -> None:
    """The agreement that was changed in the middle of a year gets its second version."""
    diubah = kisah.cerita("pk_diubah")
    awal = found.get((diubah["kode"], tahun))
    if awal is not None and tahun == diubah["tahun"]:
        target = baca(diubah["target"])
        baru = replace(awal, target=target, tw=per_triwulan(awal.ukuran, target, awal.lalu))
        found[diubah["kode"], tahun] = replace(awal, ubah=(diubah["mulai"], baru))


def _year(penduduk: Penduduk, pk: Pk, tahun: int, lalu: Setahun | None) -> Setahun:
    rng = dice(penduduk.seed, penduduk.pemda.nama, "pk", pk.kode, tahun)
    target = pk.pada(tahun)
    tw = per_triwulan(pk.ukuran, target, pk.pada(tahun - 1))
    baik = mutu(rng, kisah.mutu(pk.kode))
    capai = hasil(pk.ukuran, tw[: LAPOR[tahun]], baik, rng)
    if pk.ukuran.metode == "predikat" and baik < Decimal("0.95"):
        capai = [_turun(pk, kata) for kata in capai]
    lapor = [*(_lapor(pk, tahun, nilai, rng.random()) for nilai in capai), None, None, None][:4]
    jumlah = pk.ukuran.metode == "jumlah"
    akhir = sum((_angka(pk.pada(y)) for y in range(2025, 2031)), Decimal()) if jumlah else pk.pada(2030)
    tercapai = berdiri(lalu) if lalu else None
    sejak = Decimal() if jumlah else None
    lalu_akhir = tercapai if isinstance(tercapai, Decimal) else sejak if tahun == min(LAPOR) else None
    return Setahun(pk.ukuran, tahun, target, tw, akhir, tuple(lapor), tercapai, lalu_akhir)


def _angka(angka: Angka | None) -> Decimal:
    return angka if isinstance(angka, Decimal) else Decimal()


def _turun(pk: Pk, kata: Angka) -> str:
    """The predicate below."""
    urut = sorted(skala(pk.ukuran.skala).items(), key=lambda pair: -pair[1])
    nama = [nama for nama, _ in urut]
    return nama[min(nama.index(str(kata)) + 1, len(nama) - 1)]


def _lapor(pk: Pk, tahun: int, nilai: Angka, acak: float) -> Lapor:
    """What came in for one quarter: blank, a trial or off its scale where a story wants it, or blank by chance."""
    if kisah.pada("predikat_di_luar_skala", pk.kode, tahun):
        return Lapor(str(kisah.cerita("predikat_di_luar_skala")["tertulis"]))
    diam = kisah.cerita("belum_dilaporkan")
    if pk.unit == diam["opd"] and tahun == diam["tahun"]:
        return Lapor(None)
    tetap = pk.ukuran.metode == "rata_rata" and LAPOR[tahun] == 4  # a mean of any three must end
    if acak < KOSONG and not tetap and pk.induk != kisah.kode("jumlah_anak") and kisah.mutu(pk.kode) is None:
        return Lapor(None)
    return Lapor(nilai, percobaan=kisah.pada("percobaan", pk.kode, tahun))


def _sum(atas: Setahun, anak: Sequence[Setahun]) -> Setahun:
    """A parent that is exactly what its children are together."""

    def jumlah(ke: int) -> Lapor | None:
        lapor = [satu.lapor[ke] for satu in anak]
        return Lapor(sum((_angka(x.nilai) for x in lapor if x is not None), Decimal())) if all(lapor) else None

    return replace(
        atas,
        target=sum((_angka(satu.target) for satu in anak), Decimal()),
        tw=tuple(sum((_angka(satu.tw[n]) for satu in anak), Decimal()) for n in range(4)),
        akhir=sum((_angka(satu.akhir) for satu in anak), Decimal()),
        lapor=tuple(jumlah(n) for n in range(4)),
        lalu=sum((_angka(satu.lalu) for satu in anak), Decimal()) if all(s.lalu is not None for s in anak) else None,
        lalu_akhir=sum((satu.lalu_akhir or Decimal() for satu in anak), Decimal()),
    )
