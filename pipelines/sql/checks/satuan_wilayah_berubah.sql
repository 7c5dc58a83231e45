-- peringatan: One row per macro indicator, year and period whose areas stand in different units: do not compare before mending.
select kode_makro, tahun, periode, min(satuan_baku) as satuan_satu, max(satuan_baku) as satuan_lain, count(*) as n_baris
from core.indikator_wilayah
where nilai is not null
group by kode_makro, tahun, periode
having count(distinct coalesce(satuan_baku, '')) > 1
