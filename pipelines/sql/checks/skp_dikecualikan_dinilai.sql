-- peringatan: One row per person who was assessed although owing no SKP at the end of the period.
select tahun, jenis_periode, periode, kode_opd, orang_id, alasan
from marts.skp_wajib
where not wajib and dinilai
