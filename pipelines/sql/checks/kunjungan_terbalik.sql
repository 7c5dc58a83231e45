-- peringatan: One row per visit whose time out is before its time in: it counts as a visit, its minutes do not.
select id, kode_opd, kode_unit, tanggal, jam_masuk, jam_keluar
from raw.buku_tamu
where jam_keluar < jam_masuk
