-- The rows of marts.kursi that the reader's scope allows; an unset scope shows none.
select *
from marts.kursi
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
