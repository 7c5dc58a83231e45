-- The rows of marts.wilayah_warna: published figures of areas, everyone's; an unset scope shows none.
select *
from marts.wilayah_warna
where len(getvariable('opd')) > 0
