-- One row per dimension and code: its name in the spelling recorded last; the nomenclature names what no file does.
with
tertulis as (
    select 'program' as dimensi, kode_program as kode, nama_program as nama, direkam_pada, urut from staging.uang
    union all
    select 'kegiatan', kode_kegiatan, nama_kegiatan, direkam_pada, urut from staging.uang
    union all
    select 'sub_kegiatan', kode_sub_kegiatan, nama_sub_kegiatan, direkam_pada, urut from staging.uang
    union all
    select 'rekening', kode_rekening, nama_rekening, direkam_pada, urut from staging.uang
),
berbeda as (
    select dimensi, kode, nama, max(direkam_pada) as direkam_pada, max(urut) as urut
    from tertulis
    where kode is not null and nama is not null
    group by dimensi, kode, nama
    union all
    select dimensi, kode, nama, timestamp '1900-01-01 00:00:00', 0
    from raw.nomenklatur
),
urutan as (
    select
        dimensi, kode, nama,
        row_number() over (partition by dimensi, kode order by direkam_pada desc, urut desc, nama) as ke
    from berbeda
)
select dimensi, kode, nama
from urutan
where ke = 1
