-- One row per unit as written (blank = every unit), year and month: the target of the letter recorded last.
with
urutan as (
    select
        *,
        row_number() over (
            partition by tahun, bulan, coalesce(kode_opd, '')
            order by direkam_pada desc, urut desc, baris desc
        ) as ke
    from raw.target_serapan
)
select
    cast(tahun as integer) as tahun,
    cast(bulan as integer) as bulan,
    coalesce(kode_opd, '') as kode_tertulis,
    target_persen, dasar_hukum
from urutan
where ke = 1
