-- The rows of marts.kewajiban that the reader's scope allows; an unset scope shows none.
select *
from marts.kewajiban
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
