-- One row per indicator, year, quarter and indicator above it: how many steps up (jarak), itself at 0. Seven steps at most: a
-- chain that comes back to itself is lingkar, a leak of its own.
with
langkah_0 as (
    select kode_indikator, tahun, triwulan, kode_indikator as leluhur, induk, 0 as jarak from core.indikator
),
langkah_1 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 1 as jarak
    from langkah_0 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_2 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 2 as jarak
    from langkah_1 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_3 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 3 as jarak
    from langkah_2 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_4 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 4 as jarak
    from langkah_3 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_5 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 5 as jarak
    from langkah_4 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_6 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 6 as jarak
    from langkah_5 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
langkah_7 as (
    select l.kode_indikator, l.tahun, l.triwulan, i.kode_indikator as leluhur, i.induk, 7 as jarak
    from langkah_6 as l
    inner join core.indikator as i on l.induk = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
),
semua as (
    select * from langkah_0
    union all
    select * from langkah_1
    union all
    select * from langkah_2
    union all
    select * from langkah_3
    union all
    select * from langkah_4
    union all
    select * from langkah_5
    union all
    select * from langkah_6
    union all
    select * from langkah_7
)
select
    kode_indikator, tahun, triwulan, leluhur,
    cast(min(jarak) as integer) as jarak,
    kode_indikator = leluhur and max(jarak) > 0 as lingkar
from semua
group by kode_indikator, tahun, triwulan, leluhur
