"""The small pemda with its people: who heads which OPD in April 2026, and how it came so. Nobody in it exists."""

from __future__ import annotations

from typing import Any

from tests.models.jabatan import kursi, nip, tugas
from tests.models.world import Row, World, hari
from tests.topics import world

# Names by letter, so that a test can look for them where nobody may be named.
NAMES = {
    "A": "Contoh Aruna", "B": "Contoh Bayumi", "C": "Contoh Candrika", "D": "Contoh Darsana", "E": "Contoh Ekaputra",
    "F": "Contoh Fajarina", "G": "Contoh Gunadarma", "H": "Contoh Handayu",
}  # fmt: skip
NIPS = {letter: nip(n) for n, letter in enumerate(NAMES)}
LAST = 150  # the day of the year on which something was recorded last

SEATS = [
    *(
        kursi(f"{code}-KEPALA", code, f"Kepala {name}", "II.b", pimpinan_opd=True)
        for code, name in (
            ("DINKES", "Dinas Kesehatan"), ("DISDIK", "Dinas Pendidikan"), ("PUPR", "Dinas Pekerjaan Umum"),
            ("BPBD", "Badan Penanggulangan Bencana"), ("KOMINFO", "Dinas Komunikasi"),
        )
    ),
    kursi("BPBD-SEK", "BPBD", "Sekretaris Badan", "III.a"),
    kursi("PUPR-SEK", "PUPR", "Sekretaris Dinas <PU>", "III.a"),
]  # fmt: skip


def _post(who: str, begin: str, where: str | None, kind: str = "definitif", **more: Any) -> Row:
    place = {"kode_jabatan": where} if where else {"nama_jabatan": "Widyaiswara Ahli Utama"}
    return {**tugas(NIPS[who], begin, kind, **place, **more), "nama": NAMES[who]}


POSTS = [
    # On 2 March B goes from PUPR to DISDIK, C from KOMINFO to PUPR; A leaves DISDIK to teach, D acts in KOMINFO.
    _post("A", "2022-01-03", "DISDIK-KEPALA", cara="rotasi"),
    _post("A", "2026-03-02", None, cara="rotasi", kode_sk_batch="pelantikan Maret 2026"),
    _post("B", "2021-01-04", "PUPR-KEPALA", cara="promosi"),
    _post("B", "2026-03-02", "DISDIK-KEPALA", cara="seleksi terbuka", kode_sk_batch="pelantikan Maret 2026",
          tmt_pelantikan=hari("2026-03-05"), no_sk="821.2/7"),
    _post("C", "2024-02-01", "KOMINFO-KEPALA", cara="promosi"),
    _post("C", "2026-03-02", "PUPR-KEPALA", cara="rotasi", kode_sk_batch="pelantikan Maret 2026"),
    _post("D", "2026-03-02", "KOMINFO-KEPALA", "Plt"),
    # E acts in BPBD since September beside the own post; F has headed DINKES since 2019; PUPR has an empty seat.
    _post("H", "2020-01-06", "BPBD-KEPALA", selesai="2025-09-14"),
    _post("E", "2023-01-02", "BPBD-SEK", cara="promosi"),
    _post("E", "2025-09-15", "BPBD-KEPALA", "Plt"),
    _post("F", "2019-05-01", "DINKES-KEPALA"),
    _post("G", "2022-05-02", "PUPR-SEK", selesai="2026-01-31"),
]  # fmt: skip


def _skp(tahun: int, predikat: str, **more: Any) -> Row:
    return {
        "nip": NIPS["B"], "nama": NAMES["B"], "tahun": tahun, "jenis_periode": "tahunan", "kode_opd": "PUPR",
        "predikat": predikat, "baris": tahun, **more,
    }  # fmt: skip


SKP = [
    _skp(2020, "Baik", nilai_lama=85),
    _skp(2021, "Sangat Baik", nilai_lama=95, mulai=hari("2021-01-01"), selesai=hari("2021-06-30")),
    _skp(2021, "Cukup", nilai_lama=70, mulai=hari("2021-07-01"), selesai=hari("2021-12-31")),
    _skp(2025, "Baik", hasil_kerja="sesuai ekspektasi", perilaku="sesuai ekspektasi"),
    _skp(2026, "Sangat Baik", jenis_periode="triwulan", periode=1, hasil_kerja="sesuai ekspektasi",
         perilaku="sesuai ekspektasi", kode_opd="DISDIK"),
]  # fmt: skip


def rows() -> dict[str, list[Row]]:
    """The raw rows of the small pemda and of its people."""
    staff = [
        {
            "nip": NIPS[letter], "nama": name, "gelar_belakang": "S.T.", "jenis": "PNS", "status_aktif": "Aktif",
            "gol_ruang": "IV/b", "tgl_posisi": hari("2026-04-30"),
        }
        for letter, name in NAMES.items()
    ]  # fmt: skip
    return {
        **world.rows(),
        "jabatan": SEATS,
        "riwayat_jabatan": POSTS,
        "pegawai": staff,
        "skp": SKP,
        "disiplin_diklat": [{"nip": NIPS["B"], "jenis": "diklat", "tahun": 2025, "nilai": 24}],
        "unor": [{"unor_id": "u", "nama": "Unit", "impor": LAST}],
    }


def build() -> World:
    """The small pemda with its people, built."""
    return World(rows())


def ids(built: World) -> dict[str, str]:
    """The internal id of each letter."""
    found = {row["nip"]: row["orang_id"] for row in built.run("select nip, orang_id from core.orang_nip")}
    return {letter: found[number] for letter, number in NIPS.items()}
