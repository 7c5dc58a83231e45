-- One row per way in which files place somebody: unor id, unor, parent unor and code of the unit, as written.
with
disebut as (
    select unor_id, unor, unor_induk, kode_opd, count(*) as n_baris
    from raw.riwayat_jabatan
    group by unor_id, unor, unor_induk, kode_opd
    union all
    select unor_id, unor, unor_induk, kode_opd, count(*)
    from raw.skp
    group by unor_id, unor, unor_induk, kode_opd
    union all
    select unor_id, unor, cast(null as varchar), kode_opd, count(*)
    from raw.pegawai
    group by unor_id, unor, kode_opd
    union all
    select cast(null as varchar), cast(null as varchar), cast(null as varchar), kode_opd, count(*)
    from raw.predikat_organisasi
    group by kode_opd
)
select
    unor_id, unor, unor_induk,
    kode_opd as kode_opd_tertulis,
    coalesce(unor_id, '') || '|' || coalesce(unor, '') || '|' || coalesce(unor_induk, '') || '|' || coalesce(kode_opd, '')
        as kunci,
    cast(sum(n_baris) as integer) as n_baris
from disebut
group by unor_id, unor, unor_induk, kode_opd
