-- The rows of marts.skp_pola that the reader's scope allows; an unset scope shows none.
select *
from marts.skp_pola
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
