"""One indicator: where it stands and how that was computed, how it moved, who contributes, and who serves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Card, Cards, Column, Dot, Figure, Lang, Link, Series, Trend
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import indikator, kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.satuan import baku

_QUARTERS = (
    "select triwulan, nilai, triwulan_bawah as target_bawah, triwulan_atas as target_atas, capaian "
    "from app.indikator where kode_indikator = ? and tahun = ? order by triwulan"
)
_YEARS = (
    "select i.tahun, i.triwulan, i.nilai, i.target_bawah, i.target_atas, i.target_tahun, i.capaian_tahun, i.lengkap, "
    "i.satuan, "
    # A comparator of an older release stands in the card with its year; a line shows each year's own only.
    "case when coalesce(right(l.sumber_nasional, 4), i.tahun::varchar) = i.tahun::varchar "
    "then l.pembanding_nasional_angka end as nasional, "
    "case when coalesce(right(l.sumber_provinsi, 4), i.tahun::varchar) = i.tahun::varchar "
    "then l.pembanding_provinsi_angka end as provinsi "
    "from app.indikator as i left join app.lkjip as l on i.kode_indikator = l.kode_indikator and i.tahun = l.tahun "
    "and i.triwulan = l.triwulan where i.kode_indikator = ? and i.tahun <= ? "
    "and i.triwulan = case when i.tahun = ? then ? else 4 end order by i.tahun"
)
_PARTS = (
    "select s.*, coalesce(o.singkatan, o.nama, s.kode_opd) as opd, o.nama as nama_opd, w.warna from app.sumbangan as s "
    "left join app.opd as o on s.kode_opd = o.kode_opd "
    "left join app.indikator_warna as w on s.kode_sumbangan = w.kode_indikator and s.tahun = w.tahun "
    "and s.triwulan = w.triwulan and w.profil = ? where s.kode_indikator = ? and s.tahun = ? and s.triwulan = ? "
    "order by s.ke nulls last, opd, s.kode_sumbangan"
)
_PEOPLE = (
    "select m.orang_id, m.kode_opd, m.kode_indikator_pk, l.jarak, o.nama_gelar as nama, o.sebutan, o.nama_jabatan, "
    "coalesce(u.singkatan, u.nama, m.kode_opd) as opd from app.leluhur as l "
    "inner join app.melayani as m on l.kode_indikator = m.kode_indikator_pk and l.tahun = m.tahun "
    "and l.triwulan = m.triwulan left join app.orang as o on m.orang_id = o.orang_id "
    "left join app.opd as u on m.kode_opd = u.kode_opd where l.leluhur = ? and l.tahun = ? and l.triwulan = ? "
    "and m.pk_dikenal order by opd, l.jarak, o.nama_jabatan, m.orang_id"
)
_TOLD = (
    "select triwulan, pendorong, penghambat, tindak_lanjut, bukti, diverifikasi, tgl_isi, percobaan "
    "from app.indikator_kata where kode_indikator = ? and tahun = ? and triwulan <= ? order by triwulan desc"
)
_PART_UNITS: dict[str, Any] = {
    "opd": "teks", "sumbangan": "teks", "lewat": "teks", "target": "teks", "nilai": "teks", "capaian": "persen",
    "status": "status", "sebab": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View, found: Sequence[Indikator], when: Quarter) -> list[Figure]:
    """The figures of the indicator that a link opens; one that says so where nobody knows it."""
    one = next((each for each in found if each.kode == view.indikator), None)
    if one is None:
        return [
            missing(
                "target.satu", title=text("target.tak_dikenal_judul", view.lang),
                empty=text("target.tak_dikenal", view.lang, kode=view.indikator, triwulan=when.said(view.lang)),
                provenance=siapa.provenance(ask, view, "target"), trail=_trail(None, found, view),
            )
        ]  # fmt: skip
    shown = [card(ask, view, one, found, when), trend(ask, view, one, when)]
    if one.row["lingkup"] == "daerah":
        shown.append(parts(ask, view, one, when))
    else:
        shown.append(below(ask, view, one, found, when))
    return [*shown, *told(ask, view, one, when), *people(ask, view, one, when)]


def _trail(one: Indikator | None, found: Sequence[Indikator], view: View) -> tuple[tuple[str, Link], ...]:
    """The way up: the page, then every indicator above, the nearest last; an agreement's also leads to its OPD."""
    up = [(text("target.semua", view.lang), Link(tautan.TARGET, ()))]
    by_code = {each.kode: each for each in found}
    above: list[tuple[str, Link]] = []
    at = by_code.get(str(one.row["induk"])) if one else None
    while at and (at.nama, at.link) not in above:
        above.insert(0, (at.nama, at.link))
        at = by_code.get(str(at.row["induk"]))
    unit = one.row["kode_opd"] if one and one.row["lingkup"] == "pk" else None
    own = [(str(one.row["nama_opd"] or unit), tautan.opd(unit))] if one and unit else []
    return (*up, *above, *own)


