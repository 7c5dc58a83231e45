-- One row per leaf and month (0 = the ceiling first set) that a row in force speaks of: amounts as stored.
select
    k.daun_id, n.bulan,
    cast(sum(n.pagu) as decimal(18, 2)) as pagu,
    cast(sum(n.rak) as decimal(18, 2)) as rak,
    cast(sum(n.sp2d) as decimal(18, 2)) as sp2d,
    cast(sum(n.spj) as decimal(18, 2)) as spj
from core.nilai_kunci as n
inner join core.kunci_daun as k on n.kunci_id = k.kunci_id
group by k.daun_id, n.bulan
