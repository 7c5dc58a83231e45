"""The memo to one OPD after a meeting: one page with what it must do, what it promised, and by when to report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dashboard.export.surat.isi import Isi, keadaan
from dashboard.export.surat.word import Bagian, Surat, Tabel
from dashboard.figures.figure import Lang
from dashboard.look import day
from dashboard.topics import rapat_janji
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from pipelines.catalogue import text

REPORT = timedelta(days=14)  # where nothing falls due earlier, a report is asked for by then
_MOST = 5  # rows of each table that leave the memo one page
_LONG, _BRIEF = 120, 60  # letters of one task, and of what ends it
_ASKED = 240  # of a question


def memo(said: Isi, opd: str, *, lang: Lang, tanya: Sequence[str], kota: str, build: str, nama: str) -> Surat:
    """The memo to the head of an OPD; `tanya` are the questions that it should answer in its report."""

    def word(key: str, **values: object) -> str:
        return text(f"surat.{key}", lang, **values)

    own, promised = _of(said.tugas, opd), _of(said.janji, opd)
    before = [row for row in _of(said.lalu, opd) if row["terbuka_sampai"] > said.hari]
    parts = [Bagian(paragraphs=[word("memo_pembuka", tanggal=day(said.hari, lang), perihal=_about(said, lang))])]
    if own:
        parts.append(Bagian(word("memo_tugas"), _rest(own, lang), table=_tasks(said, own, lang)))
    if promised:
        lines = [rapat_janji.promised(row, lang, full=True) for row in promised[:_MOST]]
        parts.append(Bagian(word("memo_janji"), _rest(promised, lang), lines))
    if before:
        parts.append(Bagian(word("memo_lalu"), _rest(before, lang), table=_earlier(said, before, lang)))
    if tanya:
        parts.append(Bagian(word("memo_tanya"), bullets=[_short(line, _ASKED) for line in tanya[:2]]))
    due = min([row["jatuh"] for row in own], default=said.hari + REPORT)
    parts.append(Bagian(paragraphs=[word("memo_penutup", tanggal=day(due, lang))]))
    facts = [
        (word("kepada"), word("kepala", nama=nama)), (word("dari"), said.rapat["pimpinan"] or "–"),
        (word("tanggal"), day(said.hari, lang)), (word("hal"), word("memo_hal", perihal=_about(said, lang))),
    ]  # fmt: skip
    signed = (f"{kota}, {day(said.hari, lang)}", said.rapat["pimpinan"] or word("pimpinan"))
    foot = word("kaki", rapat=said.rapat["id"], build=build)
    return Surat(word("judul_memo").upper(), facts, parts, signed, foot, small=True)


def _of(rows: Sequence[Row], opd: str) -> list[Row]:
    return [row for row in rows if row["kode_opd"] == opd]


def _about(said: Isi, lang: Lang) -> str:
    return _short(str(said.rapat["perihal"] or pilihan(said.rapat["jenis"], lang)), _BRIEF)


def _tasks(said: Isi, rows: Sequence[Row], lang: Lang) -> Tabel:
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_uraian", lang), 6.4), (text("surat.k_ukuran", lang), 3.6),
             (text("surat.k_tenggat", lang), 2.0))  # fmt: skip
    made = [
        (
            str(n), _short(_whose(said, row) + row["uraian"]), _short(row["ukuran_selesai"] or "", _BRIEF),
            day(row["jatuh"], lang),
        )
        for n, row in enumerate(rows[:_MOST], 1)
    ]  # fmt: skip
    return Tabel(heads, made)


def _earlier(said: Isi, rows: Sequence[Row], lang: Lang) -> Tabel:
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_uraian", lang), 7.0), (text("surat.k_tenggat", lang), 2.2),
             (text("surat.k_keadaan", lang), 2.8))  # fmt: skip
    made = [
        (str(n), _short(row["uraian"]), day(row["jatuh"], lang), keadaan(row, said.hari, lang))
        for n, row in enumerate(rows[:_MOST], 1)
    ]
    return Tabel(heads, made)


def _whose(said: Isi, row: Row) -> str:
    """The unit below the OPD that a task is for."""
    return f"{said.unit(row)}: " if row["kode_unit"] and row["kode_unit"] != row["kode_opd"] else ""


def _rest(rows: Sequence[Row], lang: Lang) -> list[str]:
    """What does not fit the page is counted, never left out in silence."""
    return [text("surat.memo_sisa", lang, n=len(rows) - _MOST)] if len(rows) > _MOST else []


def _short(words: str, most: int = _LONG) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
