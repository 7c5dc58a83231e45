-- tolak: One row per indicator and quarter judged by more than one band of a profile, or judged without a rule or its basis.
select tahun, triwulan, kode_indikator, profil, count(*) as n
from marts.indikator_warna
group by tahun, triwulan, kode_indikator, profil
having count(*) > 1 or count(aturan_id) < count(*) or count(dasar_hukum) < count(*)
