"""Training, absence, the IP ASN and the credit of functional posts, by OPD and by what the rules say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Bars, Column, Figure, Series
from dashboard.figures.figure import Unit as Kind
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask, Row
from dashboard.topics import kepala, tautan
from dashboard.topics.kinerja_unit import PREDIKAT, WARNA, few, hidden, mean, share, word
from dashboard.topics.papan import Unit, papan
from dashboard.topics.periode_skp import Period
from dashboard.view import View
from pipelines.catalogue import text

_NOTES = (
    "select c.*, o.nama_gelar, o.sebutan from app.catatan_pegawai as c "
    "left join app.orang as o on c.orang_id = o.orang_id where c.tahun = ?"
)
_LATEST_CREDIT = "select max(tahun) as tahun from app.angka_kredit where tahun <= ?"
_LATEST = "select max(tahun) as tahun from app.catatan_pegawai where tahun <= ?"
_CREDIT = (
    "select kode_opd, jenjang, predikat, count(*) as n, sum(angka_kredit) as kredit, max(dasar_hukum) as dasar_hukum, "
    "max(dasar_hukum_en) as dasar_hukum_en, max(aturan_id) as aturan_id "
    "from app.angka_kredit where tahun = ? group by kode_opd, jenjang, predikat"
)
SHOWN = 12


def figures(ask: Ask, view: View, period: Period) -> list[Figure]:
    """What files of training and discipline say of the period's year; what to import where they say nothing."""
    units = {unit.kode: unit for unit in papan(ask, view)}
    year = ask.run(_LATEST, period.tahun)[0]["tahun"] or period.tahun
    rows = [row for row in ask.run(_NOTES, year) if row["kode_opd"] in units]
    earned = ask.run(_LATEST_CREDIT, period.tahun)[0]["tahun"] or period.tahun
    credit = [row for row in ask.run(_CREDIT, earned) if row["kode_opd"] in units]
    of = {kind: [row for row in rows if row["jenis"] == kind] for kind in ("diklat", "tidak_masuk", "ip_asn")}
    found = [
        *(_training(ask, view, year, of["diklat"], units) if of["diklat"] else ()),
        *(_absent(ask, view, year, of["tidak_masuk"], units) if of["tidak_masuk"] else ()),
        *(_index(ask, view, year, of["ip_asn"]) if of["ip_asn"] else ()),
        *(_credit(ask, view, replace(period, tahun=earned), credit) if credit else ()),
    ]
    return found or [_nothing(ask, view, period)]


def _nothing(ask: Ask, view: View, period: Period) -> Figure:
    return missing(
        "kinerja.diklat",
        title=text("kinerja.kosong_catatan_judul", view.lang, tahun=period.tahun),
        empty=text("kinerja.kosong_catatan", view.lang, tahun=period.tahun),
        provenance=ask.provenance(view, sources=("pegawai",)),
        question=text("kinerja.tanya_diklat", view.lang, tahun=period.tahun),
    )


def _said(rows: Sequence[Mapping[str, Any]], view: View) -> str | None:
    """The legal bases of rows, each once with its rule's id."""
    column = "dasar_hukum_en" if view.lang == "en" else "dasar_hukum"
    found = {str(r["aturan_id"]): r[column] or r["dasar_hukum"] for r in rows if r["aturan_id"]}
    return "; ".join(f"{said} ({rule})" for rule, said in sorted(found.items())) or None


def _heads(view: View, kinds: Mapping[str, Kind]) -> list[Column]:
    return [Column(name, text(f"kinerja.kolom_{name}", view.lang), kind) for name, kind in kinds.items()]


