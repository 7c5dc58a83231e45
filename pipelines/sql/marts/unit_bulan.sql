-- One row per year, month, OPD and unit with money of its own that the OPD answers for (the OPD itself is one): position, target
-- and physical progress. The target is the unit's own cash plan where the OPD is judged by one, else the letter's or the
-- table's percent of the unit's ceiling; unknown where the plan stands on a unit without money. A unit that was reported and
-- that a later cumulative report leaves out has not reported from then on: it has not given its money back.
with
jumlah as (
    select
        a.tahun, a.bulan, a.kode_opd, d.kode_unit,
        cast(sum(a.pagu) as decimal(18, 2)) as pagu,
        cast(sum(a.pagu_murni) as decimal(18, 2)) as pagu_murni,
        cast(sum(a.rak_bulan) as decimal(18, 2)) as rak_bulan,
        cast(sum(a.rak_kum) as decimal(18, 2)) as rak_kum,
        cast(sum(a.realisasi_bulan) as decimal(18, 2)) as realisasi_bulan,
        cast(sum(a.realisasi_kum) as decimal(18, 2)) as realisasi_kum,
        cast(sum(a.spj_kum) as decimal(18, 2)) as spj_kum,
        max(case when a.dilaporkan then 1 else 0 end) = 1 as dilaporkan
    from core.arus as a
    inner join core.daun as d on a.daun_id = d.daun_id
    group by a.tahun, a.bulan, a.kode_opd, d.kode_unit
),
disebut as (
    select distinct tahun, bulan, kode_induk, kode_unit from core.liputan where jenis = 'SP2D'
),
terlewat as (
    select distinct s.tahun, s.bulan, d.kode_unit
    from core.status_bulan as s
    inner join disebut as d
        on s.tahun = d.tahun and s.kode_induk = d.kode_induk and d.bulan < s.titik and d.kode_unit <> d.kode_induk
    left join disebut as t
        on s.tahun = t.tahun and s.kode_induk = t.kode_induk and s.titik = t.bulan
        and (d.kode_unit = t.kode_unit or t.kode_unit = t.kode_induk)
    where s.jenis = 'SP2D' and t.kode_unit is null
),
di_luar as (
    select tahun, bulan, kode_opd
    from jumlah
    group by tahun, bulan, kode_opd
    having max(case when coalesce(rak_kum, 0) <> 0 and coalesce(pagu, 0) = 0 then 1 else 0 end) = 1
),
bertarget as (
    select
        j.tahun, j.bulan, j.kode_opd, j.kode_unit, j.pagu, j.pagu_murni, j.rak_bulan, j.rak_kum, j.spj_kum,
        j.dilaporkan and h.kode_unit is null as dilaporkan,
        case when h.kode_unit is null then j.realisasi_bulan end as realisasi_bulan,
        case when h.kode_unit is null then j.realisasi_kum end as realisasi_kum,
        t.sumber_target, t.target_dasar,
        case when t.sumber_target <> 'rak' then cast(t.target_persen as decimal(9, 4)) end as persen,
        case when l.kode_opd is null then j.rak_kum end as rak_milik,
        count(*) over (partition by j.tahun, j.bulan, j.kode_opd) as n_unit
    from jumlah as j
    left join core.target as t
        on j.tahun = t.tahun and j.bulan = t.bulan and j.kode_opd = t.kode_opd and t.cakupan = 'semua'
    left join terlewat as h on j.tahun = h.tahun and j.bulan = h.bulan and j.kode_unit = h.kode_unit
    left join di_luar as l on j.tahun = l.tahun and j.bulan = l.bulan and j.kode_opd = l.kode_opd
),
dihitung as (
    select
        *,
        cast(case
            when sumber_target = 'rak' then rak_milik
            else round(
                cast(pagu as decimal(24, 2)) * cast(persen * cast(0.01 as decimal(3, 2)) as decimal(9, 6)), 2
            )
        end as decimal(18, 2)) as target_kum
    from bertarget
)
select
    d.tahun, d.bulan,
    cast(d.tahun as varchar) || '-' || lpad(cast(d.bulan as varchar), 2, '0') as periode,
    d.kode_opd, d.kode_unit,
    'semua' as cakupan, -- a unit is told on all its money
    d.pagu, d.pagu_murni, d.rak_bulan, d.rak_kum, d.target_kum,
    case
        when d.sumber_target = 'rak' then 100 * cast(d.target_kum as double) / nullif(cast(d.pagu as double), 0)
        else cast(d.persen as double)
    end as target_persen,
    case when d.target_kum is not null then d.sumber_target end as sumber_target,
    d.target_dasar, d.realisasi_bulan, d.realisasi_kum, d.spj_kum, d.dilaporkan,
    f.fisik_target, f.fisik_real,
    f.fisik_target * cast(d.pagu as double) as fisik_target_tertimbang,
    f.fisik_real * cast(d.pagu as double) as fisik_real_tertimbang,
    case when f.fisik_target is not null then d.pagu end as fisik_target_bobot,
    case when f.fisik_real is not null then d.pagu end as fisik_real_bobot,
    case when d.dilaporkan then 100 * cast(d.realisasi_kum as double) / nullif(cast(d.pagu as double), 0) end as serapan_persen
from dihitung as d
left join core.fisik as f
    on d.tahun = f.tahun and d.bulan = f.bulan and d.kode_opd = f.kode_opd and d.kode_unit = f.kode_unit
    -- what is told of an OPD with units below it is told of all of them
    and (d.kode_unit <> d.kode_opd or d.n_unit = 1)
