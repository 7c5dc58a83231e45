-- The rows of marts.pendaratan that the reader's scope allows; an unset scope shows none.
select *
from marts.pendaratan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
