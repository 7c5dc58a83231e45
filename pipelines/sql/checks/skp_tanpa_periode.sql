-- peringatan: One row per SKP row that names no quarter or month, or one that does not exist; it counts in no period.
select impor_id, lembar, baris, tahun, jenis_periode, periode, predikat
from raw.skp
where
    (jenis_periode = 'triwulan' and coalesce(periode, 0) not between 1 and 4)
    or (jenis_periode = 'bulanan' and coalesce(periode, 0) not between 1 and 12)
