-- One row per regional indicator and year that names a macro indicator: the national and the provincial figure of the latest year
-- not after it, of its last period, as text the way people write it, and whose figures of when they are. Without the pemda's own
-- area there is no province.
with
wilayah as (
    select case when kode_wilayah like '%00' then cast(null as varchar) else concat(substr(kode_wilayah, 1, 2), '00') end as induk
    from raw.pemda
),
target as (
    select distinct trim(kode_indikator) as kode_indikator, cast(tahun as integer) as tahun, trim(kode_makro) as kode_makro
    from raw.target_daerah
    where nullif(trim(kode_makro), '') is not null
),
angka as (
    select
        t.kode_indikator, t.tahun, w.kode_wilayah, w.nilai, w.tahun as tahun_angka, w.periode, w.sumber,
        row_number() over (
            partition by t.kode_indikator, t.tahun, w.kode_wilayah order by w.tahun desc, w.periode desc
        ) as ke
    from target as t
    inner join core.indikator_wilayah as w on t.kode_makro = w.kode_makro and w.tahun <= t.tahun and w.nilai is not null
    left join wilayah as p on w.kode_wilayah = p.induk
    where w.kode_wilayah = '1000' or p.induk is not null
)
select
    kode_indikator, tahun,
    max(case when kode_wilayah = '1000' then replace(trim(trailing '.' from trim(trailing '0' from cast(nilai as varchar))), '.', ',') end) as nasional,
    max(case when kode_wilayah <> '1000' then replace(trim(trailing '.' from trim(trailing '0' from cast(nilai as varchar))), '.', ',') end) as provinsi,
    max(case when kode_wilayah = '1000' then concat_ws(' ', sumber, cast(tahun_angka as varchar)) end) as sumber_nasional,
    max(case when kode_wilayah <> '1000' then concat_ws(' ', sumber, cast(tahun_angka as varchar)) end) as sumber_provinsi
from angka
where ke = 1
group by kode_indikator, tahun
