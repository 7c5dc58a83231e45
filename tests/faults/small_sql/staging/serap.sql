-- One row per unit and month: what it spent, from the latest import.
select
    kode_opd,
    bulan,
    sum(realisasi) as realisasi,
    max(urut) as urut
from raw.realisasi
group by kode_opd, bulan
