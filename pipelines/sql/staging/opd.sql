-- One row per unit and start of validity as the master says it last; validity half-open, the last day is turned into the day after.
with
urutan as (
    select
        *,
        row_number() over (
            partition by trim(kode_opd), coalesce(berlaku_mulai, date '1900-01-01')
            order by direkam_pada desc, urut desc, baris desc
        ) as ke
    from raw.opd
)
select
    trim(kode_opd) as kode_opd,
    trim(nama) as nama,
    nullif(trim(singkatan), '') as singkatan,
    jenis,
    nullif(trim(induk_kode_opd), '') as induk_kode_opd,
    nullif(trim(kode_sipd), '') as kode_sipd,
    nullif(trim(unor_id_siasn), '') as unor_id_siasn,
    nullif(trim(satker_simpeg), '') as satker_simpeg,
    asisten,
    komisi_dprd,
    berlaku_mulai,
    berlaku_sampai,
    nullif(trim(digabung_ke), '') as digabung_ke,
    coalesce(berlaku_mulai, date '1900-01-01') as mulai,
    coalesce(cast(berlaku_sampai + interval 1 day as date), date '9999-12-31') as sampai
from urutan
where ke = 1
