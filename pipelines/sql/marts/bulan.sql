-- One row per year and month in which any OPD reported: how many did, of how many.
select
    tahun, bulan, periode,
    cast(sum(case when dilaporkan then 1 else 0 end) as integer) as n_dilaporkan,
    cast(count(*) as integer) as n_total
from marts.opd_bulan
where cakupan = 'semua'
group by tahun, bulan, periode
having sum(case when dilaporkan then 1 else 0 end) > 0
