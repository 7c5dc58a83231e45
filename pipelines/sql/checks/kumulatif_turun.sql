-- peringatan: One row per OPD and month whose cumulative fell: money paid back, or a file of another basis.
select tahun, bulan, kode_opd, realisasi_bulan, realisasi_kum
from marts.opd_bulan
where cakupan = 'semua' and realisasi_bulan < 0
