"""What a file says and what is wrong with it, shown before it is stored."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.screens.downloads import XLSX, button
from dashboard.screens.markup import plain
from dashboard.spool import Upload
from dashboard.words import Words
from pipelines.intake.report import Problem, Reading

_SHOWN = 200
_MANY, _TALL = 6, 420  # rows from which the list scrolls, and its height then
_RANK = {"error": 0, "warning": 1, "info": 2}


def summary(said: Reading, words: Words) -> None:
    """Rows, sums by contract and control totals of a reading."""
    rows = said.rows
    parts = [
        words("data_mutu.format", nama=words.source(said.format))
        if said.format
        else words("data_mutu.format_tak_dikenal")
    ]
    if said.title:
        parts.append(plain(textwrap.shorten(said.title, 90, placeholder="…")))
    if rows.total:
        counts = [words("data_mutu.baris_terima", n=look.write(rows.accepted, "bulat", words.lang))]
        if rows.quarantined:
            counts.append(words("data_mutu.baris_karantina", n=look.write(rows.quarantined, "bulat", words.lang)))
        if rows.rejected:
            counts.append(words("data_mutu.baris_tolak", n=look.write(rows.rejected, "bulat", words.lang)))
        total = look.write(rows.total, "bulat", words.lang)
        parts.append(f"{words('data_mutu.baris')} {total}: {', '.join(counts)}")
    parts.append(controls(said, words))
    st.caption(" · ".join(parts))
    _totals(said, words)


def controls(said: Reading, words: Words) -> str:
    """How many of the file's own totals agree with its details."""
    if not said.controls:
        return words("data_mutu.kontrol_tanpa")
    right = sum(c.difference == 0 for c in said.controls)
    return words("data_mutu.kontrol_cocok", n=right, total=len(said.controls))


def _totals(said: Reading, words: Words) -> None:
    if not said.totals:
        return
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for t in said.totals:
        when = f"{t.tahun}" if t.bulan is None else look.month(f"{t.tahun}-{t.bulan:02d}", words.lang, short=True)
        sums[(said.names.get(t.kode_opd) or t.kode_opd, t.contract, when)] += t.nilai
    shown = list(sums.items())[:6]
    with st.grid("auto", min_column_width=190, gap="small"):
        for (unit, contract, when), amount in shown:
            label = words.maybe(f"umum.sumber_{contract}", contract)
            with st.container(gap="xsmall"):
                st.metric(f"{label.capitalize()} {when}", look.write(amount, "rupiah", words.lang, short=True))
                st.caption(plain(unit))


def problems(upload: Upload, words: Words) -> None:
    """Every problem with its cell, and the workbook to send back."""
    if upload.report is None:
        return
    said = upload.report.reading
    if not said.problems:
        return
    n = Counter(p.severity for p in said.problems)
    label = words("data_mutu.masalah_n", salah=n["error"], ingat=n["warning"], info=n["info"])
    with st.expander(label, icon=":material/rule:", expanded=n["error"] > 0):
        found = sorted(said.problems, key=lambda p: _RANK[p.severity])
        height: Any = _TALL if len(found) > _MANY else "content"
        st.table(frame(found[:_SHOWN], words), hide_index=True, alt=label, border="horizontal", height=height)
        if len(found) > _SHOWN:
            st.caption(words("umum.gambar_baris", n=_SHOWN, total=len(found)))
        name = f"masalah-{upload.name.rpartition('.')[0] or upload.name}.xlsx"
        button(
            words("data_mutu.unduh_masalah"),
            lambda: marked(upload, words.lang),
            name,
            XLSX,
            key=f"masalah-{upload.key}",
        )


def frame(found: list[Problem], words: Words) -> pd.DataFrame:
    """Problems as rows: where, how grave, what was read, what to do."""
    nothing = look.write(None, "teks", words.lang)
    return pd.DataFrame([
        {
            words("data_mutu.kolom_tingkat"): words(f"data_mutu.tingkat_{p.severity}").replace(" ", "\u00a0"),
            words("data_mutu.kolom_lembar"): plain(p.sheet or nothing),
            words("data_mutu.kolom_sel"): f"{p.column or ''}{p.row or ''}" or nothing,
            words("data_mutu.kolom_terbaca"): plain(p.read or nothing),
            words("data_mutu.kolom_pesan"): plain(words.of(p.message)),
            words("data_mutu.kolom_kode"): plain(p.code),
        }
        for p in found
    ])  # fmt: skip


def marked(upload: Upload, lang: str) -> bytes:
    """The uploaded workbook with its faulty cells marked."""
    from pipelines.intake import problem_book

    assert upload.report is not None  # only offered after a check
    return problem_book.workbook(upload.path, upload.report.reading, lang=lang)
