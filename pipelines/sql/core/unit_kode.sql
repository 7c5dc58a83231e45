-- One row per code by which the master knows a unit, its own or SIPD's: the unit, and the OPD that answers for it. A code that is
-- SIPD's for one unit and another's own is SIPD's.
with
sipd as (
    select kode_sipd as kode_tertulis, max(kode_opd) as kode_unit
    from staging.opd
    where kode_sipd is not null
    group by kode_sipd
),
kode as (
    select kode_tertulis, kode_unit from sipd
    union all
    select m.kode_unit, m.kode_unit
    from core.unit_master as m
    left join sipd as s on m.kode_unit = s.kode_tertulis
    where s.kode_tertulis is null
)
select k.kode_tertulis, k.kode_unit, coalesce(m.kode_opd, k.kode_unit) as kode_opd
from kode as k
left join core.unit_master as m on k.kode_unit = m.kode_unit
