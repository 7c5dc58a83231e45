-- The rows of marts.skp_wajib that the reader's scope allows; an unset scope shows none.
select *
from marts.skp_wajib
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
