"""One writing that waits: what it stands for, its candidates, one click each, and the answer that no master has it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import look
from dashboard.query import Ask, Row
from dashboard.screens.markup import plain
from dashboard.words import Words
from pipelines.contracts.kepegawaian import BELUM_ADA

NAMED = 3  # units below that are named; the others are counted
_OTHER = "*"
_ALL = {
    "unor": "select distinct kode_opd as kode, nama, cast(null as varchar) as konteks from app.opd order by nama",
    "jabatan": "select kode_jabatan as kode, nama_jabatan as nama, kode_opd as konteks from app.kursi "
    "where not sementara order by nama",
}


def key(row: Row) -> str:
    """A widget's key of a writing: NIPs stand in no key."""
    said = f"{row['jenis']}|{row['tertulis']}|{row['konteks']}"
    return f"padanan-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def card(
    ask: Ask, row: Row, likely: Sequence[Row], *, names: Mapping[str, str], below: Sequence[str], words: Words
) -> str | None:
    """One writing with its candidates; gives the code that was chosen, BELUM_ADA where the master has none."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(row['nama'])}**")
        st.caption(plain(" · ".join(_about(row, names, words))))
        if below:
            rest = words("padanan.unit_lagi", n=len(below) - NAMED) if len(below) > NAMED else ""
            units = ", ".join([*below[:NAMED], *([rest] if rest else [])])
            st.caption(plain(words("padanan.unit_ikut", n=len(below), daftar=units)))
        if row["bermakna_ganda"]:
            st.caption(words("padanan.bermakna_ganda"))
        label = {one["kode"]: _candidate(one, words) for one in likely}
        every = _ALL.get(row["jenis"])
        if every is not None:
            label |= {} if row["bermakna_ganda"] else {_OTHER: words("padanan.lainnya")}
            label[BELUM_ADA] = words("padanan.belum_ada")
        if not label:
            st.caption(words("padanan.tanpa_calon"))
            return None
        picked = st.pills(
            words("padanan.artinya"), list(label), key=key(row), label_visibility="collapsed",
            format_func=lambda code: label[code],
        )  # fmt: skip
        if picked != _OTHER or every is None:
            return None if picked is None else str(picked)
        return _another(ask, row, every, words)


def _about(row: Row, names: Mapping[str, str], words: Words) -> list[str]:
    """Of which OPD or person it is, how many rows and units it stands for, and when it was last in use."""
    about = names.get(row["konteks"] or "", row["konteks"]) if row["jenis"] == "jabatan" else row["konteks"]
    said = [about, words("padanan.n_baris", n=look.write(row["n_baris"], "bulat", words.lang))]
    if row["terakhir"]:
        month = look.month(row["terakhir"], words.lang)
        said.append(words("padanan.kini" if row["kini"] else "padanan.terakhir", bulan=month))
    return [part for part in said if part]


def _candidate(one: Row, words: Words) -> str:
    mark = (
        words("padanan.persis") if one["persis"] else look.write(round(100 * one["mirip"]), "bulat", words.lang) + " %"
    )
    name = f"{one['nama']} ({one['kode'][-3:]})" if one["jenis"] == "nip" else one["nama"]
    return f"{plain(name)} · {mark}"


def _another(ask: Ask, row: Row, every: str, words: Words) -> str | None:
    """A unit, or a seat of the writing's OPD, chosen out of all."""
    rest = {r["kode"]: r["nama"] for r in ask.run(every) if row["jenis"] == "unor" or r["konteks"] == row["konteks"]}
    other = st.selectbox(
        words("padanan.artinya"), list(rest), index=None, key=f"{key(row)}-lain", label_visibility="collapsed",
        placeholder=words("data_mutu.tanya_pilih"), format_func=lambda code: rest[code],
    )  # fmt: skip
    return None if other is None else str(other)
