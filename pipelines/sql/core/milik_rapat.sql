-- One row per pair of OPD and unit ('' = the whole OPD) as records of meetings write them: whose it is. What nothing knows keeps
-- its writing as the OPD's code, and no unit; a unit of another OPD counts as unknown.
with
ditulis as (
    select kode_opd, kode_unit from raw.kehadiran
    union
    select kode_opd, kode_unit from raw.tindak_lanjut
    union
    select kode_opd, kode_unit from raw.komitmen
    union
    select kode_opd, kode_unit from raw.kendala
    union
    select kode_opd, kode_unit from raw.catatan
    union
    select kode_opd, kode_unit from raw.temuan
    union
    select kode_opd, kode_unit from raw.buku_tamu
),
pasangan as (
    select distinct kode_opd as opd_tertulis, coalesce(kode_unit, '') as unit_tertulis
    from ditulis
)
select
    p.opd_tertulis, p.unit_tertulis,
    coalesce(o.kode_opd, p.opd_tertulis) as kode_opd,
    case
        when u.kode_opd = o.kode_opd and u.kode_unit <> u.kode_opd then u.kode_unit
        -- a bagian in the place of the OPD
        when p.unit_tertulis = '' and o.kode_unit <> o.kode_opd then o.kode_unit
    end as kode_unit,
    o.kode_opd is not null as opd_dikenal,
    p.unit_tertulis = '' or coalesce(u.kode_opd = o.kode_opd, false) as unit_dikenal
from pasangan as p
left join core.unit_rapat as o on p.opd_tertulis = o.tertulis
left join core.unit_rapat as u on p.unit_tertulis = u.tertulis