def card(ask: Ask, view: View, one: Indikator, found: Sequence[Indikator], when: Quarter) -> Figure:
    """Where the indicator stands against the quarter, the year and the end of the plan, side by side, each named."""
    lang, row = view.lang, one.row
    end = text("target.akhir_rpjmd" if row["lingkup"] == "daerah" else "target.akhir_renstra", lang)
    shown = (
        Card(text("target.kartu_nilai", lang), indikator.value(one, lang), "teks", note=_last_year(row, lang)),
        Card(
            text("target.kartu_capaian", lang), one.capaian, "persen",
            status=one.warna if one.capaian is not None else None,
            note=indikator.why(one.sebab, lang)
            or text("target.terhadap", lang, target=indikator.goal(one, lang),
                    acuan=text(f"target.acuan_{row['acuan']}", lang)),
        ),
        Card(text("target.kartu_setahun", lang), indikator.share(row["capaian_tahun"]), "persen",
             note=_against(row["target_tahun"], row["sebab_tahun"], row, lang)),
        Card(end, indikator.share(row["capaian_akhir"]), "persen",
             note=_against(row["target_akhir"], row["sebab_akhir"], row, lang)),
        Card(text("target.kartu_pembanding", lang),
             indikator.said(row["pembanding_nasional"] or row["pembanding_provinsi"] or "", lang), "teks",
             note=_compared(row, lang)),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in shown]
    owner = row["nama_jabatan"] or row["opd"] or indikator.carriers(ask, row["opd_pengampu"])
    about = " · ".join(
        str(part) for part in (row["misi"], row["tujuan"], row["sasaran"], owner, row["sumber"] and
        text("target.sumber", lang, nama=row["sumber"])) if part
    )  # fmt: skip
    key = "satu_tanpa" if one.capaian is None else "satu"
    return compose(
        "target.satu",
        title=text(
            f"target.judul_{key}", lang, nama=one.nama, capaian=write(one.capaian, "persen", lang),
            triwulan=when.said(lang), sebab=indikator.why(one.sebab, lang),
        ),
        chart=Cards(shown),
        table=table(lines, [Column(n, text(f"kinerja.kolom_{n}", lang)) for n in ("ukuran", "nilai", "keterangan")]),
        provenance=siapa.provenance(ask, view, "target", rule=indikator.rule([one], lang)),
        lang=lang,
        question=text("target.tanya_satu", lang),
        notes=(
            indikator.computed(one, lang),
            "" if row["lengkap"] or one.capaian is None
            else text("target.belum_lengkap", lang, n=row["n_triwulan"], tw=when.nomor),
            about,
        ),
        trail=_trail(one, found, view),
        tags=("target.satu",),
    )  # fmt: skip


def _last_year(row: dict[str, Any], lang: Lang) -> str | None:
    written = row["realisasi_tahun_lalu"]
    return (
        text("target.tahun_lalu", lang, nilai=indikator.said(written, lang), tahun=row["tahun"] - 1)
        if written
        else None
    )


