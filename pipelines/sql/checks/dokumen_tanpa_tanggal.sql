-- peringatan: One row per paid document without any date; it can be placed in no month and counts in no realisasi.
select impor_id, kode_opd, nomor_dokumen, nilai_realisasi
from raw.dokumen
where nomor_sp2d is not null and coalesce(tgl_sp2d, tgl_transfer, tgl_dokumen) is null
