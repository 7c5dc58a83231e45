"""The rules of how people are rated, as the raw tables that the SQL judges by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from pipelines.aturan_kinerja import Disiplin, Iki, Pola, Rating, bersih, kinerja
from pipelines.berlaku import COLUMNS, Dated, as_columns, ends

_COLUMNS_OF_RATINGS: tuple[Rating, ...] = ("bawah", "sesuai", "atas")
_N = pa.decimal128(9, 4)
_FLAG = pa.bool_()
_TEXT = pa.string()
SCHEMAS: dict[str, pa.Schema] = {
    "skp_rezim": pa.schema([("rezim", _TEXT), *COLUMNS]),
    "skp_kata": pa.schema([("jenis", _TEXT), ("tertulis", _TEXT), ("kode", _TEXT)]),
    "skp_setelan": pa.schema([("kunci", _TEXT), ("nilai", _N), *COLUMNS]),
    "skp_matriks": pa.schema([("hasil", _TEXT), ("perilaku", _TEXT), ("predikat", _TEXT), *COLUMNS]),
    "skp_pita": pa.schema([
        ("rezim", _TEXT), ("predikat", _TEXT), ("bawah", _N), ("ide_baru", _FLAG), ("bulat", _FLAG), *COLUMNS,
    ]),
    "skp_iki": pa.schema([
        ("kategori", _TEXT), ("capaian_bawah", _N), ("capaian_atas", _N), ("nilai_bawah", _N), ("nilai_atas", _N),
        ("nilai_maksimum", _N), *COLUMNS,
    ]),
    "skp_pola": pa.schema([
        ("organisasi", _TEXT), ("ke", pa.int32()), ("syarat", _TEXT), ("cara", _TEXT), ("batas", _N),
        ("predikat", _TEXT), *COLUMNS,
    ]),
    "skp_kepala": pa.schema([("organisasi", _TEXT), ("hasil", _TEXT), *COLUMNS]),
    "ak_predikat": pa.schema([("predikat", _TEXT), ("persen", _N), *COLUMNS]),
    "ak_jenjang": pa.schema([("jenjang", _TEXT), ("koefisien", _N), *COLUMNS]),
    "diklat_batas": pa.schema([("kelompok", _TEXT), ("arah", _TEXT), ("jp", _N), *COLUMNS]),
    "disiplin_tangga": pa.schema([
        ("hari", _N), ("sampai_hari", _N), ("hukuman", _TEXT), ("persen", _N), ("bulan", pa.int32()), *COLUMNS,
    ]),
    "ip_pita": pa.schema([("kategori", _TEXT), ("bawah", _N), *COLUMNS]),
}  # fmt: skip


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of every raw table that comes from this file, by table name; columns as in SCHEMAS."""
    k = kinerja()
    return {
        "skp_rezim": [
            {"rezim": m.kode, **as_columns(f"rezim-{m.kode}", m, end)}
            for m, end in zip(k.rezim, ends(k.rezim), strict=True)
        ],
        "skp_kata": [
            {"jenis": jenis, "tertulis": tertulis, "kode": kode}
            for jenis, codes in k.kata.items()
            for kode, written in codes.items()
            for tertulis in sorted({bersih(w) for w in written})
        ],
        "skp_setelan": [{"kunci": s.kunci, "nilai": s.nilai, **_said(s.kunci, s)} for s in k.setelan],
        "skp_matriks": [
            {"hasil": hasil, "perilaku": perilaku, "predikat": predikat, **_said("matriks-skp", k.matriks)}
            for hasil in ("atas", "sesuai", "bawah")
            for perilaku, predikat in zip(_COLUMNS_OF_RATINGS, getattr(k.matriks, hasil), strict=True)
        ],
        "skp_pita": [
            {"rezim": name, "bulat": p.bulat, **b.model_dump(), **_said(f"pita-{name}", p)}
            for name, p in k.pita.items()
            for b in p.batas
        ],
        "skp_iki": list(_iki(k.iki)),
        "skp_pola": list(_pola(k.pola)),
        "skp_kepala": [
            {"organisasi": o, "hasil": h, **_said("kepala-skp", k.kepala)} for o, h in k.kepala.rating.items()
        ],
        "ak_predikat": [
            {"predikat": p, "persen": n, **_said("angka-kredit", k.angka_kredit)}
            for p, n in k.angka_kredit.persen.items()
        ],
        "ak_jenjang": [
            {"jenjang": j.nama, "koefisien": j.koefisien, **_said("angka-kredit", k.angka_kredit), "tag": j.tag}
            for j in k.angka_kredit.jenjang
        ],
        "diklat_batas": [
            {"kelompok": name, "arah": d.arah, "jp": d.jp, **_said(f"diklat-{name.lower()}", d)}
            for name, d in k.diklat.items()
        ],
        "disiplin_tangga": list(_ladder(k.disiplin)),
        "ip_pita": [{"kategori": p.kategori, "bawah": p.bawah, **_said("ip-asn", k.ip_asn)} for p in k.ip_asn.pita],
    }


def _said(name: str, value: Dated) -> dict[str, Any]:
    return as_columns(name, value, value.sampai)


def _iki(iki: Iki) -> Iterator[dict[str, Any]]:
    for p in iki.pita:
        (c_low, c_high), (n_low, n_high) = p.capaian, p.nilai
        edges = {"capaian_bawah": c_low, "capaian_atas": c_high, "nilai_bawah": n_low, "nilai_atas": n_high}
        yield {"kategori": p.kategori, **edges, "nilai_maksimum": iki.nilai_maksimum, **_said("iki", iki)}


def _pola(pola: Pola) -> Iterator[dict[str, Any]]:
    for organisasi in ("istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"):
        for number, (name, s) in enumerate(getattr(pola, organisasi).items(), 1):
            said = {"organisasi": organisasi, "ke": number, "syarat": name, "cara": s.cara, "batas": s.batas}
            for predikat in s.predikat:
                yield {**said, "predikat": predikat, **_said("pola-distribusi", pola)}


def _ladder(disiplin: Disiplin) -> Iterator[dict[str, Any]]:
    following = [step.hari for step in disiplin.tangga[1:]]
    for step, end in zip(disiplin.tangga, [*following, None], strict=True):
        yield {**step.model_dump(), "sampai_hari": end, **_said("disiplin", disiplin)}
