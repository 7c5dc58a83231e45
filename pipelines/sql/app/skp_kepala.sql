-- The rows of marts.skp_kepala that the reader's scope allows; an unset scope shows none.
select *
from marts.skp_kepala
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
