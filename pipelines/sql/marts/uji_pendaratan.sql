-- One row per year, month, cakupan, way of forecasting and lingkup (opd, daerah): how that way did at that month in all closed years before:
-- by how many points it missed in the middle, how many year-ends fell within the range that was given beforehand, and how wide that was.
with
akhir as (
    select tahun, kode_opd, cakupan, pagu, realisasi_kum from core.kurva_opd where bulan = 12
),
diuji as (
    select
        p.tahun, p.bulan, p.kode_opd, p.cakupan, p.cara, p.pagu, p.titik, p.bawah, p.atas,
        a.pagu as pagu_akhir, a.realisasi_kum as realisasi_akhir
    from core.perkiraan_rentang as p
    inner join akhir as a on p.tahun = a.tahun and p.kode_opd = a.kode_opd and p.cakupan = a.cakupan
    where a.pagu > 0 and a.realisasi_kum is not null and p.n_tahun is not null
),
lingkup as (
    select *, 'opd' as lingkup from diuji
    union all
    -- the region as the sum of those who could be forecast; its range as if all missed to the same side
    select
        tahun, bulan, '*', cakupan, cara, sum(pagu), sum(titik),
        case when count(bawah) = count(*) then sum(bawah) end,
        case when count(atas) = count(*) then sum(atas) end,
        sum(pagu_akhir), sum(realisasi_akhir), 'daerah'
    from diuji
    group by tahun, bulan, cakupan, cara
),
persen as (
    select
        tahun, bulan, kode_opd, cakupan, cara, lingkup,
        round(100 * cast(realisasi_akhir as double) / nullif(cast(pagu_akhir as double), 0), 6) as nyata,
        round(100 * cast(titik as double) / nullif(cast(pagu as double), 0), 6) as titik,
        round(100 * cast(bawah as double) / nullif(cast(pagu as double), 0), 6) as bawah,
        round(100 * cast(atas as double) / nullif(cast(pagu as double), 0), 6) as atas
    from lingkup
),
dilihat as (
    select
        y.tahun, p.tahun as tahun_uji, p.bulan, p.cakupan, p.cara, p.lingkup,
        abs(p.nyata - p.titik) as galat,
        case when p.bawah is not null then case when p.nyata between p.bawah and p.atas then 1 else 0 end end as dalam,
        p.atas - p.bawah as lebar,
        row_number() over (
            partition by y.tahun, p.bulan, p.cakupan, p.cara, p.lingkup
            order by abs(p.nyata - p.titik), p.tahun, p.kode_opd
        ) as ke,
        count(*) over (partition by y.tahun, p.bulan, p.cakupan, p.cara, p.lingkup) as n,
        row_number() over (
            partition by y.tahun, p.bulan, p.cakupan, p.cara, p.lingkup
            order by case when p.bawah is null then 1 else 0 end, p.atas - p.bawah, p.tahun, p.kode_opd
        ) as ke_lebar,
        count(p.bawah) over (partition by y.tahun, p.bulan, p.cakupan, p.cara, p.lingkup) as n_lebar
    from (select distinct tahun from core.kurva_opd) as y
    inner join persen as p on p.tahun < y.tahun
)
select
    d.tahun, d.bulan, d.cakupan, d.cara, d.lingkup,
    cast(max(d.n) as integer) as n,
    cast(count(distinct d.tahun_uji) as integer) as n_tahun,
    min(d.tahun_uji) as dari_tahun,
    max(d.tahun_uji) as sampai_tahun,
    sum(d.galat * greatest(0, 1 - abs(cast(d.ke as double) - (1 + 0.5 * (d.n - 1))))) as galat_median,
    sum(d.lebar * greatest(0, 1 - abs(cast(d.ke_lebar as double) - (1 + 0.5 * (d.n_lebar - 1))))) as lebar_median,
    cast(count(d.dalam) as integer) as n_rentang,
    cast(sum(d.dalam) as integer) as n_dalam,
    cast(count(distinct case when d.dalam is not null then d.tahun_uji end) as integer) as n_tahun_rentang,
    cast(max(s.atas - s.bawah) as integer) as dimuat,
    d.cara = s.cara as dipakai
from dilihat as d
cross join core.setelan_pendaratan as s
group by d.tahun, d.bulan, d.cakupan, d.cara, d.lingkup, s.cara
