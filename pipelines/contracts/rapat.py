"""What people write in and around a meeting: what was decided, promised, asked for, objected to and answered."""

from __future__ import annotations

from typing import ClassVar

from pipelines.contracts.base import Baris, Kode, Persen, Rupiah, Tanggal, cell

JENIS_RAPAT = ("TEPRA", "rakor POK", "rapat dinas", "evaluasi Setda", "100 hari", "evaluasi JPT", "lainnya")
KEHADIRAN = ("hadir", "diwakili", "tidak hadir")
JENIS_TINDAK = ("tindak lanjut", "instruksi", "keputusan")
KEADAAN = ("Belum", "On-track", "Alert", "Selesai", "Batal")
UKURAN_JANJI = ("serapan", "serapan_rak", "deviasi", "realisasi", "sisa", "fisik", "indikator")
KEADAAN_JANJI = ("berlaku", "dicabut")
KATEGORI_KENDALA = (
    "gagal tender", "terlambat tender", "DAK belum transfer", "pihak ketiga belum menagih", "UP/GU",
    "SK atau regulasi belum terbit", "perencanaan", "lahan", "SDM", "lainnya",
)  # fmt: skip
JENIS_CATATAN = ("catatan", "keberatan")
KEADAAN_CATATAN = ("terbuka", "diterima", "ditolak", "selesai")
PEMERIKSA = ("BPK", "BPKP", "APIP")
KEADAAN_TEMUAN = ("belum ditindaklanjuti", "belum sesuai", "sesuai", "tidak dapat ditindaklanjuti")


class Catatan(Baris):
    """A row of the records: people add, change and take back such rows, each change kept with who and when."""

    id: Kode | None = cell("kode", "Nomor catatan; kosong berarti diberi nomor", "Number of the record; blank: given",
                           example=("TL-2026-014",))  # fmt: skip
    versi: int | None = cell(
        "bulat", "Versi catatan saat diekspor; jangan diubah, kosongkan untuk baris baru",
        "Version when exported; leave as it is, blank for a new row", ge=1,
    )  # fmt: skip


class Milik(Catatan):
    """A record of an OPD, or of one of its units (a bagian of the Setda)."""

    kode_opd: Kode = cell("kode", "Kode OPD", "OPD code", wajib=True, example=("DPU",))
    kode_unit: Kode | None = cell("kode", "Kode unit di bawah OPD, misalnya bagian di Setda; kosong = seluruh OPD",
                                  "Unit below the OPD, e.g. a bagian of the Setda; blank = the whole OPD",
                                  example=("SETDA-UMUM",))  # fmt: skip


