-- One row per unor id, unor, parent unor and unit code as files write them (compare with "is not distinct from"): the OPD
-- and unit they mean today, null where unknown, and how that is known. What they meant on a day: core.unit_berlaku.
select
    t.unor_id, t.unor, t.unor_induk, t.kode_opd_tertulis, t.n_baris,
    b.kode_opd, b.kode_unit, b.cara
from staging.unit_tertulis as t
left join core.unit_berlaku as b on t.kunci = b.kunci and b.sampai = date '9999-12-31'
