-- The rows of marts.catatan_pegawai that the reader's scope allows; an unset scope shows none.
select *
from marts.catatan_pegawai
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
