-- The rows of marts.melayani that the reader's scope allows; an unset scope shows none.
select *
from marts.melayani
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
