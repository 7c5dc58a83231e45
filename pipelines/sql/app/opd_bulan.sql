-- The rows of marts.opd_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.opd_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
