"""The rows behind a figure as a table on the page: numbers sort as numbers and read as our formatter writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import look
from dashboard.figures.figure import STATUSES, Column, Figure, Link, Table, Value
from dashboard.screens import lead, slips
from dashboard.screens.badges import BADGES, badge
from dashboard.screens.markup import NBSP, plain
from dashboard.view import View
from dashboard.words import Words

_MANY, _TALL = 10, 640  # rows from which a plain table scrolls, and its height then
_LONG, _FEW_MORE = 520, 4  # the height of a grid of many rows, and how many more than ten are many
_NAME, _NAME_PHONE = 400, 170  # pixels a name that opens a row may take; a phone keeps room for what stands beside it
_SLIM, _LETTER, _PAD = 110, 7, 40  # pixels: the least of such a name, of a letter of it, and around it
_WIDE = 3  # columns beyond which a sentence has no room of its own
_SENTENCE = 60  # characters; longer texts are sentences, not names
_BROKEN = 66  # pixels: Streamlit breaks the lines of a cell only in rows higher than 64
_NUMBERS = ("rupiah", "persen", "poin", "bulat", "hari", "angka")


def rows(figure: Figure, view: View) -> None:
    """The rows that a page shows, and a switch to all of them where it shows fewer.

    On a phone each row stands for itself, so that none of its columns is off the screen; all of them are a table there
    too, to be sorted and searched.
    """
    words = Words(view.lang)
    table = figure.table
    total, apart = len(table.rows), slips.phone(_agent())
    shown = min(table.shown or total, total, slips.MOST if apart else total)
    if shown < total and st.toggle(words("umum.gambar_semua", total=total), key=f"semua-{figure.id}"):
        shown, apart = total, False
    if apart:
        for row, link in zip(table.rows[:shown], table.links or (None,) * shown, strict=False):
            slips.show(slips.slip(table.columns, row, table.rows[:shown], lang=view.lang), link, view)
    else:
        grid(figure, view, table.rows[:shown])
    if shown < total:
        st.caption(words("umum.gambar_baris", n=shown, total=total))


def grid(figure: Figure, view: View, shown: Sequence[tuple[Value, ...]]) -> None:
    """A table of rows; a click on the name in a row opens what the row is about."""
    table = figure.table
    opens = next((c.id for c in table.columns if c.unit == "teks"), None) if any(table.links) else None
    key = f"buka-{figure.id}"
    if opens and (click := st.session_state.get(key)):
        link = clicked(table, opens, row=click["row"], label=click["label"])
        if link:
            lead.go(link, view)
    if opens is None and _wordy(table.columns, shown):
        below = said_once(table.columns, shown)
        if len(table.columns) > _WIDE and len(below) <= _MANY:
            _apart(figure, view, shown, below)
        else:
            _sentences(figure, view, shown)
        return
    st.dataframe(
        styled(table.columns, shown, lang=view.lang, theme=st.context.theme.type or "light"),
        hide_index=True,
        alt=_alt(figure),
        height=_LONG if len(shown) > _MANY + _FEW_MORE else "auto",
        row_height=row_height(table.columns, shown, opens),
        column_config={
            c.id: _config(
                c, opens=c.id == opens, key=key, letters=max(len(c.label), *(len(str(r[at])) for r in shown), 0)
            )
            for at, c in enumerate(table.columns)
        },
        placeholder=look.write(None, "teks", view.lang),
    )


def _longest(cells: Sequence[Value]) -> int:
    return max(len(str(cell)) for cell in cells)


def _agent() -> str | None:
    return st.context.headers.get("User-Agent")


def _long(columns: Sequence[Column], shown: Sequence[tuple[Value, ...]]) -> list[int]:
    """The places of the columns of sentences; the first column is the row's name and stays."""
    return [at for at in range(1, len(columns)) if _wordy(columns[at : at + 1], [row[at : at + 1] for row in shown])]


def said_once(columns: Sequence[Column], shown: Sequence[tuple[Value, ...]]) -> list[tuple[str, str]]:
    """The sentences of the rows, each once after the name of its row, in order."""
    long = _long(columns, shown)
    return list(dict.fromkeys((str(row[0]), str(row[at])) for row in shown for at in long if row[at]))