def _against(target: Any, sebab: Any, row: dict[str, Any], lang: Lang) -> str | None:
    if not target:
        return text("target.sebab_tanpa_target", lang)
    unit = "" if row["metode"] == "predikat" else f" {row['satuan']}"
    said = text("target.terhadap_target", lang, target=f"{indikator.said(target, lang)}{unit}")
    return f"{said}; {text(f'target.sebab_{sebab}', lang)}" if sebab else said


def _compared(row: dict[str, Any], lang: Lang) -> str | None:
    said = [
        text(f"target.pembanding_{name}", lang, nilai=indikator.said(row[f"pembanding_{name}"], lang))
        + (f" ({row[f'sumber_{name}']})" if row[f"sumber_{name}"] else "")
        for name in ("nasional", "provinsi")
        if row[f"pembanding_{name}"]
    ]
    return "; ".join(said) or text("target.tanpa_pembanding", lang)


def trend(ask: Ask, view: View, one: Indikator, when: Quarter) -> Figure:
    """Years of the indicator with their targets where several are known, else the quarters of this one."""
    lang = view.lang
    years = ask.run(_YEARS, one.kode, when.tahun, when.tahun, when.nomor)
    by_year = len(years) > 1
    # An index that is told on another scale since is another number: those years stand in the table only.
    unit = baku(one.row["satuan"])
    other = sorted({str(row["satuan"]) for row in years if baku(row["satuan"]) != unit})
    rows = years if by_year else ask.run(_QUARTERS, one.kode, when.tahun)
    kept = [row for row in rows if by_year or row["triwulan"] <= when.nomor or row["target_bawah"] is not None]
    labels = [
        str(row["tahun"]) if by_year else text(f"target.tw_{row['triwulan']}", lang) for row in kept
    ]  # fmt: skip
    known = [row["nilai"] if by_year or row["triwulan"] <= when.nomor else None for row in kept]
    goals = [_middle(row) for row in kept]
    lines: list[dict[str, Any]] = [
        {
            "kapan": label, "nilai": value, "target": goal,
            "capaian": None if value is None else indikator.share(row["capaian_tahun" if by_year else "capaian"]),
            "nasional": row.get("nasional"), "provinsi": row.get("provinsi"), "satuan": row.get("satuan"),
        }
        for label, row, value, goal in zip(labels, kept, known, goals, strict=True)
    ]  # fmt: skip
    drawn = [line for line in lines if not by_year or baku(line["satuan"]) == unit]
    if one.row["metode"] == "predikat" or all(line[name] is None for line in drawn for name in ("nilai", "target")):
        chart = None
    else:
        chart = Trend(tuple(line["kapan"] for line in drawn), tuple(_lines(drawn, lang)), "angka", zero=False)
    units: dict[str, Any] = {"kapan": "teks", "nilai": "angka", "target": "angka", "capaian": "persen"}
    units |= {name: "angka" for name in ("provinsi", "nasional") if any(line[name] is not None for line in lines)}
    units |= {"satuan": "teks"} if other else {}
    said = sum(value is not None for value in known)
    return compose(
        "target.perjalanan",
        title=text(
            f"target.judul_perjalanan_{'tahun' if by_year else 'triwulan'}", lang, n=said, satuan=one.row["satuan"]
        ),
        chart=chart,
        table=table(lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()]),
        provenance=siapa.provenance(ask, view, "target"),
        lang=lang,
        question=text("target.tanya_perjalanan", lang),
        notes=(
            text("target.catatan_perjalanan", lang) if by_year else "",
            text("wilayah.tren_satuan", lang, n=len(lines) - len(drawn), satuan=", ".join(other)) if other else "",
        ),
        width="half",
        tags=("target.perjalanan",),
    )


