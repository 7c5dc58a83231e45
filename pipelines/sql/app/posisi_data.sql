-- The rows of marts.posisi_data that the reader's scope allows; an unset scope shows none.
select *
from marts.posisi_data
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
