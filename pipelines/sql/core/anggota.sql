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
    -- in the year of a merger, the day before which the unit's own ceiling and plan were set: they lapse with it unless
    -- seen again since; a merger with the turn of the year (to the end of January) leaves that year's own untouched
    case when g1.sejak > make_date(u.tahun, 1, 31) then g1.sejak else date '1900-01-01' end as digabung_sejak
from unit as u
inner join raw.kalender as k on u.tahun = k.tahun
left join core.gabung as g1 on u.kode_induk = g1.kode_opd and g1.sejak <= k.akhir
left join core.gabung as g2 on g1.ke_opd = g2.kode_opd and g2.sejak <= k.akhir
