-- One row per year, kind of period and number as SKP reports write them: the period (0 for a year), its first and last day.
select
    cast(t.tahun as integer) as tahun,
    t.jenis_periode,
    t.periode as tertulis,
    case when t.jenis_periode = 'tahunan' then 0 else cast(t.periode as integer) end as periode,
    a.awal, k.akhir
from (select distinct tahun, jenis_periode, periode from raw.skp) as t
inner join raw.kalender as a
    on t.tahun = a.tahun
    and a.bulan = case t.jenis_periode when 'tahunan' then 1 when 'triwulan' then 3 * t.periode - 2 else t.periode end
inner join raw.kalender as k
    on t.tahun = k.tahun
    and k.bulan = case t.jenis_periode when 'tahunan' then 12 when 'triwulan' then 3 * t.periode else t.periode end
