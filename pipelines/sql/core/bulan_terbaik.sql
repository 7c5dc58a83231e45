-- One row per year, month, OPD and cakupan: the most it ever spent in one month up to then, with the units merged into it since, and
-- when; the earliest where two are alike. A month that held others too is no month.
with
pewaris as (
    select distinct kode_opd from core.pewaris where kode_lalu <> kode_opd
),
rekor as (
    -- who never took over another: only months that beat all before them can be the best
    select
        kode_opd, cakupan, tahun, bulan, realisasi_bulan,
        lead(tahun * 12 + bulan, 1, 999999) over (partition by kode_opd, cakupan order by tahun, bulan) as sampai
    from (
        select
            k.*,
            max(k.realisasi_bulan) over (
                partition by k.kode_opd, k.cakupan order by k.tahun, k.bulan rows between unbounded preceding and 1 preceding
            ) as sebelum
        from core.kurva_opd as k
        left join pewaris as p on k.kode_opd = p.kode_opd
        where p.kode_opd is null
    ) as urut
    where realisasi_bulan is not null and (sebelum is null or realisasi_bulan > sebelum)
),
arus as (
    select
        p.tahun, p.bulan, p.kode_opd, k.cakupan, k.tahun as tahun_lalu, k.bulan as bulan_lalu,
        case when count(k.realisasi_bulan) = count(*) then sum(k.realisasi_bulan) end as jumlah
    from core.pewaris as p
    inner join pewaris as w on p.kode_opd = w.kode_opd
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
    p.tahun, p.bulan, p.kode_opd, r.cakupan,
    cast(r.realisasi_bulan as decimal(18, 2)) as terbaik,
    r.tahun as terbaik_tahun,
    r.bulan as terbaik_bulan
from core.pewaris as p
inner join rekor as r
    on p.kode_opd = r.kode_opd and p.kode_lalu = p.kode_opd
    and p.tahun * 12 + p.bulan >= r.tahun * 12 + r.bulan and p.tahun * 12 + p.bulan < r.sampai
union all
select tahun, bulan, kode_opd, cakupan, cast(jumlah as decimal(18, 2)), tahun_lalu, bulan_lalu
from urut
where ke = 1
