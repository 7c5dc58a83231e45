-- tolak: One row per OPD and position whose deviation is not the sum of what its holders of the year changed.
select tahun, bulan, kode_opd, cakupan, max(deviasi) as deviasi, sum(sendiri) as sendiri
from marts.masa_jabatan
group by tahun, bulan, kode_opd, cakupan
having max(deviasi) is distinct from sum(sendiri)