def _apart(figure: Figure, view: View, shown: Sequence[tuple[Value, ...]], below: Sequence[tuple[str, str]]) -> None:
    """A wide table with sentences: those stand below it, each after its row's name, for no phone has room beside."""
    columns, long = figure.table.columns, _long(figure.table.columns, shown)
    kept = [at for at in range(len(columns)) if at not in long]
    short = [tuple(row[at] for at in kept) for row in shown]
    st.dataframe(
        styled([columns[at] for at in kept], short, lang=view.lang, theme=st.context.theme.type or "light"),
        hide_index=True, alt=_alt(figure), height="auto", placeholder=look.write(None, "teks", view.lang),
        column_config={columns[at].id: _config(columns[at], opens=False, key="") for at in kept},
    )  # fmt: skip
    for name, sentence in below:
        st.caption(f"**{plain(name)}**: {plain(sentence)}")


def _sentences(figure: Figure, view: View, shown: Sequence[tuple[Value, ...]]) -> None:
    """A plain table: a grid would cut long sentences off, this one wraps them and can be read aloud."""
    columns = figure.table.columns
    cells = [[_said(value, c, view.lang) for c, value in zip(columns, row, strict=True)] for row in shown]
    frame = pd.DataFrame(cells, columns=[plain(c.label) for c in columns])
    height: Any = _TALL if len(shown) > _MANY else "content"
    st.table(frame, hide_index=True, alt=_alt(figure), border="horizontal", height=height)


def _said(value: Value, column: Column, lang: str) -> str:
    if column.unit == "status" and value in BADGES:
        return badge(str(value), lang)
    written = plain(look.write(value, column.unit, lang))
    return written if column.unit == "teks" else written.replace(" ", NBSP)


def _alt(figure: Figure) -> str:
    return figure.alt.strip() or figure.title


def _wordy(columns: Sequence[Column], shown: Sequence[tuple[Value, ...]]) -> bool:
    texts = [at for at, column in enumerate(columns) if column.unit == "teks"]
    return any(len(str(row[at])) > _SENTENCE for row in shown for at in texts)


def row_height(columns: Sequence[Column], shown: Sequence[tuple[Value, ...]], opens: str | None) -> int | None:
    """The pixels of a row in which sentences are broken into lines; None where nearly all are names.

    The name that opens a row is a button, which is never broken.
    """
    texts = [at for at, column in enumerate(columns) if column.unit == "teks" and column.id != opens]
    longest = sorted(max((len(str(row[at] or "")) for at in texts), default=0) for row in shown)
    return _BROKEN if longest and longest[len(longest) * 3 // 4] > _SENTENCE else None


def clicked(table: Table, column: str, *, row: int, label: str) -> Link | None:
    """The link of the row that was clicked; by its label where the reader has sorted the rows."""
    at = [c.id for c in table.columns].index(column)
    if row < len(table.rows) and str(table.rows[row][at]) == label:
        return table.links[row]
    return next((link for r, link in zip(table.rows, table.links, strict=True) if str(r[at]) == label), None)


def styled(columns: Sequence[Column], shown: Sequence[tuple[Value, ...]], *, lang: str, theme: str) -> Any:
    """The rows for `st.dataframe`: numbers as numbers with our writing over them, statuses in their colours."""
    frame = pd.DataFrame({c.id: [_cell(r[at], c, lang) for r in shown] for at, c in enumerate(columns)})
    style = frame.style.format({c.id: _writer(c, lang) for c in columns if c.unit in _NUMBERS})
    judged = [c.id for c in columns if c.unit == "status"]
    if not judged:
        return style
    tones = {look.status(s, lang): look.look(theme).status[s] for s in STATUSES}
    return style.map(
        lambda words: f"color: {tones[words].ink}; background-color: {tones[words].soft}" if words in tones else "",
        subset=pd.IndexSlice[:, judged],
    )


def _cell(value: Value, column: Column, lang: str) -> Any:
    if column.unit in _NUMBERS:
        return None if value is None else float(Decimal(str(value)))
    return look.write(value, column.unit, lang, short=True)


def _writer(column: Column, lang: str) -> Callable[[Any], str]:
    return lambda value: look.write(None if pd.isna(value) else value, column.unit, lang)


def name_width(agent: str | None, letters: int) -> int:
    """The pixels of the name that opens a row: what its longest takes, up to what the reader's browser has room for."""
    return min(_NAME_PHONE if slips.phone(agent) else _NAME, max(_SLIM, letters * _LETTER + _PAD))


def _config(column: Column, *, opens: bool, key: str, letters: int = 0) -> Any:
    if opens:
        width = name_width(_agent(), letters)
        return st.column_config.ButtonColumn(column.label, key=key, type="tertiary", alignment="left", width=width)
    if column.unit in _NUMBERS:
        return st.column_config.NumberColumn(column.label)
    return st.column_config.TextColumn(column.label)
