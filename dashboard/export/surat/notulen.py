"""The minutes of a meeting: a skeleton before it, with what was decided after it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.export.surat.isi import Isi, keadaan
from dashboard.export.surat.word import Bagian, Surat, Tabel
from dashboard.figures.figure import Lang
from dashboard.look import day, month
from dashboard.topics import rapat_catatan, rapat_janji
from dashboard.topics.rapat_hari import Row
from dashboard.topics.rapat_kata import pilihan
from pipelines.catalogue import text

_BLANK = 6  # rows left to be filled by hand where nothing is written yet


def notulen(said: Isi, *, lang: Lang, posisi: Sequence[str], tanya: Sequence[str], kota: str, build: str) -> Surat:
    """The minutes; `posisi` are the findings of the material, `tanya` the leading questions that were put."""
    meeting = said.rapat

    def word(key: str, **values: object) -> str:
        return text(f"surat.{key}", lang, **values)

    facts = [
        (word("hari"), day(said.hari, lang)),
        (word("jenis"), pilihan(meeting["jenis"], lang)),
        (word("perihal"), meeting["perihal"] or "–"),
        (word("pimpinan"), meeting["pimpinan"] or "–"),
        (word("tempat"), meeting["tempat"] or "–"),
        (word("posisi"), _position(said, lang)),
    ]
    agenda = [line.strip() for line in (meeting["agenda"] or "").splitlines() if line.strip()]
    parts = [
        Bagian(word("hadir"), table=_present(said, lang)),
        Bagian(word("agenda"), bullets=agenda, lines=0 if agenda else 3),
        Bagian(word("lalu"), [word("lalu_kosong")] if not said.lalu else (), table=_before(said, lang)),
        Bagian(word("jatuh_tempo"), table=_due(said, lang)) if said.jatuh_tempo else None,
        Bagian(word("posisi_judul"), bullets=posisi),
        Bagian(word("tanya"), bullets=tanya) if tanya else None,
        Bagian(word("keputusan"), table=_actions(said, lang)),
        Bagian(word("komitmen"), table=_promises(said, lang)),
        Bagian(word("kendala"), table=_obstacles(said, lang)) if said.kendala else None,
        Bagian(word("keberatan"), table=_notes(said, lang)) if said.catatan else None,
        Bagian(word("jalannya"), _lines(meeting["notulen"]), lines=0 if meeting["notulen"] else 6),
    ]
    title = word("judul_notulen", perihal=(meeting["perihal"] or pilihan(meeting["jenis"], lang)))
    signed = (f"{kota}, {day(said.hari, lang)}", meeting["pimpinan"] or word("pimpinan"))
    return Surat(
        title.upper(), facts, [part for part in parts if part], signed, word("kaki", rapat=meeting["id"], build=build)
    )


def _position(said: Isi, lang: Lang) -> str:
    year, number = said.rapat["tahun"], said.rapat["bulan"]
    return month(f"{year:04d}-{number:02d}", lang) if year and number else "–"


def _present(said: Isi, lang: Lang) -> Tabel:
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_opd", lang), 4.0), (text("surat.k_hadir", lang), 2.2),
             (text("surat.k_jabatan", lang), 4.0), (text("surat.k_paraf", lang), 2.0))  # fmt: skip
    rows = [
        (str(n), said.unit(row), pilihan(row["kehadiran"], lang), row["jabatan"] or "", "")
        for n, row in enumerate(said.hadir, 1)
    ]
    return Tabel(heads, rows, 0 if rows else _BLANK)


def _before(said: Isi, lang: Lang) -> Tabel | None:
    if not said.lalu:
        return None
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_opd", lang), 2.6), (text("surat.k_uraian", lang), 6.0),
             (text("surat.k_tenggat", lang), 2.0), (text("surat.k_keadaan", lang), 2.4))  # fmt: skip
    rows = [
        (str(n), said.unit(row), row["uraian"], day(row["jatuh"], lang), keadaan(row, said.hari, lang))
        for n, row in enumerate(said.lalu, 1)
    ]
    return Tabel(heads, rows)


def _due(said: Isi, lang: Lang) -> Tabel:
    """What was promised and fell due: the value then, the verdict, and what is missing or why nobody can say."""
    shares = (("no", 0.9), ("opd", 2.6), ("janji", 4.6), ("angka", 3.0), ("putusan", 3.4))
    rows = [
        (
            str(n), said.unit(row), rapat_janji.promised(row, lang, full=True), rapat_janji.now(row, lang) or "–",
            _verdict(row, lang),
        )
        for n, row in enumerate(said.jatuh_tempo, 1)
    ]  # fmt: skip
    return Tabel([(text(f"surat.k_{name}", lang), share) for name, share in shares], rows)


def _verdict(row: Row, lang: Lang) -> str:
    """The verdict with what is missing of a promise not kept, or why there is none."""
    told, why, missing = rapat_janji.told(row, lang), rapat_janji.why(row, lang), rapat_janji.short_of(row, lang)
    if row["putusan"] == rapat_janji.BROKEN and missing:
        return text("surat.kurang", lang, putusan=told, kurang=missing)
    return f"{told}: {why}" if why else told


def _actions(said: Isi, lang: Lang) -> Tabel:
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_opd", lang), 2.6), (text("surat.k_uraian", lang), 5.4),
             (text("surat.k_ukuran", lang), 3.0), (text("surat.k_tenggat", lang), 2.0))  # fmt: skip
    rows = [
        (str(n), said.unit(row), row["uraian"], row["ukuran_selesai"] or "", day(row["jatuh"], lang))
        for n, row in enumerate(said.tindak, 1)
    ]
    return Tabel(heads, rows, 0 if rows else _BLANK)


def _promises(said: Isi, lang: Lang) -> Tabel:
    heads = ((text("surat.k_no", lang), 0.9), (text("surat.k_opd", lang), 3.6), (text("surat.k_janji", lang), 7.0),
             (text("surat.k_catatan", lang), 3.0))  # fmt: skip
    rows = [
        (str(n), said.unit(row), rapat_janji.promised(row, lang, full=True), row["catatan"] or "")
        for n, row in enumerate(said.komitmen, 1)
    ]
    return Tabel(heads, rows, 0 if rows else _BLANK)


def _obstacles(said: Isi, lang: Lang) -> Tabel:
    shares = (("opd", 2.8), ("kategori", 2.8), ("uraian", 5.0), ("pembuka", 2.6))
    heads = [(text(f"surat.k_{name}", lang), share) for name, share in shares]
    rows = [
        (
            said.unit(row),
            pilihan(row["kategori"], lang),
            row["uraian"] or "",
            row["pembuka_sumbatan"],
        )
        for row in said.kendala
    ]
    return Tabel(heads, rows)


def _notes(said: Isi, lang: Lang) -> Tabel:
    shares = (("opd", 2.4), ("jenis", 2.0), ("isi", 5.2), ("tanggapan", 3.6))
    rows = [
        (
            said.unit(row), pilihan(row["jenis"], lang), _of_figure(row, lang),
            row["tanggapan"] or ("" if row["terbuka"] else pilihan(row["keadaan"], lang)),
        )
        for row in said.catatan
    ]  # fmt: skip
    return Tabel([(text(f"surat.k_{name}", lang), share) for name, share in shares], rows)


def _of_figure(row: Row, lang: Lang) -> str:
    """What is said, after the figure that it is about."""
    return ": ".join(part for part in (rapat_catatan.about(row, lang), row["uraian"]) if part)


def _lines(said: str | None) -> list[str]:
    return [line for line in (said or "").splitlines() if line.strip()]
