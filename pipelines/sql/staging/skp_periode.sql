-- One row per year, kind of period and number as SKP reports write them: the period (0 for a year), its first and last day,
-- and the one number it has in large tables (kurun: 202500 for a year, 202511 its first quarter, 202521 its January).
select
    cast(t.tahun as integer) as tahun,
    t.jenis_periode,
    t.periode as tertulis,
    case when t.jenis_periode = 'tahunan' then 0 else cast(t.periode as integer) end as periode,
    cast(
        100 * cast(t.tahun as integer)
        + case t.jenis_periode when 'tahunan' then 0 when 'triwulan' then 10 + t.periode else 20 + t.periode end as integer
    ) as kurun,
    a.awal, k.akhir
from (select distinct tahun, jenis_periode, periode from raw.skp) as t
inner join raw.kalender as a
    on t.tahun = a.tahun
    and a.bulan = case t.jenis_periode when 'tahunan' then 1 when 'triwulan' then 3 * t.periode - 2 else t.periode end
inner join raw.kalender as k
    on t.tahun = k.tahun
    and k.bulan = case t.jenis_periode when 'tahunan' then 12 when 'triwulan' then 3 * t.periode else t.periode end
