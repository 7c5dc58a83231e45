-- The rows of marts.tindak_lanjut_tenggat that the reader's scope allows; an unset scope shows none.
select *
from marts.tindak_lanjut_tenggat
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
