"""The list of officials: heads of OPD first where a leader asks first, then every structural post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import HELD, STATUSES, Card, Cards, Column, Figure
from dashboard.figures.tables import table
from dashboard.look import month, write
from dashboard.query import Ask
from dashboard.topics import kata, kepala, rapat_pemegang
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.papan import papan
from dashboard.view import View
from pipelines.catalogue import text
from pipelines.measures import exact

Row = dict[str, Any]
_HEADS = (
    "select h.*, o.nama_gelar as nama, o.sebutan, s.nama_gelar as nama_sebelum, s.sebutan as sebutan_sebelum, "
    "m.warisan, m.terlalu_dini, k.eselon, "
    "case when m.n_dilaporkan > 0 then m.sendiri end as sendiri "
    "from app.kepala_opd as h inner join app.kursi as k on h.kode_jabatan = k.kode_jabatan "
    "left join app.orang as o on h.orang_id = o.orang_id left join app.orang as s on h.sebelum_orang_id = s.orang_id "
    "left join app.masa_jabatan as m on h.tahun = m.tahun and h.bulan = m.bulan and h.kode_opd = m.kode_opd "
    "and m.cakupan = ? and m.kini and m.orang_id is not distinct from h.orang_id "
    "where h.tahun = ? and h.bulan = ?"
)
_SEATS = (
    "select k.*, g.keadaan, g.orang_id, g.masa_mulai as tmt, g.cara, date_diff('day', g.masa_mulai, ?) as hari, "
    "o.bup_tanggal, o.nama_gelar as nama, o.sebutan, coalesce(u.singkatan, u.nama, k.kode_opd) as opd "
    "from app.kursi as k inner join app.pemegang as g on k.kode_jabatan = g.kode_jabatan and g.mulai <= ? "
    "and g.selesai > ? left join app.orang as o on g.orang_id = o.orang_id "
    "left join app.opd as u on k.kode_opd = u.kode_opd "
    # a seat that only old histories name and nobody holds has been abolished, for all we know
    "where k.tingkat in ('I', 'II', 'III', 'IV') and (u.berlaku_sampai is null or u.berlaku_sampai >= ?) "
    "and not (k.sementara and g.keadaan = 'kosong')"
)
_SKP = (
    "select orang_id, max_by(predikat, selesai) as predikat, max_by(rezim, selesai) as rezim, max(tahun) as tahun, "
    "max(selesai) as selesai from app.skp_orang where jenis_periode = 'tahunan' and dihitung and predikat is not null "
    "and selesai <= ? and list_contains(?, orang_id) group by orang_id"
)
_UNITS: dict[str, Any] = {
    "jabatan": "teks", "pejabat": "teks", "opd": "teks", "keadaan": "teks", "warna": "status", "hari": "hari",
    "tmt": "tanggal", "warisan": "poin", "sendiri": "poin", "skp": "teks", "seratus": "tanggal", "cara": "teks",
    "sebelum": "teks", "eselon": "teks", "janji": "teks",
}  # fmt: skip


def heads(ask: Ask, view: View) -> list[Row]:
    """The head seat of each OPD of the group: empty and acting first, then by the colour of the OPD."""
    units = {unit.kode: unit for unit in papan(ask, view)}
    members = ask.members(view)
    found = ask.run(_HEADS, view.cakupan, view.tahun, view.bulan)
    skp = predicates(ask, view, [row["orang_id"] for row in found])
    rows = []
    for row in found:
        if members is not None and row["kode_opd"] not in members:
            continue
        unit = units.get(row["kode_opd"])
        known = {"warisan": exact(row["warisan"], "poin"), "sendiri": exact(row["sendiri"], "poin")}
        told = skp.get(row["orang_id"])
        colour = {"warna": unit.warna if unit else None, "deviasi": unit.deviasi if unit else None}
        rows.append({**row, **known, **colour, "predikat": told})
    return sorted(rows, key=_urgent)


def predicates(ask: Ask, view: View, people: Iterable[str | None]) -> dict[str, Row]:
    """The last predicate of a whole year by the view's month, of those of the people who have one."""
    asked = tuple(sorted({one for one in people if one}))
    return {row["orang_id"]: row for row in ask.run(_SKP, siapa.end_of(view), asked)} if asked else {}


def _urgent(row: Row) -> tuple[int, int, Decimal, str]:
    asked = {"kosong": 0, "plt": 1, "plh": 1, "pj": 1, "definitif": 2}.get(row["keadaan"], 3)
    colour = STATUSES.index(row["warna"]) if row["warna"] in STATUSES else len(STATUSES)
    behind = row["deviasi"] if row["deviasi"] is not None else Decimal(0)
    return asked, colour, behind, str(row["nama_jabatan"])


