-- tolak: One row per person counted twice in one period.
select k.kurun, k.orang, k.n
from (select kurun, orang, count(*) as n from marts.skp_wajib_ringkas group by kurun, orang) as k
where k.n > 1
