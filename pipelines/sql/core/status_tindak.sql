-- One row per action and span of days [dari, sampai) of one state: while it is open the state written last by that day (before
-- anything was written: the first), since it was closed or carried over the state it ended in. Where the trail says nothing, as
-- the record stands.
with
tertulis as (
    select
        id, status, cast(pada as date) as tanggal,
        row_number() over (partition by id, cast(pada as date) order by urut desc) as ke
    from raw.status_tindak_lanjut
),
berurut as (
    select id, status, tanggal, lag(tanggal) over (partition by id order by tanggal) as sebelum
    from tertulis
    where ke = 1
),
rentang as (
    select
        id, status,
        case when sebelum is null then date '1900-01-01' else tanggal end as dari,
        lead(tanggal, 1, date '9999-12-31') over (partition by id order by tanggal) as sampai
    from berurut
)
select
    t.id,
    coalesce(r.status, t.status) as status,
    coalesce(r.dari, date '1900-01-01') as dari,
    least(coalesce(r.sampai, date '9999-12-31'), t.terbuka_sampai) as sampai
from core.tindak_lanjut as t
left join rentang as r on t.id = r.id
where r.id is null or r.dari < t.terbuka_sampai
union all
select id, status, terbuka_sampai, date '9999-12-31'
from core.tindak_lanjut
where terbuka_sampai < date '9999-12-31'
