-- One row per OPD or unit that any row of people may stand in: the number it has in large tables, in the order of the codes.
select kode_opd, cast(row_number() over (order by kode_opd) as integer) as opd
from (
    select kode_opd from core.unit_berlaku
    union
    select kode_unit from core.unit_berlaku
    union
    select kode_opd from core.kursi_master
    union
    select kode_unit from core.kursi_master
    union
    select ke_opd from core.gabung
) as semua
where kode_opd is not null
