-- One row per unit that was merged into another: from which day it is answered for by the other.
-- What is written for months that end before that day stays with the old unit; what files still write under the old
-- code afterwards goes to the new one.
with
terakhir as (
    select
        kode_opd, digabung_ke,
        case when sampai = date '9999-12-31' then mulai else sampai end as sejak,
        row_number() over (partition by kode_opd order by mulai desc) as ke
    from staging.opd
    where digabung_ke is not null and digabung_ke <> kode_opd
),
-- A target that is no unit's own code may be one in SIPD's spelling.
tujuan as (
    select
        t.kode_opd, t.sejak,
        coalesce(o.kode_opd, m.kode_opd, t.digabung_ke) as ke_opd
    from terakhir as t
    left join (select distinct kode_opd from staging.opd) as o on t.digabung_ke = o.kode_opd
    left join (
        select kode_sipd, max(kode_opd) as kode_opd from staging.opd
        where kode_sipd is not null
        group by kode_sipd
    ) as m
        on t.digabung_ke = m.kode_sipd
    where t.ke = 1
)
select kode_opd, sejak, ke_opd
from tujuan
where ke_opd <> kode_opd
