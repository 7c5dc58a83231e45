-- The rows of marts.skp that the reader's scope allows; an unset scope shows none.
select *
from marts.skp
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
