-- The rows of marts.rapat_opd that the reader's scope allows; an unset scope shows none.
select *
from marts.rapat_opd
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