class Rapat(Catatan):
    """A meeting."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu rapat evaluasi", "en": "One evaluation meeting"}
    kunci: ClassVar[tuple[str, ...]] = ("id",)
    id: Kode = cell("kode", "Nomor rapat", "Number of the meeting", wajib=True, example=("TEPRA-2026-10",))
    jenis: str = cell("teks", "Jenis rapat", "Kind of meeting", wajib=True, example=("TEPRA",), choices=JENIS_RAPAT)
    tanggal: Tanggal = cell("tanggal", "Tanggal rapat", "Day of the meeting", wajib=True, example=("2026-10-12",))
    perihal: str | None = cell("naskah", "Judul atau perihal rapat", "Subject",
                               example=("Evaluasi serapan triwulan III",))  # fmt: skip
    pimpinan: str | None = cell("naskah", "Jabatan yang memimpin", "Post that chairs", example=("Sekretaris Daerah",))
    tempat: str | None = cell("naskah", "Tempat", "Place", example=("Aula Setda",))
    agenda: str | None = cell("naskah", "Agenda, satu per baris", "Agenda, one a line")
    lingkup: str | None = cell("teks", "Kelompok yang dibahas: semua, asisten-1, komisi-IV, atau kode OPD",
                               "Who is looked at: semua, asisten-1, komisi-IV, or an OPD code",
                               example=("semua",))  # fmt: skip
    profil: str | None = cell("teks", "Profil aturan rapor yang dipakai", "Rule profile", example=("rasio-target",))
    tahun: int | None = cell("tahun", "Tahun posisi data", "Year of the data", example=("2026",), ge=2000, le=2100)
    bulan: int | None = cell("bulan", "Bulan posisi data", "Month of the data", example=("9",), ge=1, le=12)
    build: Kode | None = cell("kode", "Angka yang dikunci untuk rapat ini; diisi aplikasi saat dikunci",
                              "The frozen build of the meeting; filled when it is locked")  # fmt: skip
    notulen: str | None = cell("naskah", "Ringkasan jalannya rapat", "What was said, in short")


class Kehadiran(Catatan):
    """Who came."""

    judul: ClassVar[dict[str, str]] = {"id": "Kehadiran satu OPD di satu rapat", "en": "One OPD at one meeting"}
    kunci: ClassVar[tuple[str, ...]] = ("rapat_id", "kode_opd", "kode_unit")
    rapat_id: Kode = cell("kode", "Nomor rapat", "Meeting", wajib=True, example=("TEPRA-2026-10",))
    kode_opd: Kode = cell("kode", "Kode OPD", "OPD code", wajib=True, example=("DPU",))
    kode_unit: Kode | None = cell("kode", "Kode unit di bawah OPD", "Unit below the OPD")
    kehadiran: str = cell("teks", "Hadir, diwakili, atau tidak hadir", "Present, represented or absent", wajib=True,
                          example=("hadir",), choices=KEHADIRAN)  # fmt: skip
    jabatan: str | None = cell("naskah", "Jabatan yang hadir", "Post of who came", example=("Sekretaris Dinas",))


class TindakLanjut(Milik):
    """What somebody must do after a meeting, until when, and how far it is."""

    judul: ClassVar[dict[str, str]] = {
        "id": "Satu tindak lanjut, instruksi, atau keputusan satu rapat",
        "en": "One action, instruction or decision of one meeting",
    }
    kunci: ClassVar[tuple[str, ...]] = ("id",)
    id: Kode = cell("kode", "Nomor tindak lanjut", "Number", wajib=True, example=("TL-2026-014",))
    rapat_id: Kode = cell("kode", "Rapat yang memutuskannya", "Meeting", wajib=True, example=("TEPRA-2026-10",))
    jenis: str | None = cell("teks", "Tindak lanjut, instruksi, atau keputusan", "Action, instruction or decision",
                             example=("tindak lanjut",), choices=JENIS_TINDAK)  # fmt: skip
    uraian: str = cell("naskah", "Yang harus dikerjakan", "What must be done", wajib=True,
                       example=("Ajukan reviu DAK tahap III ke Inspektorat",))  # fmt: skip
    penanggung_jawab: Kode | None = cell(
        "kode", "Kode jabatan penanggung jawab; kosong = pimpinan OPD", "Post that answers; blank = head of the OPD",
        example=("DPU-SEKRETARIS",),
    )  # fmt: skip
    tenggat: Tanggal = cell("tanggal", "Tenggat menurut rapat itu", "Due date set by the meeting", wajib=True,
                            example=("2026-10-30",))  # fmt: skip
    ukuran_selesai: str | None = cell("naskah", "Kapan dianggap selesai", "Measure of done",
                                      example=("Surat reviu terbit",))  # fmt: skip
    status: str = cell("teks", "Keadaan", "State", wajib=True, example=("Belum",), choices=KEADAAN)
    tgl_selesai: Tanggal | None = cell("tanggal", "Tanggal selesai", "Done on")
    bukti: str | None = cell("naskah", "Bukti: nomor surat atau tautan", "Evidence", example=("700/214/2026",))
    catatan: str | None = cell("naskah", "Catatan kemajuan", "Note on progress")
    lanjutan_dari: Kode | None = cell("kode", "Nomor tindak lanjut yang diteruskan", "Carried over from")


class Perpanjangan(Catatan):
    """A later due date, and why."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu perpanjangan tenggat", "en": "One extension of a due date"}
    kunci: ClassVar[tuple[str, ...]] = ("tindak_lanjut_id", "tenggat_baru")
    tindak_lanjut_id: Kode = cell("kode", "Nomor tindak lanjut", "Action", wajib=True, example=("TL-2026-014",))
    tanggal: Tanggal = cell("tanggal", "Tanggal diminta", "Asked on", wajib=True, example=("2026-10-28",))
    tenggat_baru: Tanggal = cell("tanggal", "Tenggat baru", "New due date", wajib=True, example=("2026-11-15",))
    alasan: str = cell("naskah", "Alasan", "Reason", wajib=True, example=("Menunggu hasil survei lahan",))
    disetujui: str | None = cell("naskah", "Jabatan yang menyetujui", "Post that agreed",
                                 example=("Sekretaris Daerah",))  # fmt: skip


