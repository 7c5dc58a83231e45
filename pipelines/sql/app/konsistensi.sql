-- The rows of marts.konsistensi that the reader's scope allows; an unset scope shows none.
select *
from marts.konsistensi
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
