-- One row per way in which files write a unit (kunci) and span of days: the unit it is, and how that is known; spans do
-- not overlap. First what a person confirmed, then the code, the unor id, the exact name, the tree above, the parent's
-- name. Never likeness: what stays unknown has no row.
with
bernama as (
    select kode_opd, mulai, sampai, lower(replace(nama, ' ', '')) as kunci, 5 as pangkat, 'nama' as cara from staging.opd
    union
    select kode_opd, mulai, sampai, lower(replace(satker_simpeg, ' ', '')), 6, 'nama' from staging.opd
    where satker_simpeg is not null
),
unor_kenal as (
    -- what is known of a unor by itself: confirmed, tied by the master, or of the same name
    select u.unor_id, p.kode as kode_unit, p.mulai, p.sampai, 1 as pangkat
    from staging.unor as u
    inner join staging.padanan as p on p.jenis = 'unor' and p.kunci in (lower(replace(u.unor_id, ' ', '')), u.kunci_nama)
    union all
    select unor_id_siasn, kode_opd, mulai, sampai, 4 from staging.opd where unor_id_siasn is not null
    union all
    select u.unor_id, b.kode_opd, b.mulai, b.sampai, b.pangkat
    from staging.unor as u
    inner join bernama as b on u.kunci_nama = b.kunci
),
calon as (
    select t.kunci, p.kode as kode_unit, p.mulai, p.sampai, 1 as pangkat, 'padanan' as cara
    from staging.unit_tertulis as t
    inner join staging.padanan as p
        on p.jenis = 'unor'
        and p.kunci in (
            lower(replace(t.unor_id, ' ', '')), lower(replace(t.unor, ' ', '')), lower(replace(t.kode_opd_tertulis, ' ', ''))
        )
    union all
    select t.kunci, m.kode_opd, m.mulai, m.sampai, 2, 'kode'
    from staging.unit_tertulis as t
    inner join staging.opd as m on t.kode_opd_tertulis = m.kode_opd
    union all
    select t.kunci, m.kode_opd, m.mulai, m.sampai, 3, 'kode'
    from staging.unit_tertulis as t
    inner join staging.opd as m on t.kode_opd_tertulis = m.kode_sipd
    union all
    select t.kunci, m.kode_opd, m.mulai, m.sampai, 4, 'unor'
    from staging.unit_tertulis as t
    inner join staging.opd as m on t.unor_id = m.unor_id_siasn
    union all
    select t.kunci, b.kode_opd, b.mulai, b.sampai, b.pangkat, b.cara
    from staging.unit_tertulis as t
    inner join bernama as b on lower(replace(t.unor, ' ', '')) = b.kunci
    union all
    select t.kunci, k.kode_unit, k.mulai, k.sampai, 100 * (i.jarak + 1) + k.pangkat, 'pohon'
    from staging.unit_tertulis as t
    inner join core.unor_induk as i on t.unor_id = i.unor_id
    inner join unor_kenal as k on i.atas_id = k.unor_id
    union all
    select t.kunci, p.kode, p.mulai, p.sampai, 9001, 'induk'
    from staging.unit_tertulis as t
    inner join staging.padanan as p on p.jenis = 'unor' and p.kunci = lower(replace(t.unor_induk, ' ', ''))
    union all
    select t.kunci, b.kode_opd, b.mulai, b.sampai, 9000 + b.pangkat, 'induk'
    from staging.unit_tertulis as t
    inner join bernama as b on lower(replace(t.unor_induk, ' ', '')) = b.kunci
    union all
    -- a code that only budget files know, as long as the master does not name it
    select t.kunci, u.kode_unit, date '1900-01-01', date '9999-12-31', 9999, 'kode'
    from staging.unit_tertulis as t
    inner join (select kode_tertulis, max(kode_unit) as kode_unit from core.unit group by kode_tertulis) as u
        on t.kode_opd_tertulis = u.kode_tertulis
),
titik as (
    select kunci, date '1900-01-01' as mulai from calon
    union
    select kunci, mulai from calon
    union
    select kunci, sampai from calon where sampai < date '9999-12-31'
),
ruas as (
    select
        kunci, mulai,
        lead(mulai, 1, date '9999-12-31') over (partition by kunci order by mulai) as sampai
    from titik
),
urutan as (
    select
        r.kunci, r.mulai, r.sampai, c.kode_unit, c.cara,
        row_number() over (
            partition by r.kunci, r.mulai
            order by
                case when c.mulai <= r.mulai and c.sampai >= r.sampai then 0 else 1 end,
                c.pangkat, c.mulai desc, c.kode_unit
        ) as ke
    from ruas as r
    inner join calon as c
        on r.kunci = c.kunci
        -- a confirmation holds for its own days; a unit of the master is known also outside them
        and (c.cara <> 'padanan' or (c.mulai <= r.mulai and c.sampai >= r.sampai))
)
select
    t.kunci, t.unor_id, t.unor, t.unor_induk, t.kode_opd_tertulis,
    u.mulai, u.sampai, u.kode_unit,
    coalesce(m.kode_opd, s.kode_induk, u.kode_unit) as kode_opd,
    u.cara
from urutan as u
inner join staging.unit_tertulis as t on u.kunci = t.kunci
left join core.unit_master as m on u.kode_unit = m.kode_unit
left join (select kode_unit, max(kode_induk) as kode_induk from core.unit group by kode_unit) as s
    on u.kode_unit = s.kode_unit
where u.ke = 1