class Komitmen(Milik):
    """What a head promised: a value of a measure by a day; whether it was kept is computed, never typed."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu janji satu pimpinan OPD", "en": "One promise of one head of an OPD"}
    kunci: ClassVar[tuple[str, ...]] = (
        "rapat_id", "kode_opd", "kode_unit", "ukuran", "kode_indikator", "tanggal_janji",
    )  # fmt: skip
    rapat_id: Kode = cell("kode", "Rapat tempat dijanjikan", "Meeting", wajib=True, example=("TEPRA-2026-10",))
    ukuran: str = cell("teks", "Ukuran yang dijanjikan", "Measure", wajib=True, example=("serapan",),
                       choices=UKURAN_JANJI)  # fmt: skip
    kode_indikator: Kode | None = cell("kode", "Kode indikator, bila ukurannya indikator", "Indicator, if it is one",
                                       example=("IKU-01",))  # fmt: skip
    nilai_janji: Persen = cell("persen", "Nilai yang dijanjikan: persen, poin, rupiah, atau satuan indikator",
                               "Promised value: percent, points, rupiah or the indicator's unit", wajib=True,
                               example=("75",))  # fmt: skip
    tanggal_janji: Tanggal = cell("tanggal", "Selambatnya tanggal", "By", wajib=True, example=("2026-11-30",))
    keadaan: str | None = cell("teks", "berlaku, atau dicabut dengan alasan", "In force, or taken back",
                               choices=KEADAAN_JANJI)  # fmt: skip
    catatan: str | None = cell("naskah", "Catatan atau alasan dicabut", "Note, or why it was taken back")


class Kendala(Milik):
    """What holds an OPD up, and who can clear it."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu kendala satu OPD", "en": "One obstacle of one OPD"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_opd", "kode_unit", "kode_sub_kegiatan", "kategori", "sejak", "uraian")
    rapat_id: Kode | None = cell("kode", "Rapat tempat disebut", "Meeting", example=("TEPRA-2026-10",))
    kode_sub_kegiatan: Kode | None = cell("kode", "Kode sub kegiatan yang terhambat", "Sub kegiatan",
                                          example=("1.03.10.2.01.0033",))  # fmt: skip
    kategori: str = cell("teks", "Kategori", "Category", wajib=True, example=("terlambat tender",),
                         choices=KATEGORI_KENDALA)  # fmt: skip
    uraian: str | None = cell("naskah", "Uraian", "What it is", example=("Dokumen pemilihan belum lengkap",))
    pembuka_sumbatan: str = cell("naskah", "Siapa yang dapat membuka sumbatan", "Who can clear it", wajib=True,
                                 example=("UKPBJ",))  # fmt: skip
    sejak: Tanggal | None = cell("tanggal", "Sejak", "Since", example=("2026-07-01",))
    selesai: Tanggal | None = cell("tanggal", "Teratasi pada", "Cleared on")


