-- peringatan: One row per percentage that is added up beyond a hundred while its target is not: cumulative figures added again.
select
    b.nama_berkas, i.lembar, i.baris, 'entri' as kolom, i.tahun, i.kode_indikator, i.entri, i.target_tahun,
    max(s.nilai) as dijumlah
from core.indikator as i
inner join core.indikator_sampai as s
    on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
inner join core.acuan_indikator as a
    on i.kode_indikator = a.kode_indikator and i.tahun = a.tahun and i.triwulan = a.triwulan
    and a.acuan = 'tahun' and a.cacat is null
inner join raw.impor as b on i.impor_id = b.impor_id
inner join raw.satuan as u on lower(trim(i.satuan)) = u.ejaan and u.baku = '%'
where i.metode = 'jumlah' and s.nilai > 100 and a.atas <= 100
group by b.nama_berkas, i.lembar, i.baris, i.tahun, i.kode_indikator, i.entri, i.target_tahun
