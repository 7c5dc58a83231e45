-- tolak: One row per OPD and quarter whose attainment is not the sum of what its holders of the year changed.
select tahun, triwulan, kode_opd, max(posisi) as posisi, sum(sendiri) as sendiri
from marts.masa_capaian
group by tahun, triwulan, kode_opd
having max(posisi) is distinct from sum(sendiri)
