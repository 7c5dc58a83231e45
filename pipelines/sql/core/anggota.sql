-- One row per year, month and unit: the OPD that answers for it at the end of that month, after mergers.
with
unit as (
    select distinct tahun, kode_unit, kode_induk from core.unit
)
select
    u.tahun,
    cast(k.bulan as integer) as bulan,
    u.kode_unit,
    u.kode_induk,
    coalesce(g2.ke_opd, g1.ke_opd, u.kode_induk) as kode_opd,
    -- the day from which the unit's own ceiling no longer counts unless it was seen again since
    case when g1.ke_opd is not null then g1.sejak else date '1900-01-01' end as digabung_sejak
from unit as u
inner join raw.kalender as k on u.tahun = k.tahun
left join core.gabung as g1 on u.kode_induk = g1.kode_opd and g1.sejak <= k.akhir
left join core.gabung as g2 on g1.ke_opd = g2.kode_opd and g2.sejak <= k.akhir
