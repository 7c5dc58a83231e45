-- One row per year, month, OPD and cakupan: the sums of its leaves. Tanpa pegawai dan BTT is unknown (null) where an
-- account stops above the level that tells them apart.
with
daun as (
    select a.*, d.pegawai_btt
    from core.arus as a
    inner join core.daun as d on a.daun_id = d.daun_id
),
cakupan as (
    select *, 'semua' as cakupan, true as termasuk, false as kabur from daun
    union all
    select *, 'tanpa_pegawai_btt', coalesce(not pegawai_btt, false), pegawai_btt is null from daun
),
jumlah as (
    select
        tahun, bulan, kode_opd, cakupan,
        sum(case when termasuk then pagu end) as pagu,
        sum(case when termasuk then pagu_murni end) as pagu_murni,
        sum(case when termasuk then rak_bulan end) as rak_bulan,
        sum(case when termasuk then rak_kum end) as rak_kum,
        sum(case when termasuk then realisasi_bulan end) as realisasi_bulan,
        sum(case when termasuk then realisasi_kum end) as realisasi_kum,
        sum(case when termasuk then spj_kum end) as spj_kum,
        max(case when kabur and (coalesce(pagu, 0) <> 0 or coalesce(realisasi_kum, 0) <> 0) then 1 else 0 end) as pagu_kabur,
        max(case when kabur and coalesce(rak_kum, 0) <> 0 then 1 else 0 end) as rak_kabur
    from cakupan
    group by tahun, bulan, kode_opd, cakupan
)
select
    tahun, bulan, kode_opd, cakupan,
    cast(case when pagu_kabur = 0 then pagu end as decimal(18, 2)) as pagu,
    cast(case when pagu_kabur = 0 then pagu_murni end as decimal(18, 2)) as pagu_murni,
    cast(case when rak_kabur = 0 then rak_bulan end as decimal(18, 2)) as rak_bulan,
    cast(case when rak_kabur = 0 then rak_kum end as decimal(18, 2)) as rak_kum,
    cast(case when pagu_kabur = 0 then realisasi_bulan end as decimal(18, 2)) as realisasi_bulan,
    cast(case when pagu_kabur = 0 then realisasi_kum end as decimal(18, 2)) as realisasi_kum,
    cast(case when pagu_kabur = 0 then spj_kum end as decimal(18, 2)) as spj_kum
from jumlah
