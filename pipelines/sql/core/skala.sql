-- One row per scale and predicate as recorded last: the number that stands for it (WTP = 4).
with
urutan as (
    select
        trim(skala) as skala, trim(kode) as kode, lower(trim(kode)) as kunci, nilai,
        row_number() over (partition by trim(skala), lower(trim(kode)) order by urut desc, impor_id desc, lembar, baris) as ke
    from raw.skala_predikat
)
select skala, kode, kunci, nilai
from urutan
where ke = 1