def _lines(lines: Sequence[dict[str, Any]], lang: Lang) -> Iterator[Series]:
    """Target and result, and beside them the province and the nation where a figure of any year is known."""
    yield Series(text("target.target", lang), tuple(line["target"] for line in lines), "target")
    yield Series(text("target.realisasi", lang), tuple(line["nilai"] for line in lines), "actual")
    beside: tuple[tuple[str, Literal["before", "other"]], ...] = (("provinsi", "before"), ("nasional", "other"))
    for name, role in beside:
        values = tuple(line[name] for line in lines)
        if any(value is not None for value in values):
            yield Series(text(f"target.kolom_{name}", lang), values, role)


def _middle(row: dict[str, Any]) -> Decimal | None:
    """A target as one number: a range by its nearer edge is none."""
    return row["target_bawah"] if row["target_bawah"] == row["target_atas"] else None


def parts(ask: Ask, view: View, one: Indikator, when: Quarter) -> Figure:
    """What each OPD contributes to a regional indicator, the slowest on top."""
    lang = view.lang
    rows = ask.run(_PARTS, indikator.profile(ask, view) or "", one.kode, when.tahun, when.nomor)
    question = text("target.tanya_sumbangan", lang)
    provenance = siapa.provenance(ask, view, "target", "tim")
    if not rows:
        return missing(
            "target.sumbangan", title=text("target.kosong_sumbangan_judul", lang),
            empty=text("target.kosong_sumbangan", lang), provenance=provenance, question=question, width="half",
        )  # fmt: skip
    lines = [
        {
            "opd": row["nama_opd"] or row["kode_opd"], "sumbangan": row["indikator"],
            "lewat": text(f"target.lewat_{row['lewat']}", lang),
            "target": indikator.said(row["target_triwulan"] or row["target_tahun"] or "", lang) or None,
            "nilai": None if row["nilai"] is None else f"{write(row['nilai'], 'angka', lang)} {row['satuan']}",
            "capaian": indikator.share(row["capaian"]), "status": row["warna"] or "abu",
            "sebab": indikator.why(row["sebab"], lang),
            "link": tautan.indikator(row["kode_sumbangan"]) if row["kode_sumbangan"] else tautan.opd(row["kode_opd"]),
        }
        for row in rows
    ]  # fmt: skip
    dots = [
        Dot(
            key=f"{row['kode_opd']}-{row['kode_sumbangan']}", label=f"{row['opd']}: {row['indikator'] or '–'}",
            value=line["capaian"], status=row["warna"] if line["capaian"] is not None else None,
            note=line["sebab"], link=line["link"],
        )
        for row, line in zip(rows, lines, strict=True)
    ]  # fmt: skip
    slow = slowest(ask, view, one)
    return compose(
        "target.sumbangan",
        title=text(
            "target.judul_sumbangan" if slow else "target.judul_sumbangan_tanpa", lang,
            opd=slow and slow["opd"], capaian=slow and write(indikator.share(slow["capaian"]), "persen", lang),
            n=len({row["kode_opd"] for row in rows}),
        ),
        chart=ranking(dots, unit="persen", value_label=text("target.capaian", lang)),
        table=table(
            lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in _PART_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("target.catatan_sumbangan", lang),),
        width="half",
        tags=("target.sumbangan",),
    )  # fmt: skip


def slowest(ask: Ask, view: View, one: Indikator) -> dict[str, Any] | None:
    """The slowest contribution with a number to a regional indicator; None where none has one."""
    when = indikator.quarter(view)
    rows = ask.run(_PARTS, indikator.profile(ask, view) or "", one.kode, when.tahun, when.nomor)
    return next((row for row in rows if row["ke"] == 1), None)


