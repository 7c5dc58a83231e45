-- The rows of marts.bocor that the reader's scope allows: leaks of the region's own indicators are everyone's; an unset scope shows
-- none.
select *
from marts.bocor
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or (kode_opd is null and len(getvariable('opd')) > 0)
