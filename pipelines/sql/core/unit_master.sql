-- One row per unit of the master: the OPD that answers for it, at most two steps up (a puskesmas, its UPTD, the dinas).
with
terakhir as (
    select kode_opd, induk_kode_opd, row_number() over (partition by kode_opd order by mulai desc) as ke
    from staging.opd
),
unit as (
    select kode_opd, induk_kode_opd from terakhir where ke = 1
)
select
    u.kode_opd as kode_unit,
    coalesce(i2.kode_opd, i1.kode_opd, u.kode_opd) as kode_opd
from unit as u
left join unit as i1 on u.induk_kode_opd = i1.kode_opd
left join unit as i2 on i1.induk_kode_opd = i2.kode_opd
