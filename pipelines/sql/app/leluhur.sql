-- The rows of marts.leluhur that the reader's scope allows: what is under the region's own indicators is everyone's; an unset scope
-- shows none.
select *
from marts.leluhur
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or (lingkup = 'daerah' and len(getvariable('opd')) > 0)
