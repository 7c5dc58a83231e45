-- peringatan: One row per due date, day of completion or deadline of a promise that lies before the meeting that set it.
select 'tindak_lanjut' as jenis, id, kode_opd, hari_rapat, 'tenggat' as kolom, tenggat_awal as hari
from marts.tindak_lanjut
where tenggat_awal < hari_rapat
union all
select 'tindak_lanjut', id, kode_opd, hari_rapat, 'tgl_selesai', tgl_selesai
from marts.tindak_lanjut
where tgl_selesai < hari_rapat
union all
select 'komitmen', id, kode_opd, hari_rapat, 'tanggal_janji', tanggal_janji
from marts.komitmen
where tanggal_janji < hari_rapat
