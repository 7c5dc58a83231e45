-- The rows of marts.anggaran that the reader's scope allows; an unset scope shows none.
select *
from marts.anggaran
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
