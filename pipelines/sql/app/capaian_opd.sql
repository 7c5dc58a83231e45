-- The rows of marts.capaian_opd that the reader's scope allows; an unset scope shows none.
select *
from marts.capaian_opd
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
