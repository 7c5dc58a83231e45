-- The rows of marts.seratus_hari that the reader's scope allows; an unset scope shows none.
select *
from marts.seratus_hari
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
