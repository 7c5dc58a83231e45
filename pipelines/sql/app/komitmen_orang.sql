-- The rows of marts.komitmen_orang that the reader's scope allows; an unset scope shows none.
select *
from marts.komitmen_orang
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
