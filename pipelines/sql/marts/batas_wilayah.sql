-- One row per area, part and corner of its boundary: as the pemda's file recorded last has it, with the area that it is a part of.
with
terakhir as (
    select k.kode, b.nama, b.bagian, b.urutan, b.bujur, b.lintang, b.urut, max(b.urut) over (partition by k.kode) as urut_akhir
    from raw.batas_wilayah as b
    inner join staging.wilayah_kode as k on b.kode_wilayah = k.tertulis
)
select
    kode as kode_wilayah,
    case
        when length(kode) = 2 or (length(kode) = 4 and kode like '%00') then '1000'
        when length(kode) = 4 then concat(substr(kode, 1, 2), '00')
        else substr(kode, 1, 4)
    end as induk,
    nama, bagian, urutan, bujur, lintang
from terakhir
where urut = urut_akhir
