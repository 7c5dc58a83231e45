-- The rows of marts.tindak_lanjut that the reader's scope allows; an unset scope shows none.
select *
from marts.tindak_lanjut
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
