-- The rows of marts.sesudah_ganti that the reader's scope allows; an unset scope shows none.
select *
from marts.sesudah_ganti
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
