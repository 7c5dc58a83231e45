-- One row per year, month, OPD and cakupan that reported, and way of forecasting (kurva, rak, laju): the rupiah spent by December, at
-- least what is spent already and at most the ceiling in force. Earlier closed years only: a year never sees itself. luar_pola: it now
-- stands far outside all of them.
with
lalu as (
    select
        tahun, bulan, kode_opd, cakupan,
        count(*) as n_tahun,
        min(tahun_lalu) as dari_tahun,
        -- what was added until December, in parts of the ceiling: sums first, divided last
        cast(sum(realisasi_akhir) as double) / nullif(cast(sum(pagu_akhir) as double), 0)
        - cast(sum(realisasi) as double) / nullif(cast(sum(pagu) as double), 0) as tambah,
        -- of what the plan still held, how much was spent; over the years whose plan is known
        cast(sum(case when rak is not null and rak_akhir is not null then realisasi_akhir - realisasi end) as double)
        / nullif(cast(sum(rak_akhir - rak) as double), 0) as taat,
        min(100 * cast(realisasi as double) / nullif(cast(pagu as double), 0)) as terendah,
        max(100 * cast(realisasi as double) / nullif(cast(pagu as double), 0)) as tertinggi
    from core.kurva_lalu
    group by tahun, bulan, kode_opd, cakupan
),
dihitung as (
    select
        k.tahun, k.bulan, k.kode_opd, k.cakupan, k.pagu, k.realisasi_kum, c.cara, l.n_tahun, l.dari_tahun,
        100 * cast(k.realisasi_kum as double) / nullif(cast(k.pagu as double), 0)
        not between l.terendah - s.luar_pola and l.tertinggi + s.luar_pola as luar_pola,
        case c.cara
            when 'kurva' then cast(k.realisasi_kum as double) + l.tambah * cast(k.pagu as double)
            when 'rak' then cast(k.realisasi_kum as double) + l.taat * cast(k.rak_akhir - k.rak_kum as double)
            else cast(k.realisasi_kum as double) * 12 / nullif(k.bulan, 0)
        end as titik
    from core.kurva_opd as k
    cross join core.setelan_pendaratan as s
    cross join (select 'kurva' as cara union all select 'rak' union all select 'laju') as c
    left join lalu as l
        on k.tahun = l.tahun and k.bulan = l.bulan and k.kode_opd = l.kode_opd and k.cakupan = l.cakupan
    where k.pagu > 0 and k.realisasi_kum is not null
)
select
    tahun, bulan, kode_opd, cakupan, cara, pagu, realisasi_kum,
    cast(n_tahun as integer) as n_tahun,
    dari_tahun, luar_pola,
    greatest(realisasi_kum, least(pagu, cast(round(titik, 2) as decimal(18, 2)))) as titik
from dihitung
where titik is not null
