-- The rows of marts.unit_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.unit_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
