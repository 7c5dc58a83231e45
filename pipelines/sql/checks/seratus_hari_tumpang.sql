-- tolak: One row per span of a promise of the hundred days that begins before the one ahead of it ends, or leaves a day between.
with
urutan as (
    select
        orang_id, kode_jabatan, tmt, nomor, dari, sampai,
        lag(sampai) over (partition by orang_id, kode_jabatan, tmt, nomor order by dari, sampai) as sampai_lalu
    from marts.seratus_hari
    where orang_id is not null
)
select orang_id, kode_jabatan, tmt, nomor, dari, sampai, sampai_lalu
from urutan
where sampai_lalu <> dari or sampai <= dari
