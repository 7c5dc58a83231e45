-- The rows of marts.fakta_sub that the reader's scope allows; an unset scope shows none.
select *
from marts.fakta_sub
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
