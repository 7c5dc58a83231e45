-- The rows of marts.sumbangan that the reader's scope allows; an unset scope shows none.
select *
from marts.sumbangan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
