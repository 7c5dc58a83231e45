-- peringatan: One row per indicator that is measured another way in another year: its direction, its method or its unit.
select
    i.kode_indikator, min(i.tahun) as dari_tahun, max(i.tahun) as sampai_tahun,
    min(i.arah) as arah, max(i.arah) as arah_lain,
    min(i.metode) as metode, max(i.metode) as metode_lain,
    min(coalesce(u.baku, lower(trim(i.satuan)))) as satuan, max(coalesce(u.baku, lower(trim(i.satuan)))) as satuan_lain
from core.indikator as i
left join raw.satuan as u on lower(trim(i.satuan)) = u.ejaan
group by i.kode_indikator
having
    count(distinct i.arah) > 1 or count(distinct i.metode) > 1 or count(distinct coalesce(u.baku, lower(trim(i.satuan)))) > 1
