-- The rows of marts.kepala_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.kepala_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
