-- The rows of marts.rapat_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.rapat_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
