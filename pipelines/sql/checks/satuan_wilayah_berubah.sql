-- peringatan: One row per macro indicator whose figures stand in different units: those of one unit are not held against the others.
select kode_makro, min(satuan_baku) as satuan_satu, max(satuan_baku) as satuan_lain, min(tahun) as sejak, count(*) as n_baris
from core.indikator_wilayah
where nilai is not null
group by kode_makro
having count(distinct satuan_baku) > 1
