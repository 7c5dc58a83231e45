-- One row per year, month, cakupan and way of forecasting: the errors of that way at that month in the closed years before, of all OPD:
-- how many, and between which two points the most of them lie; null where they are too few to say.
with
posisi as (
    select distinct tahun from core.kurva_opd
),
galat as (
    select
        p.tahun, g.bulan, g.cakupan, g.cara, g.galat,
        row_number() over (
            partition by p.tahun, g.bulan, g.cakupan, g.cara order by g.galat, g.tahun, g.kode_opd
        ) as ke,
        count(*) over (partition by p.tahun, g.bulan, g.cakupan, g.cara) as n
    from posisi as p
    cross join core.setelan_pendaratan as s
    inner join core.galat_perkiraan as g on g.tahun between p.tahun - s.n_tahun and p.tahun - 1
),
titik as (
    -- between the two errors on either side, as spreadsheets do
    select
        g.tahun, g.bulan, g.cakupan, g.cara, g.n,
        sum(cast(g.galat as double) * greatest(0, 1 - abs(cast(g.ke as double) - (1 + cast(s.bawah as double) / 100 * (g.n - 1))))) as bawah,
        sum(cast(g.galat as double) * greatest(0, 1 - abs(cast(g.ke as double) - (1 + cast(s.atas as double) / 100 * (g.n - 1))))) as atas,
        max(s.n_galat) as n_galat
    from galat as g
    cross join core.setelan_pendaratan as s
    group by g.tahun, g.bulan, g.cakupan, g.cara, g.n
)
select
    tahun, bulan, cakupan, cara,
    cast(n as integer) as n,
    case when n >= n_galat then bawah end as bawah,
    case when n >= n_galat then atas end as atas
from titik
