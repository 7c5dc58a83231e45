-- One row per kode_opd: the unit as the master says it last, or provisionally as a budget or agreement names it (sementara).
with
master as (
    select
        *,
        row_number() over (partition by kode_opd order by mulai desc) as ke
    from staging.opd
),
dari_berkas as (
    select
        u.kode_unit as kode_opd,
        max(u.nama_tertulis) as nama,
        max(case when u.kode_induk <> u.kode_unit then u.kode_induk end) as induk_kode_opd
    from core.unit as u
    where u.sementara
    group by u.kode_unit
    union all
    -- a parent that only its sub units name
    select u.kode_induk, cast(null as varchar), cast(null as varchar)
    from core.unit as u
    where
        u.kode_induk not in (select kode_opd from staging.opd)
        and u.kode_induk not in (select kode_unit from core.unit)
    group by u.kode_induk
    union all
    -- one that only agreements name
    select distinct i.kode_opd, cast(null as varchar), cast(null as varchar)
    from core.indikator as i
    where
        i.lingkup = 'pk'
        and i.kode_opd is not null
        and i.kode_opd not in (select kode_opd from staging.opd)
        and i.kode_opd not in (select kode_unit from core.unit)
        and i.kode_opd not in (select kode_induk from core.unit)
),
induk as (
    select kode_unit, max(case when kode_induk <> kode_unit then kode_induk end) as induk_kode_opd
    from core.unit
    group by kode_unit
)
select
    m.kode_opd, m.nama,
    coalesce(m.singkatan, m.nama) as singkatan,
    m.jenis,
    coalesce(i.induk_kode_opd, m.induk_kode_opd) as induk_kode_opd,
    m.kode_sipd, m.asisten, m.komisi_dprd,
    m.berlaku_mulai, m.berlaku_sampai, m.digabung_ke,
    false as sementara
from master as m
left join induk as i on m.kode_opd = i.kode_unit
where m.ke = 1
union all
select
    b.kode_opd,
    coalesce(b.nama, b.kode_opd),
    coalesce(b.nama, b.kode_opd),
    cast(null as varchar),
    b.induk_kode_opd,
    case when b.kode_opd like '_.__._.__._.__.__.____' then b.kode_opd end,
    cast(null as varchar),
    cast(null as varchar),
    cast(null as date),
    cast(null as date),
    cast(null as varchar),
    true
from dari_berkas as b
