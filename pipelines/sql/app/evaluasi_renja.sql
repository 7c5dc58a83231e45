-- The rows of marts.evaluasi_renja that the reader's scope allows; an unset scope shows none.
select *
from marts.evaluasi_renja
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
