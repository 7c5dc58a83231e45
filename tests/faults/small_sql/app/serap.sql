-- One row per unit and month that the reader may see.
select *
from marts.serap
where list_contains(getvariable('opd'), kode_opd) or list_contains(getvariable('opd'), '*')
