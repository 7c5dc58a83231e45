-- The rows of marts.batas_wilayah: boundaries, everyone's; an unset scope shows none.
select *
from marts.batas_wilayah
where len(getvariable('opd')) > 0
