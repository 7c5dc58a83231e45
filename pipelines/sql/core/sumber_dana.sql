-- One row per year, unit, place in the plan and account: the source of funds that the pagu rows name for it.
select
    tahun, kode_unit, simpul, kode_rekening,
    count(distinct sumber_dana) > 1 as banyak,
    case when count(distinct sumber_dana) = 1 then max(sumber_dana) else 'Lebih dari satu sumber' end as sumber_dana
from core.kunci
where dari_pagu = 1 and sumber_dana <> ''
group by tahun, kode_unit, simpul, kode_rekening
