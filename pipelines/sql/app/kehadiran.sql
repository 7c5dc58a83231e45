-- The rows of marts.kehadiran that the reader's scope allows; an unset scope shows none.
select *
from marts.kehadiran
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
