"""The board of teams across OPD: what each is for, who works in it from where, and which contribution is slowest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Dot, Figure
from dashboard.figures.ranking import ranking
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import kepala, tautan
from dashboard.topics import pejabat_siapa as siapa
from dashboard.topics.indikator import Indikator, Quarter
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_TEAMS = (
    "select t.*, coalesce(o.singkatan, o.nama, t.kode_opd) as opd, p.nama_gelar as nama_ketua, p.sebutan, "
    "p.nama_jabatan as jabatan_ketua from app.tim as t left join app.opd as o on t.kode_opd = o.kode_opd "
    "left join app.orang as p on t.ketua_orang_id = p.orang_id where t.mulai <= ? and t.selesai > ? order by t.nama"
)
_MEMBERS = (
    "select a.*, coalesce(o.singkatan, o.nama, a.kode_opd) as opd, p.nama_gelar as nama_orang, p.sebutan, "
    "p.nama_jabatan from app.tim_anggota as a left join app.opd as o on a.kode_opd = o.kode_opd "
    "left join app.orang as p on a.orang_id = p.orang_id where a.mulai <= ? and a.selesai > ? "
    "order by a.nama_tim, case a.peran when 'ketua' then 0 else 1 end, opd, a.orang_id"
)
_TEAM_UNITS: dict[str, Any] = {
    "tim": "teks", "tujuan": "teks", "indikator": "teks", "status": "status", "capaian": "persen", "pemilik": "teks",
    "ketua": "teks", "n_opd": "bulat", "n_orang": "bulat", "terlambat": "teks", "selesai": "tanggal",
}  # fmt: skip
_MEMBER_UNITS: dict[str, Any] = {
    "tim": "teks", "opd": "teks", "peran": "teks", "pejabat": "teks", "jabatan": "teks", "sumbangan": "teks",
    "capaian": "persen", "status": "status", "n_tim": "bulat", "penilai": "teks",
}  # fmt: skip


def figures(ask: Ask, view: View, found: Sequence[Indikator], when: Quarter) -> list[Figure]:
    """The teams at work on the last day of the view's month, and their members."""
    lang, end = view.lang, siapa.end_of(view)
    teams, members = ask.run(_TEAMS, end, end), ask.run(_MEMBERS, end, end)
    provenance = siapa.provenance(ask, view, "tim", "target")
    if not teams:
        return [
            missing(
                "target.tim", title=text("target.kosong_tim_judul", lang), empty=text("target.kosong_tim", lang),
                provenance=provenance, question=text("target.tanya_tim", lang),
            )
        ]  # fmt: skip
    by_code = {one.kode: one for one in found}
    return [board(ask, view, teams, members, by_code), roster(ask, view, members, by_code)]


def _contributions(members: Sequence[Row], by_code: dict[str, Indikator]) -> list[tuple[Row, Indikator]]:
    """Each indicator that members bring, once, the slowest first; those without a number stand last."""
    seen = {m["kode_indikator"]: (m, by_code[m["kode_indikator"]]) for m in members if m["kode_indikator"] in by_code}
    return sorted(seen.values(), key=lambda pair: (pair[1].capaian is None, pair[1].capaian or 0, pair[1].kode))


def board(ask: Ask, view: View, teams: Sequence[Row], members: Sequence[Row], by_code: dict[str, Indikator]) -> Figure:
    """One row a team with its slowest contribution; teams are drawn by it, the slowest on top."""
    lang = view.lang
    lines, dots = [], []
    for team in teams:
        own = [m for m in members if m["kode_tim"] == team["kode_tim"]]
        brought = _contributions(own, by_code)
        slow = brought[0] if brought and brought[0][1].capaian is not None else None
        served = by_code.get(team["kode_indikator"])
        said = slow and text(
            "target.terlambat",
            lang,
            opd=slow[0]["opd"],
            indikator=slow[1].nama,
            capaian=write(slow[1].capaian, "persen", lang),
        )
        link = served.link if served else tautan.opd(team["kode_opd"])
        lines.append(
            {
                "tim": team["nama"], "tujuan": team["tujuan"],
                "indikator": served.nama if served else team["kode_indikator"],
                "status": served.warna if served else None, "capaian": served.capaian if served else None,
                "pemilik": team["opd"], "ketua": kepala.person(team["sebutan"], team["nama_ketua"], lang),
                "n_opd": len({m["kode_opd"] for m in own} | {team["kode_opd"]}),
                "n_orang": len({m["orang_id"] or (m["impor_id"], m["lembar"], m["baris"]) for m in own}),
                "terlambat": said, "selesai": siapa.last_day(team["selesai"]), "link": link,
            }
        )  # fmt: skip
        dots.append(
            Dot(
                key=team["kode_tim"], label=team["nama"], value=slow[1].capaian if slow else None,
                before=served.capaian if served else None, status=slow[1].warna if slow else None,
                note=slow[0]["opd"] if slow else text("target.tim_tanpa_angka", lang),
                link=slow[1].link if slow else link,
            )
        )  # fmt: skip
    people = {m["orang_id"] for m in members if m["orang_id"]}
    return compose(
        "target.tim",
        title=text(
            "target.judul_tim", lang, n=len(teams), orang=write(len(people), "bulat", lang),
            opd=len({m["kode_opd"] for m in members}),
        ),
        chart=ranking(
            dots, unit="persen", value_label=text("target.sumbangan_terlambat", lang),
            before_label=text("target.indikator_dilayani", lang),
        ),
        table=table(
            lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in _TEAM_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "tim", "target"),
        lang=lang,
        question=text("target.tanya_tim", lang),
        notes=(text("target.catatan_tim", lang),),
        tags=("target.tim",),
    )  # fmt: skip


def roster(ask: Ask, view: View, members: Sequence[Row], by_code: dict[str, Indikator]) -> Figure:
    """Every member with the home unit, which assesses, and the contribution; one in several teams is one person."""
    lang = view.lang
    lines = []
    for member in members:
        brought = by_code.get(member["kode_indikator"])
        lines.append(
            {
                "tim": member["nama_tim"] or member["kode_tim"], "opd": member["opd"],
                "peran": text(f"target.peran_{member['peran']}", lang),
                "pejabat": kepala.person(member["sebutan"], member["nama_orang"], lang)
                or text("target.anggota_tak_dikenal", lang),
                "jabatan": member["nama_jabatan"], "sumbangan": brought.nama if brought else member["kode_indikator"],
                "capaian": brought.capaian if brought else None, "status": brought.warna if brought else None,
                "n_tim": member["n_tim"], "penilai": text("target.penilai", lang, opd=member["opd"]),
                "link": tautan.pejabat(member["orang_id"]) if member["orang_id"] else None,
            }
        )  # fmt: skip
    people = {m["orang_id"] for m in members if m["orang_id"]}
    several = {m["orang_id"] for m in members if (m["n_tim"] or 0) > 1}
    return compose(
        "target.anggota",
        title=text(
            "target.judul_anggota", lang, n=write(len(people), "bulat", lang), keanggotaan=len(members),
            rangkap=len(several),
        ),
        chart=None,
        table=table(
            lines, [Column(n, text(f"target.kolom_{n}", lang), u) for n, u in _MEMBER_UNITS.items()],
            link=lambda row: row["link"],
        ),
        provenance=siapa.provenance(ask, view, "tim", "target"),
        lang=lang,
        question=text("target.tanya_anggota", lang),
        notes=(text("target.catatan_anggota", lang),),
        tags=("target.anggota",),
    )  # fmt: skip
