-- The rows of marts.unit_rapor that the reader's scope allows; an unset scope shows none.
select *
from marts.unit_rapor
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
