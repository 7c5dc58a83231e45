-- One row per macro indicator whose direction is known: from the region's target of the latest year that names it, else as a
-- person confirmed it. Two targets of that year that disagree leave it unknown; nothing is guessed from a name.
with
bernama as (
    select
        trim(kode_makro) as kode_makro, tahun, arah, rumus_turun, kode_indikator,
        max(tahun) over (partition by trim(kode_makro)) as tahun_terakhir
    from raw.target_daerah
    where nullif(trim(kode_makro), '') is not null
),
target as (
    select kode_makro, min(arah) as arah, max(rumus_turun) as rumus_turun, min(kode_indikator) as kode_indikator
    from bernama
    where tahun = tahun_terakhir
    group by kode_makro
    having count(distinct arah) = 1
),
dipastikan as (
    select kunci, lower(kode) as arah
    from staging.kepastian
    where jenis = 'arah' and sampai = date '9999-12-31' and lower(kode) in ('naik', 'turun', 'tetap')
),
makro as (
    select distinct kode_makro from core.angka_wilayah
)
select
    m.kode_makro,
    coalesce(t.arah, d.arah) as arah,
    t.rumus_turun,
    case when t.arah is not null then 'target_daerah' else 'dipastikan' end as asal,
    t.kode_indikator
from makro as m
left join target as t on m.kode_makro = t.kode_makro
left join dipastikan as d on lower(replace(m.kode_makro, ' ', '')) = d.kunci
where t.arah is not null or d.arah is not null
