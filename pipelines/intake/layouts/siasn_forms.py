"""The exports of SIASN: the headers each is known by, and where our columns stand in it.

Headers are spelt without case and marks, so that camelCase, snake_case and "NIP BARU" are one.
"""

from __future__ import annotations

from pipelines.intake.staff import Field, Form

_UNIT = {
    "unor_id": Field(("unorid",)),
    "unor": Field(("unornama", "namaunor", "unornm")),
}

RIWAYAT = Form(
    contract="riwayat_jabatan",
    signs=(
        ("nipbaru", "nip", "idpns", "pnsid"), ("tmtjabatan", "tmtjabatan_"), ("nomorsk", "nosk"),
        ("namajabatan", "jabatannama", "jabatanfungsionalnama", "jabatanfungsionalumumnama"),
        ("unornama", "namaunor", "unorid"),
        ("jenispenugasanid", "jenismutasiid", "tmtpelantikan", "eselonid", "eselon"),
    ),
    fields={
        "nip": Field(("nipbaru", "nip")),
        "nama": Field(("nama", "namapegawai")),
        **_UNIT,
        "unor_induk": Field(("unorinduknama", "unorinduknm")),
        "nama_jabatan": Field(
            ("namajabatan", "jabatannama", "jabatanfungsionalnama", "jabatanfungsionalumumnama"),
        ),
        "eselon": Field(("eselon", "eselonid"), words="eselon"),
        "jenis_penugasan": Field(("jenispenugasan", "jenispenugasannama", "jenispenugasanid"), words="penugasan"),
        "cara": Field(("jenismutasi", "jenismutasinama", "jenismutasiid"), words="cara"),
        "no_sk": Field(("nomorsk", "nosk")),
        "tgl_sk": Field(("tanggalsk", "tglsk")),
        "tmt_mulai": Field(("tmtjabatan",)),
        "tmt_pelantikan": Field(("tmtpelantikan",)),
        "tmt_selesai": Field(("tmtselesai", "tmtakhir")),
        "id_sumber": Field(("id",)),
    },
    free=frozenset({"jenis_penugasan", "cara"}),
    ignored=(
        "idpns", "pnsid", "niplama", "instansikerjaid", "instansikerjanama", "satuankerjaid", "satuankerjanama",
        "unorindukid", "jenisjabatan", "jabatanfungsionalid", "jabatanfungsionalumumid", "tmtmutasi", "tmtmutasi_",
        "subjabatanid", "path", "createdat", "updatedat", "deletedat", "no",
    ),
)  # fmt: skip

PEGAWAI = Form(
    contract="pegawai",
    signs=(
        ("nipbaru", "pnsid"), ("nama", "namapegawai"),
        ("unornama", "unorid", "jabatannama", "kedudukanhukumnama", "golakhirnama", "jenispegawainama"),
    ),
    fields={
        "nip": Field(("nipbaru", "nip")),
        "nip_lama": Field(("nipsebelumnya",)),  # niplama is the number of nine digits from before 2008
        "id_asn": Field(("pnsid", "idpns", "id")),
        "nama": Field(("nama", "namapegawai")),
        "gelar_depan": Field(("gelardepan",)),
        "gelar_belakang": Field(("gelarbelakang",)),
        "jenis": Field(("jenispegawainama", "jenispegawai")),
        "gol_ruang": Field(("golakhirnama", "golruangakhir", "golongan")),
        "pendidikan": Field(("tingkatpendidikannama", "pendidikannama")),
        "jenis_jabatan": Field(("jenisjabatannama",)),
        **_UNIT,
        "nama_jabatan": Field(("jabatannama", "namajabatan")),
        "tmt_jabatan": Field(("tmtjabatan",)),
        "bup_tanggal": Field(("tmtpensiun", "tanggalpensiun", "buptanggal")),
        "status_aktif": Field(("kedudukanhukumnama", "kedudukanhukum")),
        "tgl_posisi": Field(("tanggalposisi",)),
    },
    ignored=(
        "niplama", "statuscpnspns", "jeniskelamin", "golawalnama", "tmtgolongan", "jabatanid", "pendidikannama",
        "lokasikerjanama", "instansikerjanama", "satuankerjakerjanama", "no",
    ),
)  # fmt: skip

UNOR = Form(
    contract="unor",
    signs=(("id",), ("diatasanid",), ("namaunor",), ("namajabatan", "eselonid", "indukunorid")),
    fields={
        "unor_id": Field(("id",)),
        "atasan_id": Field(("diatasanid",)),
        "induk_id": Field(("indukunorid",)),
        "nama": Field(("namaunor",)),
        "nama_jabatan": Field(("namajabatan",)),
        "eselon": Field(("eselonid",), words="eselon"),
        "pemimpin_id_asn": Field(("pemimpinpnsid",)),
    },
    ignored=("instansiid", "cepatkode", "jenisunorid", "no"),
)

_ASSESSED = {
    "nip": Field(("nipbaru", "nip")),
    "id_asn": Field(("pnsdinilaiid", "idpns", "pnsid")),
    "nama": Field(("nama", "namapegawai")),
    "tahun": Field(("tahun",)),
    "hasil_kerja": Field(("hasilkinerja", "hasilkinerjanilai"), words="rating"),
    "perilaku": Field(("perilakukerja", "perilakukerjanilai"), words="rating"),
    "id_sumber": Field(("id",)),
}
_ASSESSOR = (
    "niplama", "namapenilai", "penilaijabatannm", "penilaijabatannama", "penilaiunornm", "penilaigolonganid",
    "penilaigolongan", "statuspenilai", "pnspenilaiid", "penilaipnsid", "path", "createdat", "updatedat", "no",
)  # fmt: skip

SKP22 = Form(
    contract="skp",
    signs=(
        ("nipbaru", "nip", "pnsdinilaiid"), ("tahun",), ("hasilkinerja", "hasilkinerjanilai"),
        ("perilakukerja", "perilakukerjanilai"), ("kuadrankinerja", "kuadrankinerjanilai"),
    ),
    fields={
        **_ASSESSED,
        "predikat": Field(("kuadrankinerja", "kuadrankinerjanilai"), words="predikat"),
        "penilai_nip": Field(("nipnrppenilai",)),
    },
    ignored=_ASSESSOR,
)  # fmt: skip

PERIODIK = Form(
    contract="skp",
    signs=(
        ("nipbaru", "nip", "pnsdinilaiid"), ("tahun",), ("hasilkinerja", "hasilkinerjanilai"),
        ("perilakukerja", "perilakukerjanilai"), ("kuadrannilai", "kuadrankinerjanilai"),
        ("periodiknama", "periodikid", "bulanmulaipenilaian"), ("koefisenid", "koefisienid", "persentase", "kriteria"),
    ),
    fields={
        **_ASSESSED,
        "predikat": Field(("kuadrannilai", "kuadrankinerja", "kuadrankinerjanilai"), words="predikat"),
        "nama_jabatan": Field(("jabatan", "namajabatan")),
        **_UNIT,
        "penilai_nip": Field(("nipnrppenilai",)),
    },
    ignored=(
        *_ASSESSOR, "koefisenid", "koefisienid", "kriteria", "persentase", "periodikid", "periodiknama",
        "instansiid", "instansinama", "bulanmulaipenilaian", "bulanselesaipenilaian", "tahunmulaipenilaian",
        "tahunselesaipenilaian",
    ),
)  # fmt: skip

FORMS = (RIWAYAT, PEGAWAI, UNOR, SKP22, PERIODIK)
