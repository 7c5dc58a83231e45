-- The rows of marts.rapor that the reader's scope allows; an unset scope shows none.
select *
from marts.rapor
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
