-- peringatan: One row per realisation that was filled in, or arrived, before its quarter had begun.
select
    b.nama_berkas, r.lembar, r.baris, 'tgl_isi' as kolom, r.tahun, r.triwulan, trim(r.kode_indikator) as kode_indikator,
    r.realisasi, coalesce(r.tgl_isi, cast(r.direkam_pada as date)) as diisi
from raw.pk_realisasi as r
inner join raw.impor as b on r.impor_id = b.impor_id
inner join raw.kalender as k on r.tahun = k.tahun and k.bulan = 3 * r.triwulan - 2
where
    coalesce(r.tgl_isi, cast(r.direkam_pada as date)) < k.awal and nullif(trim(r.realisasi), '') is not null
    and not coalesce(r.percobaan, false)
