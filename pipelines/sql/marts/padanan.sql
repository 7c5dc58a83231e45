-- One row per writing that is not linked, or that a person confirmed: unor, jabatan (konteks: the OPD) and nip (konteks: the
-- name), with the number of rows that carry it.
with
unor as (
    select
        'unor' as jenis,
        coalesce(t.unor, t.unor_induk, t.unor_id, t.kode_opd_tertulis) as tertulis,
        cast(null as varchar) as konteks,
        sum(t.n_baris) as n_baris
    from core.unit_tertulis as t
    where t.kode_opd is null and coalesce(t.unor, t.unor_induk, t.unor_id, t.kode_opd_tertulis) is not null
    group by coalesce(t.unor, t.unor_induk, t.unor_id, t.kode_opd_tertulis)
),
bermaster as (
    select distinct kode_opd from core.kursi_master
),
jabatan as (
    select
        'jabatan' as jenis, max(r.nama_jabatan) as tertulis, r.kode_opd as konteks, count(*) as n_baris
    from core.riwayat as r
    inner join bermaster as b on r.kode_opd = b.kode_opd
    left join core.kursi_master as m on r.kode_jabatan = m.kode_jabatan
    where r.kode_jabatan is not null and m.kode_jabatan is null and r.nama_jabatan is not null
    group by r.kunci_jabatan, r.kode_opd
),
nip as (
    select 'nip' as jenis, tertulis, nama as konteks, count(*) as n_baris
    from marts.karantina
    where alasan = 'nip_angka'
    group by tertulis, nama
)
select jenis, tertulis, konteks, cast(n_baris as integer) as n_baris, cast(null as varchar) as kode, false as dipastikan
from unor
union all
select jenis, tertulis, konteks, cast(n_baris as integer), cast(null as varchar), false
from jabatan
union all
select jenis, tertulis, konteks, cast(n_baris as integer), cast(null as varchar), false
from nip
union all
select
    p.jenis, p.tertulis, p.konteks,
    cast(coalesce(sum(t.n_baris), 0) as integer),
    p.kode, true
from staging.padanan as p
left join staging.unit_tertulis as t
    on p.jenis = 'unor'
    and p.kunci in (
        lower(replace(t.unor_id, ' ', '')), lower(replace(t.unor, ' ', '')), lower(replace(t.unor_induk, ' ', '')),
        lower(replace(t.kode_opd_tertulis, ' ', ''))
    )
group by p.jenis, p.tertulis, p.konteks, p.kode, p.mulai
