-- The rows of marts.opd that the reader's scope allows, with the units below an allowed OPD; an unset scope shows none.
select *
from marts.opd
where
    list_contains(getvariable('opd'), '*')
    or list_contains(getvariable('opd'), kode_opd)
    or list_contains(getvariable('opd'), induk_kode_opd)
