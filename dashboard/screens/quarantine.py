"""Rows of people files that stay out of every figure: where each stands, why, and what mends it."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.query import Ask, Row
from dashboard.screens.markup import plain
from dashboard.topics.pejabat_siapa import masked
from dashboard.words import Words

_SQL = (
    "select k.*, i.nama_berkas from app.karantina as k left join app.impor as i on k.impor_id = i.impor_id "
    "order by k.alasan, i.nama_berkas, k.lembar, k.baris"
)
SHOWN = 500


def part(ask: Ask, words: Words) -> None:
    """The list, its reasons counted; names and NIP only where people are named."""
    st.subheader(words("padanan.karantina"), anchor=False)
    rows = ask.run(_SQL)
    if not rows:
        st.success(words("padanan.karantina_kosong"), icon=":material/check_circle:")
        return
    counted = Counter(row["alasan"] for row in rows).most_common()
    st.caption(words("padanan.karantina_ket", n=look.write(len(rows), "bulat", words.lang)))
    st.markdown("\n".join(_remedy(reason, n, words) for reason, n in counted))
    st.dataframe(
        frame(rows[:SHOWN], words, named=ask.scope.names), hide_index=True, alt=words("padanan.karantina"),
        placeholder=look.write(None, "teks", words.lang),
    )  # fmt: skip
    if len(rows) > SHOWN:
        st.caption(words("umum.gambar_baris", n=SHOWN, total=len(rows)))


def _remedy(reason: str, n: int, words: Words) -> str:
    """One reason with how often it is met and what mends it: a table would cut that sentence off."""
    said = words(f"padanan.karantina_{reason}")
    return f"- **{plain(said)}** ({look.write(n, 'bulat', words.lang)}): {plain(words(f'padanan.obat_{reason}'))}"


def frame(rows: list[Row], words: Words, *, named: bool) -> pd.DataFrame:
    """The rows as a table: the cell to look at and the reason; what is written only for who may see it."""
    made = []
    for row in rows:
        line = {
            words("padanan.kolom_berkas"): row["nama_berkas"],
            words("padanan.kolom_lembar"): row["lembar"],
            words("padanan.kolom_baris"): row["baris"],
            words("padanan.kolom_sebab"): words(f"jabatan.alasan_{row['alasan']}"),
        }
        if named:
            line[words("padanan.kolom_nama")] = row["nama"]
            line[words("padanan.kolom_calon")] = ", ".join(
                masked(one) or "" for one in (row["calon"] or "").split(", ") if one
            )
        made.append(line)
    return pd.DataFrame(made)
