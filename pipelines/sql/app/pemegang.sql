-- The rows of marts.pemegang that the reader's scope allows; an unset scope shows none.
select *
from marts.pemegang
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
