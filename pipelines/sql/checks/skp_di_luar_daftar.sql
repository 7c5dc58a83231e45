-- peringatan: One row per OPD and period that the last list of staff was made for whose reports name people nobody lists.
-- Reports of earlier periods name people who have left since, which is as it should be.
with
daftar as (
    select max(12 * year(tgl_daftar) + month(tgl_daftar)) as bulan from core.orang
)
select w.tahun, w.jenis_periode, w.periode, w.kode_opd, count(*) as n
from marts.skp_wajib as w
cross join daftar as d
where w.dasar = 'laporan' and not w.terdaftar and 12 * year(w.akhir) + month(w.akhir) between d.bulan - 1 and d.bulan
group by w.tahun, w.jenis_periode, w.periode, w.kode_opd
