-- The rows of marts.fakta_rapat that the reader's scope allows; an unset scope shows none.
select *
from marts.fakta_rapat
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
