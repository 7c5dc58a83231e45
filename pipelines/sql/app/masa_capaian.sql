-- The rows of marts.masa_capaian that the reader's scope allows; an unset scope shows none.
select *
from marts.masa_capaian
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
