"""How far the numbers can be trusted: freshness by OPD and source, reconciliation, and the empty templates."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.figures.figure import Column, Value
from dashboard.query import Ask, Row, in_group
from dashboard.screens import rows
from dashboard.screens.downloads import XLSX, button
from dashboard.view import View
from dashboard.words import Words
from pipelines import templates as blank
from pipelines.catalogue import DATA

_SOURCES = ("realisasi", "rak", "pagu", "fisik")
_PEOPLE = ("pegawai", "riwayat_jabatan", "skp", "target")  # shown where any such file came in
_NAME = 280  # pixels: as wide as the names of every other table


def freshness(ask: Ask | None, view: View | None, words: Words) -> None:
    """The matrix of OPD by source."""
    if ask is None or view is None:
        st.info(words("umum.kosong_sebab"), icon=":material/inbox:")
        return
    units = ask.run("select kode_opd, nama, asisten, komisi_dprd, sementara from app.opd order by nama")
    # A bagian's money is in its parent, and a unit that is no more has none this year: neither is late.
    counted = {
        r["kode_opd"] for r in ask.run("select distinct kode_opd from app.opd_bulan where tahun = ?", view.tahun)
    }
    units = [u for u in units if u["kode_opd"] in counted and in_group(u, view)]
    told = ask.run("select kode_opd, sumber, posisi_terakhir, direkam_pada, tanpa_tanggal from app.posisi_data")
    by_unit = {(r["kode_opd"], r["sumber"]): r for r in told}
    reached = sum(
        (by_unit.get((u["kode_opd"], "realisasi"), {}).get("posisi_terakhir") or "") >= view.until for u in units
    )
    month = look.month(view.until, words.lang)
    st.markdown(words("data_mutu.segar_terbaru", n=reached, total=len(units), bulan=month))
    st.caption(words("data_mutu.segar_ket"))
    nothing = look.write(None, "teks", words.lang)
    shown = matrix(units, by_unit, view, words)
    wide = {words("data_mutu.segar_opd"): st.column_config.TextColumn(width=_NAME)}
    st.dataframe(
        shown, hide_index=True, alt=words("data_mutu.bagian_segar"), placeholder=nothing, column_config=wide, height=560
    )


def matrix(units: list[Row], told: dict[tuple[str, str], Row], view: View, words: Words) -> pd.DataFrame:
    """One row an OPD: for each source its last month and when that was recorded; the furthest behind first."""
    found = []
    people = {source for _, source in told}
    for unit in units:
        name = unit["nama"] or unit["kode_opd"]
        row: dict[str, object] = {
            words("data_mutu.segar_opd"): f"{name} ({words('data_mutu.segar_sementara')})"
            if unit["sementara"]
            else name,
            words("data_mutu.segar_tertinggal"): behind(told.get((unit["kode_opd"], "realisasi")), view),
        }
        for source in (*_SOURCES, *(name for name in _PEOPLE if name in people)):
            row[words(f"data_mutu.segar_{source}")] = _position(told.get((unit["kode_opd"], source)), words)
        found.append(row)
    late = words("data_mutu.segar_tertinggal")
    found.sort(key=lambda r: 99 if r[late] is None else int(str(r[late])), reverse=True)
    frame = pd.DataFrame(found)
    return frame.astype({late: "Int64"}) if found else frame


def behind(row: Row | None, view: View) -> int | None:
    """Months between an OPD's last report and the month looked at; None where it never reported."""
    if row is None or not row["posisi_terakhir"]:
        return None
    year, month = (int(part) for part in str(row["posisi_terakhir"]).split("-")[:2])
    return max(0, (view.tahun - year) * 12 + view.bulan - month)


def _position(row: Row | None, words: Words) -> str:
    if row is None:
        return look.write(None, "teks", words.lang)
    if row["tanpa_tanggal"]:
        return words("data_mutu.segar_tanpa_tanggal", tanggal=look.day(row["direkam_pada"], words.lang))
    parts = []
    if row["posisi_terakhir"]:
        parts.append(look.month(row["posisi_terakhir"], words.lang, short=True))
    if row["direkam_pada"]:
        parts.append(look.day(row["direkam_pada"], words.lang))
    return " · ".join(parts)


def reconciliation(ask: Ask | None, words: Words) -> None:
    """Every control total beside the sum of its details; what differs comes first."""
    found = ask.run("select * from app.rekonsiliasi order by abs(selisih) desc, nama_berkas, nama") if ask else []
    if not found:
        st.info(words("data_mutu.rekon_kosong"), icon=":material/inbox:")
        return
    wrong = sum(Decimal(r["selisih"]) != 0 for r in found)
    if wrong:
        st.warning(words("data_mutu.rekon_beda", n=wrong, total=len(found)), icon=":material/warning:")
    else:
        st.success(words("data_mutu.rekon_semua", n=len(found)), icon=":material/check_circle:")
    st.caption(words("data_mutu.rekon_ket"))
    heads = (
        Column("berkas", words("data_mutu.rekon_berkas")),
        Column("total", words("data_mutu.rekon_total")),
        Column("di_berkas", words("data_mutu.rekon_di_berkas"), "rupiah"),
        Column("dijumlah", words("data_mutu.rekon_dijumlah"), "rupiah"),
        Column("selisih", words("data_mutu.rekon_selisih"), "rupiah"),
        Column("direkam", words("data_mutu.rekon_direkam"), "tanggal"),
    )
    lines: list[tuple[Value, ...]] = [
        (
            r["nama_berkas"],
            words.control(r["nama"]),
            r["di_berkas"],
            r["dijumlah"],
            r["selisih"],
            str(r["direkam_pada"])[:10],
        )
        for r in found
    ]
    st.dataframe(
        rows.styled(heads, lines, lang=words.lang, theme="light"), hide_index=True,
        alt=words("data_mutu.bagian_rekonsiliasi"), column_config={c.id: c.label for c in heads},
    )  # fmt: skip


def templates(words: Words) -> None:
    """The empty workbooks, to fill in and bring back."""
    st.caption(words("data_mutu.templat_ket"))
    for name in blank.names():
        path = DATA / "templat" / f"{name}.xlsx"
        with st.container(border=True):
            st.markdown(f"**{path.name}**")
            st.caption(words.maybe(f"data_mutu.templat_{name}", path.name))
            button(words("data_mutu.templat_unduh", nama=path.name), path.read_bytes, path.name, XLSX, key=f"t-{name}")
