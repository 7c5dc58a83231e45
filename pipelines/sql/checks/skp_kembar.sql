-- tolak: One row per person counted twice in one period.
select tahun, jenis_periode, periode, orang_id, count(*) as n
from marts.skp_wajib
group by tahun, jenis_periode, periode, orang_id
having count(*) > 1