def _training(ask: Ask, view: View, year: int, rows: list[Row], units: dict[str, Unit]) -> list[Figure]:
    """By OPD: how many of those with hours recorded have what the rule of their kind of staff asks."""
    lang = view.lang
    lines: list[dict[str, Any]] = []
    for kode in sorted({row["kode_opd"] for row in rows}):
        mine = [row for row in rows if row["kode_opd"] == kode]
        n = {name: sum(row["kategori"] == name for row in mine) for name in ("cukup", "kurang", "melebihi")}
        small = hidden(ask, len(mine))
        line: dict[str, Any] = {"opd": units[kode].nama, "link": units[kode].link, "n": len(mine)}
        if small:
            line["catatan"] = text("kinerja.kecil", lang, batas=few(ask))
        else:
            line |= {**n, "cukup_persen": share(n["cukup"], len(mine)),
                     "jp": mean(sum(row["nilai"] or 0 for row in mine), len(mine))}  # fmt: skip
        lines.append(line)
    lines.sort(key=lambda line: ("catatan" in line, line.get("cukup_persen") or 0, line["opd"]))
    kinds: dict[str, Kind] = {
        "opd": "teks", "n": "bulat", "cukup": "bulat", "kurang": "bulat", "melebihi": "bulat", "cukup_persen": "persen",
        "jp": "bulat", "catatan": "teks",
    }  # fmt: skip
    if not any("catatan" in line for line in lines):
        del kinds["catatan"]
    good = sum(row["kategori"] == "cukup" for row in rows)
    return [
        compose(
            "kinerja.diklat",
            title=text(
                "kinerja.judul_diklat", lang, cukup=write(share(good, len(rows)), "persen", lang),
                n=write(len(rows), "bulat", lang), tahun=year,
            ),
            chart=None,
            table=table(lines, _heads(view, kinds), link=lambda line: line["link"], shown=SHOWN),
            provenance=ask.provenance(view, sources=("pegawai",), rule=_said(rows, view)),
            lang=lang,
            question=text("kinerja.tanya_diklat", lang, tahun=year),
            notes=(text("kinerja.catatan_diklat", lang),),
        )
    ]  # fmt: skip


def _absent(ask: Ask, view: View, year: int, rows: list[Row], units: dict[str, Unit]) -> list[Figure]:
    """The ladder of penalties that days of absence lead to; people only for a reader who may have them named."""
    lang = view.lang
    said = {id(row): _penalty(row, view) for row in rows}
    notes = [text("kinerja.catatan_disiplin", lang)]
    if ask.scope.names:
        lines: list[dict[str, Any]] = [
            {
                "siapa": kepala.person(row["sebutan"], row["nama_gelar"], lang), "opd": units[row["kode_opd"]].nama,
                "hari": row["nilai"], "hukuman": said[id(row)], "link": tautan.pejabat(row["orang_id"]),
            }
            for row in sorted(rows, key=lambda row: -(row["nilai"] or 0))
        ]  # fmt: skip
        kinds: dict[str, Kind] = {"siapa": "teks", "opd": "teks", "hari": "hari", "hukuman": "teks"}
        made = table(lines, _heads(view, kinds), link=lambda line: line["link"], shown=SHOWN)
    else:
        counted: dict[str, list[Row]] = {}
        for row in sorted(rows, key=lambda row: -(row["nilai"] or 0)):
            counted.setdefault(said[id(row)], []).append(row)
        lines = [
            {"hukuman": step, "n": None if hidden(ask, len(mine)) else len(mine),
             "catatan": text("kinerja.kecil", lang, batas=few(ask)) if hidden(ask, len(mine)) else None}
            for step, mine in counted.items()
        ]  # fmt: skip
        made = table(lines, _heads(view, {"hukuman": "teks", "n": "bulat", "catatan": "teks"}))
        notes.append(text("kinerja.perlu_nama", lang))
    return [
        compose(
            "kinerja.disiplin",
            title=text("kinerja.judul_disiplin", lang, n=len(rows), tahun=year),
            chart=None,
            table=made,
            provenance=ask.provenance(view, sources=("pegawai",), rule=_said(rows, view)),
            lang=lang,
            question=text("kinerja.tanya_disiplin", lang, tahun=year),
            notes=notes,
        )
    ]


