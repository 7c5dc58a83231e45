-- One row per scale and predicate as recorded last: the number that stands for it (WTP = 4), and the scores it stands for where
-- the scale has any (above lebih_dari, up to sampai). A pemda's own scale replaces a built-in one of the same name whole.
with
urutan as (
    select
        trim(skala) as skala, trim(kode) as kode, lower(trim(kode)) as kunci, nilai,
        row_number() over (partition by trim(skala), lower(trim(kode)) order by urut desc, impor_id desc, lembar, baris) as ke
    from raw.skala_predikat
)
select
    skala, kode, kunci, nilai, cast(null as decimal(9, 4)) as lebih_dari, cast(null as decimal(9, 4)) as sampai,
    cast(null as varchar) as aturan_id
from urutan
where ke = 1
union all
select
    b.skala, b.kode, lower(b.kode), cast(b.nilai as decimal(18, 4)), b.lebih_dari, b.sampai, b.aturan_id
from raw.skala_bawaan as b
where b.skala not in (select trim(skala) from raw.skala_predikat)