def below(ask: Ask, view: View, one: Indikator, found: Sequence[Indikator], when: Quarter) -> Figure:
    """The indicators that hang on one of an agreement, the slowest on top."""
    lang = view.lang
    children = [each for each in found if each.row["induk"] == one.kode]
    question = text("target.tanya_bawah", lang)
    provenance = siapa.provenance(ask, view, "target")
    if not children:
        return missing(
            "target.bawah", title=text("target.kosong_bawah_judul", lang), empty=text("target.kosong_bawah", lang),
            provenance=provenance, question=question, width="half",
        )  # fmt: skip
    rows = [
        {
            "indikator": each.nama, "jabatan": each.row["nama_jabatan"] or each.row["opd"],
            "target": indikator.goal(each, lang), "nilai": indikator.value(each, lang), "capaian": each.capaian,
            "status": each.warna, "sebab": indikator.why(each.sebab, lang), "link": each.link,
        }
        for each in sorted(children, key=lambda each: (each.capaian is None, each.capaian or 0, each.kode))
    ]  # fmt: skip
    units: dict[str, Any] = {
        "indikator": "teks", "jabatan": "teks", "target": "teks", "nilai": "teks", "capaian": "persen",
        "status": "status", "sebab": "teks",
    }  # fmt: skip
    return compose(
        "target.bawah",
        title=text("target.judul_bawah", lang, n=len(rows)),
        chart=ranking(
            (Dot(key=each.kode, label=each.nama, value=each.capaian, note=indikator.why(each.sebab, lang),
                 status=each.warna if each.capaian is not None else None, link=each.link) for each in children),
            unit="persen", value_label=text("target.capaian", lang),
        ),
        table=table(
            rows, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()],
            link=lambda row: row["link"],
        ),
        provenance=provenance,
        lang=lang,
        question=question,
        width="half",
        tags=("target.bawah",),
    )  # fmt: skip


def told(ask: Ask, view: View, one: Indikator, when: Quarter) -> list[Figure]:
    """What was written beside the numbers: what helped, what hindered, what is next; nothing where nothing was."""
    lang = view.lang
    names = ("pendorong", "penghambat", "tindak_lanjut", "bukti")
    rows = [row for row in ask.run(_TOLD, one.kode, when.tahun, when.nomor) if any(row[name] for name in names)]
    if not rows:
        return []
    lines = [
        {
            **row, "kapan": text(f"target.tw_{row['triwulan']}", lang),
            "diverifikasi": text(f"target.verifikasi_{'ya' if row['diverifikasi'] else 'belum'}", lang),
        }
        for row in rows
    ]  # fmt: skip
    heads = [Column(n, text(f"target.kolom_{n}", lang)) for n in ("kapan", *names, "diverifikasi")]
    return [
        compose(
            "target.kata",
            title=text("target.judul_kata", lang, hambatan=rows[0]["penghambat"] or text("umum.kosong", lang)),
            chart=None, table=table(lines, heads), provenance=siapa.provenance(ask, view, "target"), lang=lang,
            question=text("target.tanya_kata", lang), tags=("target.kata",),
        )
    ]  # fmt: skip


def people(ask: Ask, view: View, one: Indikator, when: Quarter) -> list[Figure]:
    """Whose SKP serve the indicator or one below it; by post where people are not named."""
    lang = view.lang
    rows = ask.run(_PEOPLE, one.kode, when.tahun, when.nomor)
    if not rows:
        return []
    lines = [
        {
            "opd": row["opd"], "jabatan": row["nama_jabatan"],
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang),
            "melayani": row["kode_indikator_pk"], "jarak": row["jarak"], "orang_id": row["orang_id"],
        }
        for row in rows
    ]  # fmt: skip
    units: dict[str, Any] = {"opd": "teks", "jabatan": "teks", "pejabat": "teks", "melayani": "kode", "jarak": "bulat"}
    heads = len({row["orang_id"] for row in rows})
    return [
        compose(
            "target.orang",
            title=text(
                "target.judul_orang", lang, n=write(heads, "bulat", lang), opd=len({r["kode_opd"] for r in rows})
            ),
            chart=None,
            table=table(
                lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in units.items()],
                link=lambda row: tautan.pejabat(row["orang_id"]), shown=12,
            ),
            provenance=siapa.provenance(ask, view, "target", "skp"),
            lang=lang,
            question=text("target.tanya_orang", lang),
            notes=(text("target.catatan_orang", lang),),
            tags=("target.orang",),
        )
    ]  # fmt: skip
