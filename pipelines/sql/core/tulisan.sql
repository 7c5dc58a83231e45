-- One row per year and unit code as any file writes it, with the name written beside it last.
with
disebut as (
    select tahun, kode as kode_tertulis, nama as nama_tertulis, direkam_pada, urut
    from staging.nama_tertulis
    where jenis = 'opd'
    union all
    select tahun, kode_tertulis, cast(null as varchar), direkam_pada, 0 from staging.fisik
    union all
    select tahun, kode_tertulis, cast(null as varchar), timestamp '1900-01-01 00:00:00', 0
    from staging.target_surat
    where kode_tertulis <> ''
),
nama as (
    select
        tahun, kode_tertulis, nama_tertulis,
        row_number() over (
            partition by tahun, kode_tertulis
            order by case when nama_tertulis is null then 1 else 0 end, direkam_pada desc, urut desc, nama_tertulis
        ) as ke
    from (
        select tahun, kode_tertulis, nama_tertulis, max(direkam_pada) as direkam_pada, max(urut) as urut
        from disebut
        group by tahun, kode_tertulis, nama_tertulis
    ) as berbeda
)
select tahun, kode_tertulis, nama_tertulis
from nama
where ke = 1