def figures(ask: Ask, view: View) -> list[Figure]:
    """What the heads are like together, their list, and the list of all structural posts."""
    lang = view.lang
    rows = heads(ask, view)
    if not rows:
        return [
            missing(
                "pejabat.kosong", title=text("pejabat.kosong_judul", lang), empty=text("pejabat.kosong", lang),
                provenance=siapa.provenance(ask, view, "riwayat"), question=text("pejabat.tanya_kepala", lang),
            )
        ]  # fmt: skip
    return [cards(ask, view, rows), listed(ask, view, rows), posts(ask, view)]


def counted(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many seats are held in each way."""
    return {kind: sum(row["keadaan"] == kind for row in rows) for kind in HELD}


def cards(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """How many are definitive, acting, empty and new, and how long the definitive ones have been there."""
    lang, n = view.lang, counted(rows)
    acting = [row for row in rows if row["keadaan"] in ("plt", "plh", "pj")]
    longest = max(acting, key=lambda row: row["hari_menjabat"] or 0, default=None)
    empty = [row for row in rows if row["keadaan"] == "kosong"]
    new = [row for row in rows if row["baru"]]
    hundred = [row for row in rows if _reached(row, view)]
    days = [row["hari_menjabat"] for row in rows if row["keadaan"] == "definitif" and row["hari_menjabat"] is not None]
    five = (
        Card(
            text("pejabat.kartu_definitif", lang), text("pejabat.dari_n", lang, n=n["definitif"], total=len(rows)),
            "teks",
            note=text("pejabat.belum_tercatat", lang, n=n["tidak_tercatat"]) if n["tidak_tercatat"] else None,
        ),
        Card(
            text("pejabat.kartu_plt", lang), len(acting), "bulat",
            note=text(
                "pejabat.terlama", lang, hari=write(longest["hari_menjabat"], "hari", lang),
                nama=longest["nama_jabatan"],
            ) if longest else None,
        ),
        Card(
            text("pejabat.kartu_kosong", lang), len(empty), "bulat",
            note=", ".join(str(row["nama_jabatan"]) for row in empty[:2]) or None,
        ),
        Card(
            text("pejabat.kartu_baru", lang), len(new), "bulat",
            note=_days_of(new, hundred, view),
        ),
        Card(
            text("pejabat.kartu_lama", lang), int(median(days)) if days else None, "hari",
            note=text("pejabat.catatan_median", lang, n=len(days)),
        ),
    )  # fmt: skip
    lines = [{"ukuran": c.label, "nilai": write(c.value, c.unit, lang), "keterangan": c.note} for c in five]
    names = ("ukuran", "nilai", "keterangan")
    return compose(
        "pejabat.ringkas",
        title=_finding(n, len(rows), len(acting), view),
        chart=Cards(five),
        table=table(lines, [Column(name, text(f"pejabat.kolom_{name}", lang)) for name in names]),
        provenance=siapa.provenance(ask, view, "riwayat"),
        lang=lang,
        question=text("pejabat.tanya_ringkas", lang),
        notes=(text("pejabat.catatan_kosong", lang),),
        tags=("jabatan",),
    )


def _reached(row: Row, view: View) -> bool:
    """Whether the hundredth day of a head falls in the view's month."""
    return bool(row["hari_100"]) and (row["hari_100"].year, row["hari_100"].month) == (view.tahun, view.bulan)


def _days_of(new: Sequence[Row], hundred: Sequence[Row], view: View) -> str | None:
    """Until when the new heads are new, and who reached the hundredth day in the month."""
    said = []
    if new:
        last = write(max(row["hari_100"] for row in new), "tanggal", view.lang)
        said.append(text("pejabat.paling_akhir", view.lang, tanggal=last))
    if hundred:
        said.append(text("pejabat.genap_seratus", view.lang, n=len(hundred), bulan=month(view.bulan, view.lang)))
    return "; ".join(said) or None


def _finding(n: Mapping[str, int], total: int, acting: int, view: View) -> str:
    key = "judul_ringkas" if acting or n["kosong"] else "judul_ringkas_penuh"
    counts = {"plt": acting, "kosong": n["kosong"], "total": total, "bulan": month(view.until, view.lang)}
    return text(f"pejabat.{key}", view.lang, **counts)


def listed(ask: Ask, view: View, rows: Sequence[Row]) -> Figure:
    """Every head of an OPD with the colour of the OPD, what was inherited and what came since."""
    lang = view.lang
    kept = rapat_pemegang.by_person(ask, view)
    lines = [{**_line(row, view), "janji": kept.get(row["orang_id"])} for row in rows]
    promised = any(line["janji"] for line in lines)
    came = [row for row in rows if row["warisan"]]
    heavier = [row for row in came if row["sendiri"] is not None and row["warisan"] < min(row["sendiri"], 0)]
    early = sum(bool(row["terlalu_dini"]) for row in rows)
    names = (
        "jabatan", "keadaan", "warna", "hari", "warisan", "sendiri", "skp", *(("janji",) if promised else ()),
        "pejabat", "tmt", "seratus", "cara", "sebelum", "eselon",
    )  # fmt: skip
    return compose(
        "pejabat.kepala",
        title=text(
            "pejabat.judul_kepala" if came else "pejabat.judul_kepala_tetap",
            lang,
            n=len(came),
            total=len(rows),
            berat=len(heavier),
            tahun=view.tahun,
        ),
        chart=None,
        table=table(lines, heads_of(view, *names), link=siapa.holder),
        provenance=siapa.provenance(ask, view, "riwayat", "skp", money=True, rule=ask.rule(view)),
        lang=lang,
        question=text("pejabat.tanya_kepala", lang),
        notes=(
            text("pejabat.catatan_urut", lang),
            text("pejabat.catatan_warisan", lang),
            text("pejabat.catatan_dini", lang, n=early) if early else "",
            text("pejabat.catatan_janji", lang) if promised else "",
        ),
        tags=("jabatan",),
    )


def _line(row: Row, view: View) -> Row:
    lang = view.lang
    early = bool(row["terlalu_dini"])
    return {
        "kode_jabatan": row["kode_jabatan"], "orang_id": row["orang_id"],
        "jabatan": siapa.post(row["keadaan"], row["nama_jabatan"], lang), "keadaan": siapa.held(row["keadaan"], lang),
        "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "warna": row["warna"],
        "hari": row["hari_menjabat"], "tmt": row["tmt"],
        "warisan": row["warisan"], "sendiri": None if early else row["sendiri"],
        "skp": predicate(row["predikat"], lang),
        "seratus": row["hari_100"] if row["baru"] or _reached(row, view) else None,
        "cara": kata.way(row["cara"], lang), "eselon": row["eselon"],
        "sebelum": kepala.person(row["sebutan_sebelum"], row["nama_sebelum"], lang),
    }  # fmt: skip


def predicate(row: Mapping[str, Any] | None, lang: Any) -> str | None:
    """The last predicate of a year in the words of its time: "Baik (2025)"."""
    if not row:
        return None
    word = text(f"skp.predikat_{row['rezim']}_{row['predikat']}", lang)
    return f"{word} ({row['tahun']})"


def heads_of(view: View, *names: str) -> list[Column]:
    """The columns of those names."""
    return [Column(name, text(f"pejabat.kolom_{name}", view.lang), _UNITS[name]) for name in names]


def seats(ask: Ask, view: View, *levels: str) -> list[Row]:
    """Every post of these levels in the group: who holds it and since when; empty and acting first, then by level."""
    end, members = siapa.end_of(view), ask.members(view)
    found = [row for row in ask.run(_SEATS, end, end, end, end) if row["tingkat"] in levels]
    rows = [row for row in found if members is None or row["kode_opd"] in members]
    order = {"kosong": 0, "plt": 1, "plh": 1, "pj": 1}
    return sorted(rows, key=lambda r: (order.get(r["keadaan"], 2), r["tingkat"], str(r["opd"]), str(r["nama_jabatan"])))


def posts(ask: Ask, view: View) -> Figure:
    """Every structural post of the group."""
    lang, rows = view.lang, seats(ask, view, "I", "II", "III", "IV")
    n, kept = counted(rows), rapat_pemegang.by_person(ask, view)
    lines = [
        {
            **row, "janji": kept.get(row["orang_id"]), "jabatan": siapa.post(row["keadaan"], row["nama_jabatan"], lang),
            "pejabat": kepala.person(row["sebutan"], row["nama"], lang), "keadaan": siapa.held(row["keadaan"], lang),
            "cara": kata.way(row["cara"], lang),
        }
        for row in rows
    ]  # fmt: skip
    acting = n["plt"] + n["plh"] + n["pj"]
    promised = ("janji",) if any(line["janji"] for line in lines) else ()
    return compose(
        "pejabat.jabatan",
        title=text("pejabat.judul_jabatan", lang, n=len(rows), plt=acting, kosong=n["kosong"]),
        chart=None,
        table=table(
            lines, heads_of(view, "jabatan", "opd", "keadaan", "hari", *promised, "pejabat", "tmt", "cara", "eselon"),
            link=lambda line: siapa.seat(line["kode_jabatan"]),
        ),
        provenance=siapa.provenance(ask, replace(view, opd=None), "riwayat"),
        lang=lang,
        question=text("pejabat.tanya_jabatan", lang),
        notes=(text("pejabat.catatan_jabatan", lang), text("pejabat.catatan_janji", lang) if promised else ""),
        tags=("jabatan.lampiran",),
    )  # fmt: skip
