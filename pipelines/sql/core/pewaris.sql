-- One row per year, month and unit that ever answered for itself: the OPD that has taken over its past by the end of that month.
with
posisi as (
    select distinct tahun, bulan from core.opd_aktif
),
unit as (
    select distinct kode_opd from core.opd_aktif
)
select
    p.tahun, p.bulan,
    u.kode_opd as kode_lalu,
    coalesce(g2.ke_opd, g1.ke_opd, u.kode_opd) as kode_opd
from posisi as p
inner join raw.kalender as k on p.tahun = k.tahun and p.bulan = k.bulan
cross join unit as u
left join core.gabung as g1 on u.kode_opd = g1.kode_opd and g1.sejak <= k.akhir
left join core.gabung as g2 on g1.ke_opd = g2.kode_opd and g2.sejak <= k.akhir
