-- The rows of marts.mutasi that leave or enter an OPD the reader's scope allows; an unset scope shows none.
select *
from marts.mutasi
where
    list_contains(getvariable('opd'), '*')
    or list_contains(getvariable('opd'), dari_opd)
    or list_contains(getvariable('opd'), ke_opd)
