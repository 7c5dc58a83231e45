"""Perjanjian kinerja by OPD: how far they are, whether the money went with them, and where the cascade leaks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure, Point, Quadrant
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Quarter
from dashboard.topics.papan import Unit, papan
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_PK = "select * from app.capaian_opd where tahun = ? and triwulan = ? and tingkat = 'II'"
_ALL = "select * from app.capaian_opd where tahun = ? and triwulan = ? and tingkat = 'semua'"
_LEAKS = (
    "select b.*, coalesce(o.singkatan, o.nama, b.kode_opd) as opd, k.nama_jabatan, p.nama_gelar as nama, p.sebutan "
    "from app.bocor as b left join app.opd as o on b.kode_opd = o.kode_opd "
    "left join app.kursi as k on b.kode_jabatan = k.kode_jabatan left join app.orang as p on b.orang_id = p.orang_id "
    "where b.tahun = ? and b.triwulan = ? order by b.jenis, opd, b.kode_indikator, b.orang_id"
)
# The gravest first: what nobody carries stands above what is only written badly.
LEAKS = (
    "daerah_tanpa_pk", "tanpa_anak", "kursi_kosong", "target_kurang", "bobot", "induk_hilang", "tanpa_induk", "lingkar",
    "jabatan_tak_dikenal", "skp_yatim",
)  # fmt: skip
_GREEN = (
    "select profil, batas_bawah, dasar_hukum, dasar_hukum_en, aturan_id from app.aturan where warna = 'hijau' "
    "and ukuran = ? and bulan is null and berlaku_mulai <= ? and (berlaku_sampai is null or berlaku_sampai > ?) "
    "order by case when profil = ? then 0 when bawaan then 1 else 2 end, profil limit 1"
)
_DONE = Decimal(100)  # an attainment of 100 reaches its target: arithmetic, not a threshold
_UNITS: dict[str, Any] = {
    "opd": "teks", "capaian": "persen", "apa_adanya": "persen", "n": "bulat", "dari": "bulat", "warna": "status",
    "serapan": "persen", "deviasi": "poin", "kepala": "teks", "hari": "hari",
}  # fmt: skip
_QUAD_UNITS: dict[str, Any] = {
    "opd": "teks", "serapan_rak": "persen", "capaian": "persen", "n": "bulat", "dari": "bulat", "letak": "teks",
    "warna": "status",
}  # fmt: skip
_LEAK_UNITS: dict[str, Any] = {
    "jenis": "teks", "opd": "teks", "indikator": "teks", "jabatan": "teks", "pejabat": "teks", "rincian": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View) -> list[Figure]:
    """The figures of agreements in the view's quarter; one that says what to import where there are none."""
    when = indikator.quarter(view)
    units = {unit.kode: unit for unit in papan(ask, view)}
    heads = {row["kode_opd"]: row for row in ask.run(_PK, when.tahun, when.nomor)}
    every = {row["kode_opd"]: row for row in ask.run(_ALL, when.tahun, when.nomor)}
    if not any(kode in units for kode in every):
        return [
            missing(
                "kinerja.pk", title=text("pk.kosong_judul", view.lang, triwulan=when.said(view.lang)),
                empty=text("pk.kosong", view.lang), provenance=siapa.provenance(ask, view, "target"),
                question=text("pk.tanya_pk", view.lang),
            )
        ]  # fmt: skip
    return [
        bullets(ask, view, units, heads, every, when),
        quadrant(ask, view, units, heads, when),
        leaks(ask, view, units, when),
    ]


