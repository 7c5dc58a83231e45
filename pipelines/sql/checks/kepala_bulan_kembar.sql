-- tolak: One row per OPD and month that belongs to two holders.
select tahun, bulan, kode_opd, count(*) as n
from marts.kepala_bulan
group by tahun, bulan, kode_opd
having count(*) > 1
