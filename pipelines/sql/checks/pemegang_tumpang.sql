-- tolak: One row per span of a seat that begins before the one ahead of it ends, or leaves a day between them.
with
urutan as (
    select
        kode_jabatan, mulai, selesai,
        lag(selesai) over (partition by kode_jabatan order by mulai, selesai) as selesai_lalu
    from marts.pemegang
)
select kode_jabatan, mulai, selesai, selesai_lalu
from urutan
where selesai_lalu <> mulai or selesai <= mulai
