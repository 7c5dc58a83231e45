-- The rows of marts.kendala that the reader's scope allows; an unset scope shows none.
select *
from marts.kendala
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
