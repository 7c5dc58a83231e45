-- The rows of marts.impor that speak of money of an OPD the reader's scope allows; an unset scope shows none.
select *
from marts.impor
where
    list_contains(getvariable('opd'), '*')
    or impor_id in (select impor_id from core.muatan where list_contains(getvariable('opd'), kode_induk))
