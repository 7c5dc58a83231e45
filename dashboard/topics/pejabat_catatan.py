"""What else the files say of one official: matters for attention, training, discipline, credit; with their basis."""

from __future__ import annotations

from typing import Any

from dashboard.figures.compose import compose, missing
from dashboard.figures.figure import Column, Figure
from dashboard.figures.tables import table
from dashboard.look import write
from dashboard.query import Ask
from dashboard.topics import pejabat_siapa as siapa
from dashboard.view import View
from pipelines.catalogue import text

Row = dict[str, Any]
_ATTENTION = (
    "select p.*, k.nama_jabatan from app.perhatian as p left join app.kursi as k on p.kode_jabatan = k.kode_jabatan "
    "where p.orang_id = ? and p.tahun = ? and p.bulan = ? and p.jenis <> 'jabatan_kosong' "
    "order by p.tingkat desc, p.jenis"
)
_NOTES = "select * from app.catatan_pegawai where orang_id = ? and tahun <= ? order by tahun desc, jenis"
_CREDIT = "select * from app.angka_kredit where orang_id = ? and tahun <= ? order by tahun desc"
_KINDS = ("diklat", "tidak_masuk", "hukuman", "ip_asn")


def figures(ask: Ask, view: View) -> list[Figure]:
    """What asks for attention, and the notes."""
    return [attention(ask, view), notes(ask, view)]


def attention(ask: Ask, view: View) -> Figure:
    """One row a matter, with its legal basis."""
    lang = view.lang
    rows = ask.run(_ATTENTION, view.pejabat, view.tahun, view.bulan)
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("pejabat.tanya_perhatian", lang)
    if not rows:
        return missing(
            "pejabat.perhatian", title=text("pejabat.kosong_perhatian_judul", lang),
            empty=text("pejabat.kosong_perhatian", lang), provenance=provenance, question=question,
        )  # fmt: skip
    lines = [
        {
            "hal": siapa.matter(row, lang), "jabatan": row["nama_jabatan"],
            "sejak": row["sejak"], "hari": row["hari"],
            "dasar": row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"], "tag": row["tag"],
        }
        for row in rows
    ]  # fmt: skip
    units: dict[str, Any] = {
        "hal": "teks", "jabatan": "teks", "sejak": "tanggal", "hari": "hari", "dasar": "teks", "tag": "kode"
    }  # fmt: skip
    return compose(
        "pejabat.perhatian",
        title=text("pejabat.judul_perhatian", lang, n=len(rows), hal=lines[0]["hal"]),
        chart=None,
        table=table(lines, [Column(name, text(f"pejabat.kolom_{name}", lang), unit) for name, unit in units.items()]),
        provenance=provenance,
        lang=lang,
        question=question,
        notes=(text("pejabat.catatan_perhatian", lang),),
        tags=("pejabat",),
    )


def notes(ask: Ask, view: View) -> Figure:
    """Training, days of absence, penalties, IP ASN and credit of a functional post, by year."""
    lang = view.lang
    found = ask.run(_NOTES, view.pejabat, view.tahun)
    lines = [_note(row, lang) for row in found if row["jenis"] in _KINDS]
    lines += [_credit(row, lang) for row in ask.run(_CREDIT, view.pejabat, view.tahun)]
    provenance, question = siapa.provenance(ask, view, "riwayat"), text("pejabat.tanya_catatan", lang)
    if not lines:
        return missing(
            "pejabat.catatan", title=text("pejabat.kosong_catatan_judul", lang),
            empty=text("pejabat.kosong_catatan", lang), provenance=provenance, question=question,
        )  # fmt: skip
    names = ("catatan", "tahun", "nilai", "kategori", "uraian", "dasar")
    return compose(
        "pejabat.catatan",
        title=text("pejabat.judul_catatan", lang, n=len(lines)),
        chart=None,
        table=table(lines, [Column(name, text(f"pejabat.kolom_{name}", lang)) for name in names]),
        provenance=provenance,
        lang=lang,
        question=question,
        tags=("pejabat",),
    )


def _note(row: Row, lang: Any) -> Row:
    kind = row["jenis"]
    said = None
    if row["kategori"]:
        prefix = {"tidak_masuk": "hukuman", "ip_asn": "ip"}.get(kind, kind)
        limit = write(row["batas"], "bulat", lang) if row["batas"] is not None else ""
        cut = {"persen": row["potongan_persen"], "bulan": row["potongan_bulan"]}
        said = text(f"skp.{prefix}_{row['kategori']}", lang, batas=limit, **cut)
    unit = {"diklat": "JP", "tidak_masuk": text("umum.satuan_hari", lang)}.get(kind, "")
    amount = None if row["nilai"] is None else f"{write(row['nilai'], 'bulat', lang)} {unit}".strip()
    return {
        "catatan": text(f"pejabat.catatan_{kind}", lang), "tahun": str(row["tahun"]), "nilai": amount, "kategori": said,
        "uraian": row["uraian"] if kind != "ip_asn" else None,
        "dasar": row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"],
    }  # fmt: skip


def _credit(row: Row, lang: Any) -> Row:
    worth = write(row["angka_kredit"], "persen", lang).removesuffix(" %")
    return {
        "catatan": text("pejabat.catatan_angka_kredit", lang), "tahun": str(row["tahun"]), "nilai": worth,
        "kategori": row["jenjang"], "uraian": text("pejabat.angka_kredit_bulan", lang, n=row["bulan"]),
        "dasar": row["dasar_hukum_en"] if lang == "en" else row["dasar_hukum"],
    }  # fmt: skip
