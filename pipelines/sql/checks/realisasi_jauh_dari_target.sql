-- peringatan: One row per realisation many times the year's target (data/aturan/target.toml), or cut at the largest number that a
-- computer keeps in 32 bits: a trial entry, another unit, or a comma that was lost.
select
    b.nama_berkas, r.lembar, r.baris, 'realisasi' as kolom, r.tahun, r.triwulan, r.kode_indikator, r.realisasi, a.target
from core.realisasi_indikator as r
inner join raw.impor as b on r.impor_id = b.impor_id
inner join raw.target_setelan as s on s.kunci = 'realisasi_janggal'
left join core.acuan_indikator as a
    on r.kode_indikator = a.kode_indikator and r.tahun = a.tahun and r.triwulan = a.triwulan
    and a.acuan = 'tahun' and a.cacat is null and a.metode <> 'predikat'
where not r.percobaan and (r.angka in (2147483647, 4294967295) or (a.atas > 0 and r.angka > s.nilai * a.atas))
