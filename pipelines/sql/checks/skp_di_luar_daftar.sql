-- peringatan: One row per OPD and period with a list of staff whose reports name people that no list and no history knows.
select tahun, jenis_periode, periode, kode_opd, count(*) as n
from marts.skp_wajib
group by tahun, jenis_periode, periode, kode_opd
having
    sum(case when dasar = 'laporan' and not terdaftar then 1 else 0 end) > 0
    and sum(case when terdaftar then 1 else 0 end) > 0
