-- peringatan: One row per SKP whose imported predicate is not the one of its ratings or score.
select tahun, jenis_periode, periode, kode_opd, orang_id, hasil, perilaku, nilai_lama, predikat, predikat_matriks, impor_id, baris
from marts.skp_orang
where sesuai_matriks = false
