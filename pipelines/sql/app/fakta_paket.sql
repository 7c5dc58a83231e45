-- The rows of marts.fakta_paket that the reader's scope allows; an unset scope shows none.
select *
from marts.fakta_paket
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
