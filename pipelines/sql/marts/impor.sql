-- One row per import of the ledger.
select
    impor_id, urut, nama_berkas, sha256, format, status, direkam_pada, oleh, opd, tahun, bulan, basis,
    total, diterima, dikarantina, ditolak, ditarik, judul
from raw.impor
