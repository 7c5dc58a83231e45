-- The rows of marts.komitmen that the reader's scope allows; an unset scope shows none.
select *
from marts.komitmen
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
