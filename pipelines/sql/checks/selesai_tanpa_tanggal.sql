-- peringatan: One row per action that is done without a day: it counts as done since the record was last changed.
select id, kode_opd, hari_rapat, ditutup
from marts.tindak_lanjut
where status = 'Selesai' and tgl_selesai is null
