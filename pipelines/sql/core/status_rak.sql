-- One row per year, OPD before mergers and month: is the cash plan of the month known, and of every month up to it.
-- A plan that is nil in every month is a blank form, not a plan.
with
bulanan as (
    select d.tahun, u.kode_induk, n.bulan, sum(n.rak) as rak
    from core.nilai as n
    inner join core.daun as d on n.daun_id = d.daun_id
    inner join (select distinct tahun, kode_unit, kode_induk from core.unit) as u
        on d.tahun = u.tahun and d.kode_unit = u.kode_unit
    where n.rak is not null
    group by d.tahun, u.kode_induk, n.bulan
),
berisi as (
    select *, sum(abs(rak)) over (partition by tahun, kode_induk) as setahun
    from bulanan
),
padat as (
    select
        s.tahun, s.kode_induk,
        cast(k.bulan as integer) as bulan,
        b.rak is not null as bulan_diketahui
    from (select distinct tahun, kode_induk from berisi where setahun <> 0) as s
    inner join raw.kalender as k on s.tahun = k.tahun
    left join berisi as b on s.tahun = b.tahun and s.kode_induk = b.kode_induk and k.bulan = b.bulan
)
select
    tahun, kode_induk, bulan, bulan_diketahui,
    sum(case when bulan_diketahui then 0 else 1 end) over (
        partition by tahun, kode_induk order by bulan rows between unbounded preceding and current row
    ) = 0 as diketahui
from padat
