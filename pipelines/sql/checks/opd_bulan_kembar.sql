-- tolak: One row per OPD, month and cakupan that stands twice in marts.opd_bulan.
select tahun, bulan, kode_opd, cakupan, count(*) as n
from marts.opd_bulan
group by tahun, bulan, kode_opd, cakupan
having count(*) > 1
