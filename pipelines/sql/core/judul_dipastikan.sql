-- One row per title and OPD that a person has answered for and span of days: the seat it means, null where the master has none;
-- spans do not overlap. Of two answers for a day the one whose validity begins later. "Plt. Kepala Dinas" is "Kepala Dinas".
with
dijawab as (
    select kunci, kunci_konteks, kode, mulai, sampai from staging.kepastian where jenis = 'jabatan'
    union
    select
        case when kunci like 'pl_.%' then substr(kunci, 5) when kunci like 'pj.%' or kunci like 'pl_%' then substr(kunci, 4) end,
        kunci_konteks, kode, mulai, sampai
    from staging.kepastian
    where jenis = 'jabatan' and (kunci like 'plt%' or kunci like 'plh%' or kunci like 'pj.%')
),
titik as (
    select kunci, kunci_konteks, mulai from dijawab
    union
    select kunci, kunci_konteks, sampai from dijawab where sampai < date '9999-12-31'
),
ruas as (
    select
        kunci, kunci_konteks, mulai,
        lead(mulai, 1, date '9999-12-31') over (partition by kunci, kunci_konteks order by mulai) as sampai
    from titik
),
urutan as (
    select
        r.kunci, r.kunci_konteks, r.mulai, r.sampai, d.kode,
        row_number() over (
            partition by r.kunci, r.kunci_konteks, r.mulai order by d.mulai desc, d.sampai, d.kode
        ) as ke
    from ruas as r
    inner join dijawab as d
        on r.kunci = d.kunci and r.kunci_konteks = d.kunci_konteks and d.mulai <= r.mulai and d.sampai >= r.sampai
)
select kunci, kunci_konteks, kode, mulai, sampai
from urutan
where ke = 1
