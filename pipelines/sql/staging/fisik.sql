-- One row per unit as written, sub kegiatan (blank = whole unit) and month: physical progress as reported last.
with
urutan as (
    select
        *,
        row_number() over (
            partition by tahun, bulan, kode_opd, coalesce(kode_sub_kegiatan, '')
            order by direkam_pada desc, urut desc, baris desc
        ) as ke
    from raw.fisik
)
select
    cast(tahun as integer) as tahun,
    cast(bulan as integer) as bulan,
    kode_opd as kode_tertulis,
    coalesce(kode_sub_kegiatan, '') as kode_sub_kegiatan,
    target_fisik, real_fisik, bobot, impor_id, direkam_pada
from urutan
where ke = 1