def bullets(
    ask: Ask, view: View, units: dict[str, Unit], heads: dict[str, Row], every: dict[str, Row], when: Quarter
) -> Figure:
    """The mean attainment of each OPD's eselon II indicators against 100, with how many have a number."""
    lang = view.lang
    lines: list[Row] = []
    dots = []
    for kode, unit in units.items():
        row = heads.get(kode)
        value = indikator.share(row["rata"]) if row else None
        n, total = (row["n_bernilai"], row["n_indikator"]) if row else (0, 0)
        why = None if row else text("pk.tanpa_pk_ii" if kode in every else "pk.tanpa_pk", lang)
        lines.append(
            {
                "kode": kode, "opd": unit.nama, "capaian": value, "n": n, "dari": total,
                "apa_adanya": indikator.share(row["rata_apa_adanya"]) if row else None,
                "warna": unit.warna, "serapan": unit.serapan, "deviasi": unit.deviasi,
                "kepala": kepala.said(unit.kepala, lang) if unit.kepala else None,
                "hari": unit.kepala.hari if unit.kepala else None, "link": unit.link,
            }
        )  # fmt: skip
        note = why or text("pk.n_dari", lang, n=n, dari=total)
        dots.append(Dot(key=kode, label=unit.label, value=value, target=_DONE if value is not None else None,
                        note=note, link=unit.link))  # fmt: skip
    lines.sort(key=lambda line: (line["capaian"] is None, line["capaian"] or 0, line["opd"]))
    low = [line for line in lines if line["capaian"] is not None]
    return compose(
        "kinerja.pk",
        title=text(
            "pk.judul_pk", lang, nama=low[0]["opd"], capaian=write(low[0]["capaian"], "persen", lang),
            triwulan=when.said(lang), n=len(low), total=len(lines),
        ) if low else text("pk.judul_pk_kosong", lang, triwulan=when.said(lang)),
        chart=ranking(
            dots, unit="persen", value_label=text("pk.capaian", lang), target_label=text("pk.target", lang), shown=20
        ),
        table=table(
            lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _UNITS.items()], link=lambda row: row["link"]
        ),
        provenance=siapa.provenance(ask, view, "target", money=True),
        lang=lang,
        question=text("pk.tanya_pk", lang),
        notes=(text("pk.catatan_pk", lang, triwulan=when.said(lang)),),
        tags=("pk.capaian",),
    )  # fmt: skip


def quadrant(ask: Ask, view: View, units: dict[str, Unit], heads: dict[str, Row], when: Quarter) -> Figure:
    """Spending against its plan beside what was reached: who spent without reaching, who reached with little."""
    lang = view.lang
    spent = {row["opd"]: indikator.share(row["serapan_rak"]) for row in _ratio(ask, view)}
    points, apart = [], []
    lines: list[Row] = []
    for kode, unit in units.items():
        row, x = heads.get(kode), spent.get(kode)
        y = indikator.share(row["rata"]) if row else None
        if x is None or y is None:
            apart.append(
                (
                    unit.label,
                    text(f"pk.tak_diplot_{'serapan' if x is None else 'pk' if row is None else 'nilai'}", lang),
                )
            )
            continue
        where = _place(x, y)
        points.append(Point(kode, unit.label, x, y, unit.warna, unit.link))
        lines.append(
            {
                "opd": unit.nama, "serapan_rak": x, "capaian": y, "n": row and row["n_bernilai"],
                "dari": row and row["n_indikator"], "letak": text(f"pk.letak_{where}", lang), "urut": where,
                "warna": unit.warna, "link": unit.link, "kode": kode,
            }
        )  # fmt: skip
    order = ("uang_saja", "hasil_saja", "belum", "keduanya")
    lines.sort(key=lambda line: (order.index(line["urut"]), -abs(line["serapan_rak"] - line["capaian"])))
    only = [line for line in lines if line["urut"] == "uang_saja"]
    other = [line for line in lines if line["urut"] == "hasil_saja"]
    if not points:
        return missing(
            "kinerja.kuadran", title=text("pk.kuadran_kosong_judul", lang), empty=text("pk.kuadran_kosong", lang),
            provenance=siapa.provenance(ask, view, "target", money=True), question=text("pk.tanya_kuadran", lang),
        )  # fmt: skip
    marked = tuple(str(line["kode"]) for line in (*only[:5], *other[:4]))
    return compose(
        "kinerja.kuadran",
        title=text("pk.judul_kuadran", lang, uang=len(only), hasil=len(other), n=len(points), total=len(units)),
        chart=Quadrant(
            tuple(points), text("pk.sumbu_serapan", lang), text("pk.sumbu_capaian", lang), "persen", "persen",
            _DONE, _DONE, excluded=tuple(apart), named=marked,
        ),
        table=table(
            lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _QUAD_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "target", money=True),
        lang=lang,
        question=text("pk.tanya_kuadran", lang),
        notes=(
            text("pk.catatan_kuadran", lang),
            text("pk.tak_diplot", lang, n=len(apart), daftar="; ".join(f"{name} ({why})" for name, why in apart))
            if apart else "",
        ),
        tags=("pk.kuadran",),
    )  # fmt: skip


