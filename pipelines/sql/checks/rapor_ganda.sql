-- tolak: One row per OPD and month judged by more than one band of a profile.
select tahun, bulan, kode_opd, cakupan, profil, count(*) as n
from marts.rapor
group by tahun, bulan, kode_opd, cakupan, profil
having count(*) > 1