class CatatanOpd(Milik):
    """What is noted about an OPD, or what it objects to, and the answer."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu catatan atau keberatan", "en": "One note or objection"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_opd", "kode_unit", "jenis", "tanggal", "uraian")
    rapat_id: Kode | None = cell("kode", "Nomor rapat", "Meeting")
    jenis: str = cell("teks", "Catatan, atau keberatan OPD atas angka", "Note, or objection to a figure", wajib=True,
                      example=("keberatan",), choices=JENIS_CATATAN)  # fmt: skip
    tanggal: Tanggal = cell("tanggal", "Tanggal", "Day", wajib=True, example=("2026-10-14",))
    ukuran: str | None = cell("teks", "Ukuran yang dicatat atau dikeberati", "Measure", example=("serapan",))
    tahun: int | None = cell("tahun", "Tahun angkanya", "Year", example=("2026",), ge=2000, le=2100)
    bulan: int | None = cell("bulan", "Bulan angkanya", "Month", example=("9",), ge=1, le=12)
    uraian: str = cell("naskah", "Isi", "What is said", wajib=True, example=("SP2D 30 September belum masuk",))
    keadaan: str | None = cell("teks", "Keadaan", "State", choices=KEADAAN_CATATAN, example=("terbuka",))
    tanggapan: str | None = cell("naskah", "Tanggapan", "Answer")


class Temuan(Milik):
    """What an audit found, and how far its follow-up is."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu rekomendasi temuan BPK atau APIP", "en": "One audit recommendation"}
    kunci: ClassVar[tuple[str, ...]] = ("no_lhp", "nomor", "kode_opd")
    pemeriksa: str = cell("teks", "Pemeriksa", "Auditor", wajib=True, example=("BPK",), choices=PEMERIKSA)
    no_lhp: str = cell("teks", "Nomor LHP", "Number of the report", wajib=True,
                       example=("12.B/LHP/XVIII.SRG/05/2026",))  # fmt: skip
    nomor: str | None = cell("teks", "Nomor temuan atau rekomendasi", "Number of the finding", example=("3.1",))
    tahun: int = cell("tahun", "Tahun LHP", "Year of the report", wajib=True, example=("2026",), ge=2000, le=2100)
    tgl_lhp: Tanggal | None = cell("tanggal", "Tanggal LHP diterima", "Report received", example=("2026-05-26",))
    uraian: str = cell("naskah", "Temuan", "Finding", wajib=True, example=("Kelebihan pembayaran belanja modal",))
    rekomendasi: str | None = cell("naskah", "Rekomendasi", "Recommendation")
    nilai: Rupiah | None = cell("rupiah", "Nilai temuan, rupiah", "Value, rupiah", example=("125.000.000",))
    disetor: Rupiah | None = cell("rupiah", "Sudah disetor, rupiah", "Paid back, rupiah", example=("50.000.000",))
    status: str = cell("teks", "Status tindak lanjut", "State of the follow-up", wajib=True,
                       example=("belum sesuai",), choices=KEADAAN_TEMUAN)  # fmt: skip
    tenggat: Tanggal | None = cell("tanggal", "Tenggat; kosong = 60 hari sesudah LHP diterima",
                                   "Due; blank = 60 days after the report", example=("2026-07-25",))  # fmt: skip
    bukti: str | None = cell("naskah", "Bukti tindak lanjut", "Evidence")


class BukuTamu(Milik):
    """A visit, as the guest book keeps it; who came is known to the records alone, and only for a while."""

    judul: ClassVar[dict[str, str]] = {"id": "Satu kunjungan tamu", "en": "One visit"}
    kunci: ClassVar[tuple[str, ...]] = ("kode_opd", "kode_unit", "tanggal", "jam_masuk", "instansi", "keperluan")
    tanggal: Tanggal = cell("tanggal", "Tanggal", "Day", wajib=True, example=("2026-10-12",))
    jam_masuk: str = cell("jam", "Jam masuk", "Time in", wajib=True, example=("09:30",))
    jam_keluar: str | None = cell("jam", "Jam keluar", "Time out", example=("10:15",))
    instansi: str | None = cell("naskah", "Asal instansi; nama orang tidak ditulis di berkas",
                                "Institution; names of people are not written in a file",
                                example=("Kantor Pertanahan",))  # fmt: skip
    keperluan: str = cell("naskah", "Keperluan", "Purpose", wajib=True, example=("Koordinasi aset",))


# In the order in which they name each other: a row may only name one that stands before it.
CATATAN: dict[str, type[Catatan]] = {
    "rapat": Rapat,
    "kehadiran": Kehadiran,
    "tindak_lanjut": TindakLanjut,
    "perpanjangan": Perpanjangan,
    "komitmen": Komitmen,
    "kendala": Kendala,
    "catatan": CatatanOpd,
    "temuan": Temuan,
    "buku_tamu": BukuTamu,
}
