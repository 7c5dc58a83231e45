-- The rows of marts.asal_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.asal_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
