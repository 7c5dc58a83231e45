"""Figures made by hand, one of each kind, with the names and numbers that break careless exports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from dashboard.export.brand import Brand
from dashboard.figures.figure import (
    Bars,
    Card,
    Cards,
    Column,
    Dot,
    Figure,
    Grid,
    Item,
    Point,
    Priorities,
    Prose,
    Provenance,
    Quadrant,
    Ranking,
    Series,
    Table,
    Trend,
)

BRAND = Brand(
    nama="Kabupaten Uji Contoh",
    unit="Sekretariat Daerah",
    kota="Uji",
    keterangan="Data fiktif",
    utama="#0B5D4B",
    aksen="#C8963E",
    fonta="Arial",
    logo=Path(__file__).parents[2] / "data" / "merek" / "logo.png",
)
SAID = Provenance(
    source="SIPD: LRA, RAK · 48 berkas",
    as_of="s.d. Oktober 2026 (data direkam 5 Nov 2026)",
    scope="Seluruh OPD",
    rule="rasio-target (Instruksi Bupati 3/2026)",
    build="a1b2c3d4",
    coverage="46 dari 48 OPD melapor",
)
WARNED = Provenance(
    source="SIPD: LRA",
    as_of="s.d. Oktober 2026",
    scope="Seluruh OPD",
    rule=None,
    build="a1b2c3d4",
    warnings=("Total kontrol tidak cocok pada 1 berkas, selisih terbesar Rp1",),
)
NAMES = (
    "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Kesehatan", "RSUD dr. Contoh", "Badan Kepegawaian dan PSDM",
    "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana", "Inspektorat",
    "Sekretariat DPRD", "Dinas Komunikasi dan Informatika", "Dinas Sosial", "BPBD", "Satpol PP dan Damkar",
    "Dinas Perhubungan",
)  # fmt: skip
COLOURS = ("merah", "merah", "oranye", "kuning", "hijau", "biru")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


def cards() -> Figure:
    """Five cards, one unknown."""
    five = (
        Card("Serapan keuangan", Decimal("61.92"), "persen", note="target 74,10 % s.d. Oktober",
             delta=Decimal("-12.18"), delta_label="terhadap RAK", status="merah"),
        Card("Realisasi", Decimal("1241908172655.00"), "rupiah", note="sisa Rp764,01 M dari pagu Rp2,01 T"),
        Card("Realisasi fisik", None, "persen", note="belum ada laporan fisik"),
        Card("OPD merah", 9, "bulat", status="merah", note="dari 46 OPD yang dinilai"),
        Card("OPD melapor", "46 dari 48", "teks", note="posisi data terakhir Oktober 2026"),
    )  # fmt: skip
    columns = (Column("nama", "Ukuran"), Column("nilai", "Nilai"))
    table = Table(columns, tuple((card.label, str(card.value)) for card in five))
    return Figure("ringkasan.kartu", "Serapan tertinggal 12,18 poin dari RAK", Cards(five), table, SAID, "Lima angka.")


def ranking(count: int = 48, figure_id: str = "peringkat.serapan") -> Figure:
    """Agencies from worst to best; the last two have not reported."""
    dots = []
    for i in range(count):
        silent = i >= count - 2
        dots.append(
            Dot(
                key=f"{i:02d}",
                label=NAMES[i % len(NAMES)] + (f" {i // len(NAMES) + 1}" if i >= len(NAMES) else ""),
                value=None if silent else Decimal("18.07") + i * Decimal("1.61"),
                target=None if i % 7 == 3 else Decimal("74.10"),
                before=None if silent else Decimal("22.5") + i,
                status="abu" if silent else COLOURS[min(5, i * 6 // count)],
                note=None if silent else f"sisa Rp{i + 1},2 M",
            )
        )
    columns = (
        Column("opd", "OPD"), Column("serapan", "Serapan", "persen"), Column("rak", "RAK", "persen"),
        Column("status", "Rapor", "status"),
    )  # fmt: skip
    rows = tuple((dot.label, dot.value, dot.target, dot.status) for dot in dots)
    chart = Ranking(tuple(dots), "persen", "Serapan", "RAK", "Tahun lalu")
    return Figure(
        figure_id, "Sembilan OPD merah, terendah Dinas Pekerjaan Umum dan Penataan Ruang 18,07 %", chart,
        Table(columns, rows), SAID, "Peringkat serapan 48 OPD.", question="Siapa yang tertinggal dari rencana kasnya?",
    )  # fmt: skip


def trend() -> Figure:
    """Bars of the month, lines of the year, with two months to come."""
    plan = tuple(Decimal(15_000_000_000) * (i + 1) for i in range(12))
    month = (*(Decimal(9_500_000_000 + 600_000_000 * i) for i in range(10)), None, None)
    total, run = [], Decimal(0)
    for one in month:
        run += one or 0
        total.append(run if one is not None else None)
    series = (
        Series("Realisasi bulan", month, "actual", "bar"),
        Series("Realisasi kumulatif", tuple(total), "actual"),
        Series("RAK kumulatif", plan, "target"),
        Series("Tahun lalu", tuple(one * Decimal("0.93") for one in plan), "before"),
    )
    columns = (
        Column("bulan", "Bulan"), *(Column(f"s{i}", one.label, "rupiah") for i, one in enumerate(series))
    )  # fmt: skip
    rows = tuple((MONTHS[i], *(one.values[i] for one in series)) for i in range(12))
    return Figure(
        "ringkasan.posisi", "Realisasi kumulatif tertinggal Rp27,50 M dari RAK", Trend(MONTHS, series, "rupiah"),
        Table(columns, rows), WARNED, "Garis realisasi dan RAK.", question="Di mana posisi kita terhadap rencana?",
    )  # fmt: skip


def grid(rows: int = 30) -> Figure:
    """Deviation of agencies by month, with holes."""
    names = tuple(f"{NAMES[i % len(NAMES)]} {i}" for i in range(rows))
    values = tuple(
        tuple(None if c > 9 or (r + c) % 11 == 0 else Decimal((r * 7 + c * 13) % 61 - 40) / 2 for c in range(12))
        for r in range(rows)
    )
    columns = (Column("opd", "OPD"), *(Column(m, m, "poin") for m in MONTHS))
    return Figure(
        "serapan.deviasi", "Deviasi terdalam di pertengahan tahun", Grid(names, MONTHS, values, "poin"),
        Table(columns, tuple((n, *v) for n, v in zip(names, values, strict=True))), SAID, "Peta panas deviasi.",
    )  # fmt: skip


def bars() -> Figure:
    """Two series over kinds of spending."""
    kinds = ("Belanja Operasi", "Belanja Modal", "Belanja Tidak Terduga", "Belanja Transfer")
    series = (
        Series("Pagu", tuple(Decimal(x) * 10**9 for x in (1410, 320, 12, 268)), "other", "bar"),
        Series("Realisasi", (Decimal(930) * 10**9, Decimal(102) * 10**9, None, Decimal(209) * 10**9), "actual", "bar"),
    )
    columns = (Column("jenis", "Jenis"), Column("pagu", "Pagu", "rupiah"), Column("real", "Realisasi", "rupiah"))
    rows = tuple((kinds[i], series[0].values[i], series[1].values[i]) for i in range(4))
    return Figure("serapan.jenis", "Belanja modal baru 31,88 %", Bars(kinds, series, "rupiah"), Table(columns, rows),
                  SAID, "Pagu dan realisasi menurut jenis.")  # fmt: skip


def colours() -> Figure:
    """How many agencies of each colour, now and last month."""
    names = ("Merah", "Kuning", "Hijau", "Belum dinilai")
    series = (Series("Oktober", (9, 14, 23, 2), "actual", "bar"), Series("September", (11, 13, 22, 2), "before", "bar"))
    columns = (Column("warna", "Warna"), Column("kini", "Oktober", "bulat"), Column("lalu", "September", "bulat"))
    rows = tuple((names[i], series[0].values[i], series[1].values[i]) for i in range(4))
    return Figure("ringkasan.warna", "Merah turun dari 11 menjadi 9", Bars(names, series, "bulat"),
                  Table(columns, rows), SAID, "Jumlah OPD per warna.")  # fmt: skip


def quadrant() -> Figure:
    """Physical against financial."""
    points = tuple(
        Point(str(i), NAMES[i % 12], Decimal(20 + (i * 17) % 70), Decimal(15 + (i * 29) % 80), COLOURS[i % 6])
        for i in range(40)
    )
    chart = Quadrant(points, "Serapan keuangan", "Realisasi fisik", "persen", "persen", Decimal(50), Decimal(55),
                     (("Dinas Sosial", "belum lapor fisik"), ("BPBD", "pagu nol")))  # fmt: skip
    columns = (Column("opd", "OPD"), Column("x", "Keuangan", "persen"), Column("y", "Fisik", "persen"))
    table = Table(columns, tuple((p.label, p.x, p.y) for p in points))
    return Figure("serapan.kuadran", "Tujuh OPD fisiknya jauh di depan keuangan", chart, table, SAID, "Sebaran.")


def priorities() -> Figure:
    """Five things to ask."""
    items = tuple(
        Item(f"{NAMES[i]}", f"Serapan {18 + i},07 % dari target RAK 74,10 %; kurang Rp{12 - i},4 M untuk naik "
             "ke kuning. Tiga sub kegiatan belum bergerak sejak Maret.", COLOURS[i])
        for i in range(5)
    )  # fmt: skip
    table = Table((Column("opd", "OPD"), Column("alasan", "Alasan")), tuple((i.title, i.reason) for i in items))
    return Figure("ringkasan.prioritas", "Lima hal yang perlu ditanyakan hari ini", Priorities(items), table, SAID,
                  "Lima prioritas.")  # fmt: skip


def prose() -> Figure:
    """Words enough for two slides."""
    paragraph = (
        "Serapan adalah jumlah realisasi SP2D dibagi pagu yang berlaku pada akhir bulan, dikalikan seratus. " * 4
    )
    return Figure("aturan.serapan", "Bagaimana serapan dihitung", Prose((paragraph.strip(),) * 9),
                  Table((Column("teks", "Uraian"),), ((paragraph,),)), SAID, "Rumus.")  # fmt: skip


def table(rows: int = 40) -> Figure:
    """A report card without a chart; among its texts are those that spreadsheets would run."""
    columns = (
        Column("no", "Peringkat", "bulat"), Column("kode", "Kode OPD", "kode"), Column("opd", "OPD"),
        Column("pagu", "Pagu", "rupiah"), Column("serapan", "Serapan", "persen"), Column("dev", "Deviasi", "poin"),
        Column("status", "Rapor", "status"), Column("posisi", "Posisi data", "bulan"),
        Column("tgl", "Direkam", "tanggal"),
    )  # fmt: skip
    made = []
    for i in range(rows):
        name = INJECTED[i] if i < len(INJECTED) else NAMES[i % len(NAMES)]
        money = None if i == 3 else Decimal("10810941900.00") + i
        made.append((i + 1, f"2.16.{i:02d}", name, money, Decimal("19.96"), Decimal("-24.20"), COLOURS[i % 6],
                     "2026-10", "2026-11-05"))  # fmt: skip
    return Figure("peringkat.rapor", "Rapor empat puluh OPD", None, Table(columns, tuple(made)), SAID, "Tabel rapor.")


def empty() -> Figure:
    """Nothing imported yet."""
    missing = "Belum ada laporan fisik. Unggah templat 02_anggaran lembar Fisik di halaman Data & Mutu."
    table = Table((Column("opd", "OPD"),), ())
    return Figure("serapan.fisik", "Realisasi fisik", None, table, SAID, "Belum ada data.", empty=missing)


INJECTED = (
    "=1+1", '=HYPERLINK("http://contoh.invalid","klik")', "+62-21", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1",
    " =1+1", "'=1+1", '"=1+1', "{=1+1}", "http://contoh.invalid", "00123", "1.250.000", "1e5", "TRUE",
    "nama\x01kendali",
)  # fmt: skip


def every() -> list[Figure]:
    """One of each kind."""
    return [cards(), priorities(), trend(), colours(), ranking(), grid(), bars(), quadrant(), prose(), table(), empty()]
