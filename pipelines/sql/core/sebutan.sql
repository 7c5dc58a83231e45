-- One row per person: the shortest tail of the id, at least four signs, that nobody else's id ends with; so a page can tell
-- people apart whom it does not name. Among ids in the order of their tails, only the neighbours can share the most.
with
ekor as (
    select distinct orang_id, reverse(orang_id) as ekor from core.orang_nip
),
tetangga as (
    select
        orang_id, ekor,
        coalesce(lag(ekor) over (partition by substr(ekor, 1, 4) order by ekor), '') as sebelum,
        coalesce(lead(ekor) over (partition by substr(ekor, 1, 4) order by ekor), '') as sesudah
    from ekor
)
select
    orang_id,
    upper(reverse(case
        when sebelum = '' and sesudah = '' then substr(ekor, 1, 4)
        when substr(ekor, 1, 5) not in (substr(sebelum, 1, 5), substr(sesudah, 1, 5)) then substr(ekor, 1, 5)
        when substr(ekor, 1, 6) not in (substr(sebelum, 1, 6), substr(sesudah, 1, 6)) then substr(ekor, 1, 6)
        when substr(ekor, 1, 8) not in (substr(sebelum, 1, 8), substr(sesudah, 1, 8)) then substr(ekor, 1, 8)
        else substr(ekor, 1, 12)
    end)) as sebutan
from tetangga
