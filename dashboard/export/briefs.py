"""What of a long figure is put on a slide; the workbook and the paper carry the figure itself."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.figures.figure import Bars, Dot, Figure, Ranking, Table, Value
from dashboard.look import month, status, write
from dashboard.view import View
from pipelines.catalogue import text

# What the slides of the ranking have already said, and what only a table that is filtered needs, stays away.
_COLUMNS = {
    "peringkat.rapor": ("peringkat", "opd", "warna", "deviasi", "naik", "berikut", "kurang", "kepala", "hari"),
    "peringkat.terendah": ("opd", "peringkat", "kepala", "hari", "alasan"),
    "peringkat.tertinggi": ("opd", "peringkat", "kepala", "hari", "alasan"),
    "peringkat.peringatan_opd": ("opd", "peringatan", "sejak"),
    "jpt.perhatian": ("jabatan", "hal", "pejabat", "sejak", "hari"),  # the bases follow, each once
    "target.tim": ("tim", "status", "capaian", "pemilik", "ketua", "n_opd", "n_orang", "terlambat"),
    "wilayah.ringkas": (
        "indikator", "masa", "nilai", "satuan", "provinsi", "nasional", "target_rkpd", "capaian", "warna", "peringkat",
    ),
    "rapat.tindak_lanjut": ("milik", "uraian", "tenggat", "hari"),
    "rapat.komitmen": ("milik", "janji", "kini", "putusan", "kurang"),
    "rapat.kendala_lama": ("milik", "kategori", "uraian", "pembuka", "hari", "sejak"),
    "rapat.temuan": ("milik", "uraian", "sisa", "tenggat", "hari"),
    "profil_opd.tindak_lanjut": ("uraian", "tenggat", "hari"),
    "profil_opd.komitmen": ("janji", "kini", "putusan", "kurang"),
    "profil_opd.kendala": ("kategori", "uraian", "pembuka", "hari"),
    "setda.peringkat": ("peringkat", "bagian", "warna", "serapan", "target", "deviasi", "terbuka", "lewat", "kendala"),
    "jpt.kursi": ("jabatan", "pejabat", "keadaan", "hari", "warna", "warisan", "sendiri", "skp"),
}  # fmt: skip
_PROMISED = ("opd", "kepala", "hari", "kendala", "janji")  # of the lowest, where meetings spoke of them
_NARROW = ("profil_opd.pk",)  # tables of so many columns that one without a word costs the others theirs
_ELSEWHERE = ("tag",)  # a letter that only the notes explain
_BANDS = ("profil", "berlaku", "dasar")
_WHOLE = re.compile(r"[.,]00(?= )")  # sen of a limit that has none
_PAPER = ("aturan.pita", "lampiran.rekonsiliasi")
# rows that stand beside another chart
_FEW = {
    "peringkat.peringatan_opd": 12, "rapat.tindak_lanjut": 7, "rapat.kendala_lama": 10, "rapat.temuan": 10,
    "rapat.komitmen": 7, "profil_opd.tindak_lanjut": 7, "profil_opd.komitmen": 6,
}  # fmt: skip
_MOST = {"profil_opd.sub_terburuk": 5, "rapat.pemilik": 9}  # bars whose names can be read beside another chart


def brief(figure: Figure, view: View) -> Figure:
    """The figure with the rows, columns and bars that a slide has room for; what is elsewhere becomes a note."""
    if figure.empty:
        return figure
    if figure.id == "aturan.pita":
        figure = _of_month(figure, view)
    if figure.id in _MOST and isinstance(figure.chart, Bars):
        figure = _first(figure, figure.chart, _MOST[figure.id], view)
    if figure.id == "peringkat.serapan" and isinstance(figure.chart, Ranking):
        figure = replace(figure, chart=_headed(figure.chart, figure.table, view))
    if figure.id in _FEW:
        figure = replace(figure, table=replace(figure.table, shown=_FEW[figure.id]))
    if figure.id in _NARROW:
        figure = replace(figure, table=filled(figure.table))
    there = tuple(column.id for column in figure.table.columns)
    wanted = _COLUMNS.get(figure.id, tuple(one for one in there if one not in _ELSEWHERE))
    if figure.id == "peringkat.terendah" and {"janji", "kendala"} & set(there):
        wanted = _PROMISED
    return figure if set(there) <= set(wanted) else _only(figure, wanted, view)


def on_paper(figure: Figure, view: View) -> Figure:
    """The figure as people read it on paper: bands as on a slide, totals that match only as many as are shown."""
    if figure.empty or figure.id not in _PAPER:
        return figure
    if figure.id == "aturan.pita":
        return brief(figure, view)
    table, most = figure.table, figure.table.shown or len(figure.table.rows)
    more = len(table.rows) - most
    if more <= 0:
        return figure
    note = text("ekspor.baris_lain", view.lang, n=more)
    return replace(figure, table=Table(table.columns, table.rows[:most]), notes=(*figure.notes, note))


def filled(table: Table) -> Table:
    """The table without the columns that say nothing in any row."""
    kept = [i for i in range(len(table.columns)) if any(row[i] not in (None, "") for row in table.rows)]
    return _columns(table, kept)


def _of_month(figure: Figure, view: View) -> Figure:
    """One row a profile: the bands that judge this month (those of every month and its own) and their basis."""
    at = {column.id: i for i, column in enumerate(figure.table.columns)}
    if not {"profil", "bulan", "warna", "rentang"} <= set(at):
        return figure
    always, now = text("aturan.semua_bulan", view.lang), month(view.bulan, view.lang)
    together: dict[tuple[Value, ...], list[str]] = {}
    said = [name for name in _BANDS if name in at]
    for row in figure.table.rows:
        if row[at["bulan"]] in (always, now):
            key = tuple(row[at[name]] for name in said)
            if row[at["bulan"]] == now:
                key = (f"{key[0]} · {now}", *key[1:])
            colour = status(str(row[at["warna"]]), view.lang)
            together.setdefault(key, []).append(f"{colour} {_WHOLE.sub('', str(row[at['rentang']]))}")
    rows = tuple((key[0], " · ".join(bands), *key[1:]) for key, bands in together.items())
    columns = tuple(figure.table.columns[at[name]] for name in (said[0], "rentang", *said[1:]))
    note = text("ekspor.pita_bulan", view.lang, bulan=now)
    return replace(figure, table=Table(columns, rows), notes=(*figure.notes, note))


def _first(figure: Figure, chart: Bars, most: int, view: View) -> Figure:
    more = len(chart.categories) - most
    if more <= 0:
        return figure
    series = tuple(replace(one, values=one.values[:most]) for one in chart.series)
    cut = replace(chart, categories=chart.categories[:most], series=series)
    cut = replace(cut, statuses=chart.statuses[:most], links=chart.links[:most])
    return replace(figure, chart=cut, notes=(*figure.notes, text("ekspor.baris_lain", view.lang, n=more)))


def _headed(chart: Ranking, table: Table, view: View) -> Ranking:
    """The ranking with the head beside what is left of the money: status and days, where they are known."""
    at = {column.id: i for i, column in enumerate(table.columns)}
    if "kepala" not in at:
        return chart
    said: dict[Value, str] = {}
    for row in table.rows:
        if row[at["kepala"]] is not None:
            known = (str(row[at["kepala"]]), write(row[at["hari"]], "hari", view.lang))
            said[row[at["kode"]]] = " ".join(known if row[at["hari"]] is not None else known[:1])
    return replace(chart, dots=tuple(_with_head(dot, said.get(dot.key)) for dot in chart.dots))


def _with_head(dot: Dot, head: str | None) -> Dot:
    """The dot with its head said too; who has not reported keeps the room for since when."""
    return replace(dot, note=" · ".join(p for p in (dot.note, head) if p)) if dot.value is not None else dot


def _only(figure: Figure, wanted: tuple[str, ...], view: View) -> Figure:
    kept = [i for i, column in enumerate(figure.table.columns) if column.id in wanted]
    away = len(figure.table.columns) - len(kept)
    notes = (*figure.notes, text("ekspor.kolom_lain", view.lang, n=away)) if away else figure.notes
    return replace(figure, table=_columns(figure.table, kept), notes=notes)


def _columns(table: Table, kept: list[int]) -> Table:
    rows = tuple(tuple(row[i] for i in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[i] for i in kept), rows=rows)
