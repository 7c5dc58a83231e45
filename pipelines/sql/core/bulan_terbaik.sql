-- One row per year, month, OPD and cakupan: the most it ever spent in one month up to then, with the units merged into it since, and
-- when; the earliest where two are alike. A month that held others too is no month.
with
arus as (
    select
        p.tahun, p.bulan, p.kode_opd, k.cakupan, k.tahun as tahun_lalu, k.bulan as bulan_lalu,
        case when count(k.realisasi_bulan) = count(*) then sum(k.realisasi_bulan) end as jumlah
    from core.pewaris as p
    inner join core.kurva_opd as k
        on p.kode_lalu = k.kode_opd and (k.tahun < p.tahun or (k.tahun = p.tahun and k.bulan <= p.bulan))
    group by p.tahun, p.bulan, p.kode_opd, k.cakupan, k.tahun, k.bulan
),
urut as (
    select
        *,
        row_number() over (
            partition by tahun, bulan, kode_opd, cakupan order by jumlah desc, tahun_lalu, bulan_lalu
        ) as ke
    from arus
    where jumlah is not null
)
select
    tahun, bulan, kode_opd, cakupan,
    cast(jumlah as decimal(18, 2)) as terbaik,
    tahun_lalu as terbaik_tahun,
    bulan_lalu as terbaik_bulan
from urut
where ke = 1
