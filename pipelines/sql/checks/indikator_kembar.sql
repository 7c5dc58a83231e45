-- tolak: One row per indicator and quarter that stands twice in marts.indikator.
select tahun, triwulan, kode_indikator, count(*) as n
from marts.indikator
group by tahun, triwulan, kode_indikator
having count(*) > 1
