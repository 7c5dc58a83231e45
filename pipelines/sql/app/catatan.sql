-- The rows of marts.catatan that the reader's scope allows; an unset scope shows none.
select *
from marts.catatan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
