-- The rows of marts.indikator_kata that the reader's scope allows: what is said of the region's targets is everyone's; an unset
-- scope shows none.
select *
from marts.indikator_kata
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or (lingkup = 'daerah' and len(getvariable('opd')) > 0)
