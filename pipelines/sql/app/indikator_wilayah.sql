-- The rows of marts.indikator_wilayah: published figures of areas, everyone's; an unset scope shows none.
select *
from marts.indikator_wilayah
where len(getvariable('opd')) > 0
