-- One row per unit of SIASN's tree, as the last import says it.
with
urutan as (
    select
        *,
        row_number() over (partition by trim(unor_id) order by direkam_pada desc, urut desc, baris desc) as ke
    from raw.unor
)
select
    trim(unor_id) as unor_id,
    nullif(trim(atasan_id), '') as atasan_id,
    coalesce(nullif(trim(induk_id), ''), nullif(trim(atasan_id), '')) as induk_id,
    trim(nama) as nama,
    lower(replace(nama, ' ', '')) as kunci_nama,
    lower(replace(nama_jabatan, ' ', '')) as kunci_jabatan
from urutan
where ke = 1
