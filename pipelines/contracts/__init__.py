"""What each kind of row must be. A contract's name is also the name of its raw table."""

from pipelines.contracts.anggaran import Dokumen, Fisik, Pagu, Paket, Rak, Realisasi
from pipelines.contracts.base import Baris, Cell, columns, required, schema
from pipelines.contracts.kepegawaian import (
    DisiplinDiklat,
    Padanan,
    Pegawai,
    Pengecualian,
    RiwayatJabatan,
    Unor,
)
from pipelines.contracts.master import AturanRapor, Jabatan, Opd, TargetSerapan
from pipelines.contracts.peta import BatasWilayah
from pipelines.contracts.rapat import CATATAN
from pipelines.contracts.skp import PredikatOrganisasi, Skp, SkpIndikator
from pipelines.contracts.target import (
    IndikatorWilayah,
    PkIndikator,
    PkRealisasi,
    SeratusHari,
    SkalaPredikat,
    TargetDaerah,
    Tim,
    TimAnggota,
)

CONTRACTS: dict[str, type[Baris]] = {
    "opd": Opd,
    "jabatan": Jabatan,
    "aturan_rapor": AturanRapor,
    "target_serapan": TargetSerapan,
    "pagu": Pagu,
    "rak": Rak,
    "realisasi": Realisasi,
    "dokumen": Dokumen,
    "fisik": Fisik,
    "paket": Paket,
    "pegawai": Pegawai,
    "riwayat_jabatan": RiwayatJabatan,
    "skp": Skp,
    "skp_indikator": SkpIndikator,
    "predikat_organisasi": PredikatOrganisasi,
    "disiplin_diklat": DisiplinDiklat,
    "pengecualian": Pengecualian,
    "padanan": Padanan,
    "unor": Unor,
    "target_daerah": TargetDaerah,
    "pk_indikator": PkIndikator,
    "pk_realisasi": PkRealisasi,
    "skala_predikat": SkalaPredikat,
    "tim": Tim,
    "tim_anggota": TimAnggota,
    "seratus_hari": SeratusHari,
    "indikator_wilayah": IndikatorWilayah,
    "batas_wilayah": BatasWilayah,
    **CATATAN,
}

__all__ = ["CONTRACTS", "Baris", "Cell", "columns", "required", "schema"]
