-- One row per unit of SIASN's tree and unit above it, itself included, with the steps between; sixteen steps at most.
-- Distances double from line to line, so that a deep tree needs no loop and a circle in it does no harm.
with
satu as (
    select unor_id, unor_id as atas_id, 0 as jarak from staging.unor
    union
    select unor_id, atasan_id, 1 from staging.unor where atasan_id is not null and atasan_id <> unor_id
),
dua as (
    select a.unor_id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from satu as a
    inner join satu as b on a.atas_id = b.unor_id
    group by a.unor_id, b.atas_id
),
empat as (
    select a.unor_id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from dua as a
    inner join dua as b on a.atas_id = b.unor_id
    group by a.unor_id, b.atas_id
),
delapan as (
    select a.unor_id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from empat as a
    inner join empat as b on a.atas_id = b.unor_id
    group by a.unor_id, b.atas_id
)
select a.unor_id, b.atas_id, min(a.jarak + b.jarak) as jarak
from delapan as a
inner join delapan as b on a.atas_id = b.unor_id
group by a.unor_id, b.atas_id
