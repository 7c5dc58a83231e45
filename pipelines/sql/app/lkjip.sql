-- The rows of marts.lkjip that the reader's scope allows: targets of the region are everyone's; an unset scope shows none.
select *
from marts.lkjip
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or (lingkup = 'daerah' and len(getvariable('opd')) > 0)
