"""The people of the small pemda with their SKP, for the texts of figures about performance. Nobody in it exists."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.models.jabatan import nip
from tests.models.world import Row, World
from tests.topics import orang

CAMAT = "7.01.0.00.0.00.99.0000"
MET, ABOVE, BELOW = "sesuai ekspektasi", "di atas ekspektasi", "di bawah ekspektasi"
NAMES = tuple(f"Contoh Staf {n}" for n in range(60))


def _skp(who: int, opd: str, tahun: int, predikat: str | None, **more: Any) -> Row:
    rated = {"hasil_kerja": MET, "perilaku": MET} if predikat and tahun > 2021 else {}
    return {
        "nip": nip(200 + who), "nama": NAMES[who], "tahun": tahun, "jenis_periode": "tahunan", "kode_opd": opd,
        "predikat": predikat, "status": "PERSETUJUAN" if predikat else "DRAFT", "baris": 1000 * (tahun - 2019) + who,
        **rated, **more,
    }  # fmt: skip


def _year(tahun: int) -> list[Row]:
    """DISDIK has people of every kind, in the kecamatan all are good though its money is behind, BPBD has few."""
    rows = [_skp(who, "DISDIK", tahun, "Baik", nama_jabatan="Guru Ahli Pertama") for who in range(6)]
    rows += [_skp(who, "DISDIK", tahun, "Baik") for who in range(6, 14)]
    rows += [_skp(who, "DISDIK", tahun, "Sangat Baik", hasil_kerja=ABOVE, perilaku=ABOVE) for who in range(14, 17)]
    rows += [_skp(17, "DISDIK", tahun, "Sangat Baik")]  # the matrix gives Baik
    rows += [_skp(18, "DISDIK", tahun, "Butuh Perbaikan", hasil_kerja=BELOW)]
    rows += [_skp(19, "DISDIK", tahun, "Kurang", hasil_kerja=ABOVE, perilaku=BELOW)]
    rows += [_skp(who, "DISDIK", tahun, None) for who in (20, 21)]
    rows += [_skp(who, CAMAT, tahun, "Baik") for who in range(25, 40)]
    return rows + [_skp(who, "BPBD", tahun, "Baik") for who in range(45, 48)]


def _scored(tahun: int) -> list[Row]:
    scores = {**dict.fromkeys(range(14), Decimal(85)), **dict.fromkeys(range(14, 20), Decimal(92))}
    return [_skp(who, "DISDIK", tahun, None, nilai_lama=score) for who, score in scores.items()]


def _indicators() -> list[Row]:
    def one(n: int, arah: str, target: str | None, realisasi: str | None) -> Row:
        return {
            "nip": nip(200), "tahun": 2025, "jenis_periode": "tahunan", "kode_indikator": str(n),
            "indikator": f"Indikator {n}", "arah": arah, "target": target, "realisasi": realisasi, "baris": n,
        }  # fmt: skip

    return [one(1, "naik", "80", "92"), one(2, "turun", "10", "12"), one(3, "naik", "50", None),
            one(4, "naik", "0", "3")]  # fmt: skip


def _notes() -> list[Row]:
    def note(who: int, jenis: str, nilai: int) -> Row:
        return {"nip": nip(200 + who), "jenis": jenis, "tahun": 2025, "nilai": nilai, "baris": 10 * who + len(jenis)}

    trained = [note(who, "diklat", 24 if who % 3 else 12) for who in range(12)]
    parts = (("ip kualifikasi", 20), ("ip kompetensi", 30), ("ip kinerja", 25), ("ip disiplin", 5))
    index = [note(who, jenis, nilai) for who in range(8) for jenis, nilai in parts]
    return [*trained, note(1, "tidak masuk", 13), note(2, "tidak masuk", 4), *index]


def rows() -> dict[str, list[Row]]:
    """The raw rows of the small pemda, its people and their SKP."""
    made = orang.rows()
    organisations: list[Row] = [
        {"tahun": 2025, "jenis_periode": "tahunan", "kode_opd": opd, "predikat": word, "baris": at}
        for at, (opd, word) in enumerate(
            {"DISDIK": "Baik", "KOMINFO": "Baik", CAMAT: "Baik", "BPBD": "Istimewa"}.items()
        )
    ]
    heads: list[Row] = [
        {"nip": orang.NIPS[letter], "nama": orang.NAMES[letter], "tahun": 2025, "jenis_periode": "tahunan",
         "kode_opd": opd, "predikat": "Baik", "hasil_kerja": found, "perilaku": MET, "baris": 9000 + at}
        for at, (letter, opd, found) in enumerate([("A", "DISDIK", MET), ("C", "KOMINFO", ABOVE)])
    ]  # fmt: skip
    return {
        **made,
        "skp": [*made["skp"], *_year(2024), *_year(2025), *_scored(2020), *heads],
        "skp_indikator": _indicators(),
        "predikat_organisasi": organisations,
        "disiplin_diklat": [*made["disiplin_diklat"], *_notes()],
    }


def build() -> World:
    """The small pemda with its people and their SKP, built."""
    return World(rows())