def _penalty(row: Row, view: View) -> str:
    """What the ladder says of a number of days; below its first step it says nothing."""
    if not row["kategori"]:
        return text("kinerja.di_bawah_tangga", view.lang)
    percent, months = (write(row[name], "bulat", view.lang) for name in ("potongan_persen", "potongan_bulan"))
    return text(f"skp.hukuman_{row['kategori']}", view.lang, persen=percent, bulan=months)


def _index(ask: Ask, view: View, year: int, rows: list[Row]) -> list[Figure]:
    """How many people stand in each band of the IP ASN, of those with all four elements."""
    lang = view.lang
    order = ("sangat_tinggi", "tinggi", "sedang", "rendah", "sangat_rendah")
    known = [row for row in rows if row["kategori"]]
    counts = [sum(row["kategori"] == name for row in known) for name in order]
    if not known or hidden(ask, len(known)):
        return []
    kept = [(name, n) for name, n in zip(order, counts, strict=True) if n]
    names = tuple(text(f"skp.ip_{name}", lang) for name, _ in kept)
    label = text("kinerja.kolom_n", lang)
    values = tuple(None if hidden(ask, n) else n for _, n in kept)
    body = [{"ip": name, "n": n} for name, n in zip(names, values, strict=True)]
    average = mean(sum(row["nilai"] for row in known), len(known))
    return [
        compose(
            "kinerja.ip_asn",
            title=text("kinerja.judul_ip", lang, n=len(known), rata=write(average, "persen", lang).removesuffix(" %")),
            chart=Bars(names, (Series(label, values, "actual", "bar"),), "bulat"),
            table=table(body, _heads(view, {"ip": "teks", "n": "bulat"})),
            provenance=ask.provenance(view, sources=("pegawai",), rule=_said(known, view)),
            lang=lang,
            question=text("kinerja.tanya_ip", lang, tahun=year),
            notes=(text("kinerja.catatan_ip", lang, n=len(rows) - len(known)) if len(rows) > len(known) else "",),
            width="half",
        )
    ]


def _credit(ask: Ask, view: View, period: Period, rows: list[Row]) -> list[Figure]:
    """Credit of functional posts by step: how many people, their predicates, and what they are worth together."""
    lang = view.lang
    steps = sorted({str(row["jenjang"]) for row in rows})
    n = {(s, p): sum(r["n"] for r in rows if r["jenjang"] == s and r["predikat"] == p) for s in steps for p in PREDIKAT}
    people = {step: sum(n[step, name] for name in PREDIKAT) for step in steps}
    steps = [step for step in steps if not hidden(ask, people[step])]
    if not steps:
        return []
    series = tuple(
        Series(
            word(name, period.rezim, lang), tuple(share(n[step, name], people[step]) for step in steps), "part", "bar",
            status=WARNA[name],
        )
        for name in PREDIKAT
        if any(n[step, name] for step in steps)
    )  # fmt: skip
    credit = {step: sum(r["kredit"] for r in rows if r["jenjang"] == step) for step in steps}
    body = [
        {"jenjang": step.capitalize(), "n": people[step], "kredit": write(credit[step], "persen", lang)[:-2],
         "rata": write(mean(credit[step], people[step]), "persen", lang)[:-2]}
        for step in steps
    ]  # fmt: skip
    return [
        compose(
            "kinerja.angka_kredit",
            title=text(
                "kinerja.judul_kredit", lang, n=write(sum(people.values()), "bulat", lang), tahun=period.tahun
            ),
            chart=Bars(tuple(step.capitalize() for step in steps), series, "persen", stacked=True),
            table=table(body, _heads(view, {"jenjang": "teks", "n": "bulat", "kredit": "teks", "rata": "teks"})),
            provenance=ask.provenance(view, sources=("skp",), rule=_said(rows, view)),
            lang=lang,
            question=text("kinerja.tanya_kredit", lang, tahun=period.tahun),
            notes=(text("kinerja.catatan_kredit", lang),),
        )
    ]  # fmt: skip
