-- tolak: One row per month whose OPD do not sum to the pemda, leaf by leaf.
with
pemda as (
    select
        tahun, bulan, sum(pagu) as pagu, sum(realisasi_kum) as realisasi, sum(rak_kum) as rak
    from marts.anggaran
    group by tahun, bulan
),
opd as (
    select
        tahun, bulan, sum(pagu) as pagu, sum(realisasi_kum) as realisasi, sum(rak_kum) as rak
    from marts.opd_bulan
    where cakupan = 'semua'
    group by tahun, bulan
)
select p.tahun, p.bulan, p.pagu, o.pagu as pagu_opd, p.realisasi, o.realisasi as realisasi_opd
from pemda as p
left join opd as o on p.tahun = o.tahun and p.bulan = o.bulan
where
    coalesce(p.pagu, 0) <> coalesce(o.pagu, 0)
    or coalesce(p.realisasi, 0) <> coalesce(o.realisasi, 0)
    or coalesce(p.rak, 0) <> coalesce(o.rak, 0)
