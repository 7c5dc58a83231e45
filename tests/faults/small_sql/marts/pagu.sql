-- One row per unit: its ceiling.
select
    kode_opd,
    max(pagu) as pagu
from raw.pagu
group by kode_opd
