-- One row per writing that is not linked, or that a person has answered for: unor, jabatan (konteks: the OPD) and nip (konteks:
-- the name), with the rows and units it stands for. kini: a title somebody holds at the last month told, a unit used of late.
-- An answer without a kode (the master does not have it) is dipastikan too.
with
hari_ini as (
    select max(akhir) as akhir from core.posisi
),
unor as (
    select
        'unor' as jenis, u.tertulis,
        cast(null as varchar) as konteks,
        max(u.nama) as nama,
        sum(u.n_baris) as n_baris,
        count(distinct coalesce(u.unor_id, u.unor, u.kode_opd_tertulis)) as n_unit,
        max(u.terakhir) as terakhir,
        bool_or(u.kini) as kini,
        bool_or(u.bermakna_ganda) as bermakna_ganda
    from marts.padanan_unit as u
    group by u.tertulis
),
bermaster as (
    select distinct kode_opd from core.kursi_master
),
judul as (
    select r.kunci_jabatan, r.nama_jabatan, r.kode_opd, r.impor_id, r.lembar, r.baris
    from core.riwayat as r
    inner join bermaster as b on r.kode_opd = b.kode_opd
    left join core.kursi_master as m on r.kode_jabatan = m.kode_jabatan
    left join core.judul_dipastikan as d
        on r.kunci_jabatan = d.kunci and lower(r.kode_opd) = d.kunci_konteks and d.kode is null and d.sampai = date '9999-12-31'
    where r.kode_jabatan is not null and m.kode_jabatan is null and r.nama_jabatan is not null and d.kunci is null
),
jabatan as (
    select
        'jabatan' as jenis, max(j.nama_jabatan) as tertulis, j.kode_opd as konteks, count(*) as n_baris,
        max(cast(w.selesai - interval 1 day as date)) as terakhir
    from judul as j
    inner join marts.riwayat as w
        on j.impor_id = w.impor_id and j.lembar is not distinct from w.lembar and j.baris is not distinct from w.baris
    group by j.kunci_jabatan, j.kode_opd
),
nip as (
    select 'nip' as jenis, tertulis, nama as konteks, count(*) as n_baris
    from marts.karantina
    where alasan = 'nip_angka'
    group by tertulis, nama
)
select
    u.jenis, u.tertulis, u.konteks, u.nama,
    cast(u.n_baris as integer) as n_baris,
    cast(u.n_unit as integer) as n_unit,
    u.terakhir, u.kini, u.bermakna_ganda,
    cast(null as varchar) as kode,
    false as dipastikan
from unor as u
left join staging.kepastian as p
    on p.jenis = 'unor' and p.kode is null and lower(replace(u.tertulis, ' ', '')) = p.kunci and p.sampai = date '9999-12-31'
where p.kunci is null
union all
select
    j.jenis, j.tertulis, j.konteks, j.tertulis, cast(j.n_baris as integer), 0, cast(least(j.terakhir, h.akhir) as date),
    j.terakhir >= h.akhir, false, cast(null as varchar), false
from jabatan as j
cross join hari_ini as h
union all
select
    jenis, tertulis, konteks, tertulis, cast(n_baris as integer), 0, cast(null as date), true, false,
    cast(null as varchar), false
from nip
union all
select
    p.jenis, p.tertulis, p.konteks, p.tertulis,
    cast(coalesce(sum(t.n_baris), 0) as integer),
    0, cast(null as date), false, false, p.kode, true
from staging.kepastian as p
left join staging.unit_tertulis as t
    on p.jenis = 'unor'
    and p.kunci in (
        lower(replace(t.unor_id, ' ', '')), lower(replace(t.unor, ' ', '')), lower(replace(t.unor_induk, ' ', '')),
        lower(replace(t.kode_opd_tertulis, ' ', ''))
    )
group by p.jenis, p.tertulis, p.konteks, p.kode, p.mulai
