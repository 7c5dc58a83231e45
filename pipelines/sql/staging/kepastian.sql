-- One row per writing that a person has answered for (unor, jabatan, nip), context and start of validity: what it means, as said
-- last. kode is null where the answer is that the master does not have it (BELUM-ADA).
with
urutan as (
    select
        jenis,
        lower(replace(tertulis, ' ', '')) as kunci,
        lower(replace(coalesce(konteks, ''), ' ', '')) as kunci_konteks,
        trim(tertulis) as tertulis,
        nullif(trim(konteks), '') as konteks,
        case when upper(trim(kode)) <> 'BELUM-ADA' then trim(kode) end as kode,
        coalesce(berlaku_mulai, date '1900-01-01') as mulai,
        coalesce(cast(berlaku_sampai + interval 1 day as date), date '9999-12-31') as sampai,
        row_number() over (
            partition by
                jenis, lower(replace(tertulis, ' ', '')), lower(replace(coalesce(konteks, ''), ' ', '')),
                coalesce(berlaku_mulai, date '1900-01-01')
            order by direkam_pada desc, urut desc, kode
        ) as ke
    from raw.padanan
)
select jenis, kunci, kunci_konteks, tertulis, konteks, kode, mulai, sampai
from urutan
where ke = 1
