-- The rows of marts.komitmen_pejabat that the reader's scope allows; an unset scope shows none.
select *
from marts.komitmen_pejabat
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
