-- One row per year and unit code as written: which unit of the master it is, and the unit it is answered for by (kode_induk).
-- A code is first looked for as kode_opd, then as kode_sipd, then as a name; what no master knows stands for itself.
-- The master's word on a parent prevails; without it a SIPD code with a last group other than 0000 belongs to its ….0000.
with
calon as (
    select t.tahun, t.kode_tertulis, m.kode_opd, m.induk_kode_opd, m.mulai, m.sampai, 1 as pangkat
    from core.tulisan as t
    inner join staging.opd as m on t.kode_tertulis = m.kode_opd
    union all
    select t.tahun, t.kode_tertulis, m.kode_opd, m.induk_kode_opd, m.mulai, m.sampai, 2
    from core.tulisan as t
    inner join staging.opd as m on t.kode_tertulis = m.kode_sipd
    union all
    select t.tahun, t.kode_tertulis, m.kode_opd, m.induk_kode_opd, m.mulai, m.sampai, 3
    from core.tulisan as t
    inner join staging.opd as m on lower(t.kode_tertulis) = lower(m.nama)
    union all
    select t.tahun, t.kode_tertulis, m.kode_opd, m.induk_kode_opd, m.mulai, m.sampai, 4
    from core.tulisan as t
    inner join staging.opd as m on lower(t.nama_tertulis) = lower(m.nama)
),
terpilih as (
    select
        *,
        row_number() over (
            partition by tahun, kode_tertulis
            order by
                -- codes are handed on when the organisation changes: the unit that is valid in the year comes first
                case
                    when mulai < make_date(tahun + 1, 1, 1) and sampai > make_date(tahun, 1, 1) then 0
                    else 1
                end,
                pangkat, mulai desc, kode_opd
        ) as ke
    from calon
),
dikenal as (
    select
        t.tahun, t.kode_tertulis, t.nama_tertulis,
        coalesce(p.kode_opd, t.kode_tertulis) as kode_unit,
        p.kode_opd is null as sementara,
        case
            when p.kode_opd is not null then p.induk_kode_opd
            when t.kode_tertulis like '_.__._.__._.__.__.____' and t.kode_tertulis not like '%.0000'
                then substr(t.kode_tertulis, 1, 18) || '0000'
        end as induk_tertulis
    from core.tulisan as t
    left join terpilih as p
        on t.tahun = p.tahun and t.kode_tertulis = p.kode_tertulis and p.ke = 1
),
master as (
    -- one row per code under which a unit may be named as a parent
    select kode, max(kode_opd) as kode_opd, max(induk_kode_opd) as induk_kode_opd
    from (
        select kode_opd as kode, kode_opd, induk_kode_opd from staging.opd
        union all
        select kode_sipd, kode_opd, induk_kode_opd from staging.opd
        where kode_sipd is not null and kode_sipd not in (select kode_opd from staging.opd)
    ) as nama_lain
    group by kode
)
select
    d.tahun, d.kode_tertulis, d.nama_tertulis, d.kode_unit, d.sementara,
    -- a puskesmas under a UPTD under a dinas: two steps up at most
    coalesce(m2.kode_opd, m1.induk_kode_opd, m1.kode_opd, d.induk_tertulis, d.kode_unit) as kode_induk
from dikenal as d
left join master as m1 on d.induk_tertulis = m1.kode
left join master as m2 on m1.induk_kode_opd = m2.kode
