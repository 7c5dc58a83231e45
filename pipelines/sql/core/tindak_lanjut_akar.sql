-- One row per action: the first of its chain (itself, where it carries nothing on) and how many times it was carried over since;
-- thirty-two times at most. Distances double from line to line, so that a long chain needs no loop.
with
satu as (
    select id, id as atas_id, 0 as jarak from core.tindak_lanjut
    union all
    select id, dari_id, 1 from core.tindak_lanjut where dari_id is not null
),
dua as (
    select a.id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from satu as a
    inner join satu as b on a.atas_id = b.id
    group by a.id, b.atas_id
),
empat as (
    select a.id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from dua as a
    inner join dua as b on a.atas_id = b.id
    group by a.id, b.atas_id
),
delapan as (
    select a.id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from empat as a
    inner join empat as b on a.atas_id = b.id
    group by a.id, b.atas_id
),
enam_belas as (
    select a.id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from delapan as a
    inner join delapan as b on a.atas_id = b.id
    group by a.id, b.atas_id
),
jauh as (
    select a.id, b.atas_id, min(a.jarak + b.jarak) as jarak
    from enam_belas as a
    inner join enam_belas as b on a.atas_id = b.id
    group by a.id, b.atas_id
),
urutan as (
    select id, atas_id, jarak, row_number() over (partition by id order by jarak desc) as ke
    from jauh
)
select id, atas_id as akar_id, cast(jarak as integer) as generasi
from urutan
where ke = 1
