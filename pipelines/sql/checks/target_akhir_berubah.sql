-- peringatan: One row per regional indicator whose target for the end of one RPJMD is another number in another year.
with
akhir as (
    select
        i.kode_indikator, i.tahun, i.tahun_akhir, i.target_akhir, coalesce(cast(a.bawah as varchar), lower(trim(i.target_akhir))) as kunci
    from core.indikator as i
    left join staging.tulisan_angka as a on trim(i.target_akhir) = a.kata and a.bawah = a.atas and not a.meragukan
    where i.lingkup = 'daerah' and i.triwulan = 4 and nullif(trim(i.target_akhir), '') is not null
)
select
    kode_indikator, tahun_akhir, min(tahun) as dari_tahun, max(tahun) as sampai_tahun,
    min(target_akhir) as target_akhir, max(target_akhir) as target_akhir_lain
from akhir
where tahun_akhir is not null
group by kode_indikator, tahun_akhir
having count(distinct kunci) > 1
