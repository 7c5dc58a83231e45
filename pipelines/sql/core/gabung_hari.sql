-- One row per OPD that was merged by the last month of which records of meetings are counted, and span of days [mulai, hingga]
-- in which another answers for it. A record goes to whoever answers for its OPD on the record's last day: what was settled
-- before the merger stays, what was open then goes along, as core.anggota does with money month by month.
with
kini as (
    select max(akhir) as akhir from core.bulan_rapat
),
gabung as (
    select g.kode_opd, g.sejak, g.ke_opd
    from core.gabung as g
    cross join kini as k
    where g.sejak <= k.akhir
),
rantai as (
    select
        g1.kode_opd, g1.ke_opd, g1.sejak,
        g2.ke_opd as ke_akhir,
        case when g2.sejak > g1.sejak then g2.sejak when g2.sejak is not null then g1.sejak end as sejak_akhir
    from gabung as g1
    left join gabung as g2 on g1.ke_opd = g2.kode_opd
)
select
    kode_opd as kode_lalu, ke_opd as kode_opd, sejak as mulai,
    coalesce(cast(sejak_akhir - interval 1 day as date), date '9999-12-31') as hingga
from rantai
where sejak_akhir is null or sejak_akhir > sejak
union all
select kode_opd, ke_akhir, sejak_akhir, date '9999-12-31'
from rantai
where ke_akhir is not null
