-- The rows of marts.masalah that the reader's scope allows; a file of many OPD shows only to those who see them all.
select *
from marts.masalah
where
    list_contains(getvariable('opd'), '*')
    or impor_id in (
        select impor_id
        from core.muatan
        group by impor_id
        having min(kode_induk) = max(kode_induk) and list_contains(getvariable('opd'), min(kode_induk))
    )
