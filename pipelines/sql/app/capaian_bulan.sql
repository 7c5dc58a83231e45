-- The rows of marts.capaian_bulan that the reader's scope allows: the region's own targets are everyone's; an unset scope shows
-- none.
select *
from marts.capaian_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or (kode_opd is null and len(getvariable('opd')) > 0)
