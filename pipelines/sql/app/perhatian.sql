-- The rows of marts.perhatian that the reader's scope allows; an unset scope shows none.
select *
from marts.perhatian
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
