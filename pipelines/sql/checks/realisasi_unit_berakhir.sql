-- peringatan: One row per realisation of a unit in a quarter on no day of which the master still has that unit.
select
    b.nama_berkas, r.lembar, r.baris, 'triwulan' as kolom, r.tahun, r.triwulan, r.kode_indikator, r.realisasi, i.kode_unit
from core.realisasi_indikator as r
inner join core.indikator as i on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
inner join raw.impor as b on r.impor_id = b.impor_id
inner join (select distinct kode_opd from staging.opd) as o on i.kode_unit = o.kode_opd
inner join raw.kalender as k on r.tahun = k.tahun and k.bulan = 3 * r.triwulan - 2
left join staging.opd as h on i.kode_unit = h.kode_opd and h.mulai <= i.akhir and h.sampai > k.awal
where h.kode_opd is null and not r.percobaan
