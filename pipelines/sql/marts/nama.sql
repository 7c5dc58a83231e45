-- One row per dimension and code: its name in the spelling recorded last; the nomenclature names what no file does.
with
berbeda as (
    select jenis as dimensi, kode, nama, max(direkam_pada) as direkam_pada, max(urut) as urut
    from staging.nama_tertulis
    where jenis <> 'opd'
    group by jenis, kode, nama
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
