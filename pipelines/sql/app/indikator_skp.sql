-- The rows of marts.indikator_skp that the reader's scope allows; an unset scope shows none.
select *
from marts.indikator_skp
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