def _ratio(ask: Ask, view: View) -> list[Row]:
    return ask.measure(("serapan_rak",), until=view.until, by=("opd",))


def _place(spent: Decimal, reached: Decimal) -> str:
    """Which of the four: both, money only, results only, neither; on the line counts as reached."""
    if spent >= _DONE:
        return "keduanya" if reached >= _DONE else "uang_saja"
    return "hasil_saja" if reached >= _DONE else "belum"


def leaks(ask: Ask, view: View, units: dict[str, Unit], when: Quarter) -> Figure:
    """Every place where the cascade leaks, the gravest kind first; people only counted where nobody is named."""
    lang = view.lang
    rows = [r for r in ask.run(_LEAKS, when.tahun, when.nomor) if r["kode_opd"] is None or r["kode_opd"] in units]
    question = text("pk.tanya_bocor", lang)
    provenance = siapa.provenance(ask, view, "target", "skp", "riwayat")
    if not rows:
        return missing(
            "kinerja.bocor", title=text("pk.bocor_kosong_judul", lang), empty=text("pk.bocor_kosong", lang),
            provenance=provenance, question=question,
        )  # fmt: skip
    order = {name: at for at, name in enumerate(LEAKS)}
    rows.sort(key=lambda row: (order[row["jenis"]], str(row["opd"] or ""), str(row["kode_indikator"] or "")))
    lines = [_leak(row, view) for row in rows if row["jenis"] != "skp_yatim" or ask.scope.names]
    if not ask.scope.names:
        lines += _orphans(rows, view)
    count = {name: sum(row["jenis"] == name for row in rows) for name in LEAKS}
    dots = [
        Dot(key=name, label=text(f"pk.bocor_{name}", lang), value=n) for name, n in count.items() if n
    ]  # fmt: skip
    worst = next(name for name in LEAKS if count[name])
    return compose(
        "kinerja.bocor",
        title=text("pk.judul_bocor", lang, n=len(rows), jenis=text(f"pk.bocor_{worst}", lang).lower(), k=count[worst]),
        chart=ranking(dots, unit="bulat", value_label=text("pk.n_bocor", lang), order=False),
        table=table(
            lines, [Column(n, text(f"pk.kolom_{n}", lang), u) for n, u in _LEAK_UNITS.items()],
            link=lambda row: row["link"], shown=20,
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("pk.catatan_bocor", lang), "" if ask.scope.names else text("pk.catatan_yatim", lang)),
        tags=("pk.bocor",),
    )  # fmt: skip


def _leak(row: Row, view: View) -> Row:
    lang = view.lang
    expected, got = (None if row[n] is None else write(row[n], "angka", lang) for n in ("diharap", "didapat"))
    said = text(f"pk.rincian_{row['jenis']}", lang, diharap=expected, didapat=got, lain=row["lain"] or "–")
    link = tautan.indikator(row["kode_indikator"]) if row["kode_indikator"] else None
    return {
        "jenis": text(f"pk.bocor_{row['jenis']}", lang), "opd": row["opd"],
        "indikator": f"{row['kode_indikator']} {row['indikator']}" if row["kode_indikator"] else None,
        "jabatan": row["nama_jabatan"] or row["kode_jabatan"],
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang) if row["orang_id"] else None, "rincian": said,
        "link": link or (tautan.pejabat(row["orang_id"]) if row["orang_id"] else None),
    }  # fmt: skip


def _orphans(rows: Sequence[Row], view: View) -> list[Row]:
    """People whose SKP serve no indicator, as a number for each OPD."""
    count: dict[tuple[str, str], int] = {}
    for row in rows:
        if row["jenis"] == "skp_yatim":
            key = (str(row["kode_opd"]), str(row["opd"]))
            count[key] = count.get(key, 0) + 1
    return [
        {
            "jenis": text("pk.bocor_skp_yatim", view.lang), "opd": opd,
            "rincian": text("pk.n_orang", view.lang, n=write(n, "bulat", view.lang)), "link": tautan.opd(kode),
        }
        for (kode, opd), n in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    ]  # fmt: skip
