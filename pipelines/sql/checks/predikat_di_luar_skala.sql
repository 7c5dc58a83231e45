-- peringatan: One row per target or realisation in a word that its scale does not know, or on a scale that nobody described; it
-- has no number. An indicator that names no scale was said when its file arrived.
with
kata as (
    select
        i.impor_id, i.lembar, i.baris, 'target_tahun' as kolom, i.tahun, cast(null as integer) as triwulan, i.kode_indikator,
        i.skala, a.target as tertulis
    from core.indikator as i
    inner join core.acuan_indikator as a
        on i.kode_indikator = a.kode_indikator and i.tahun = a.tahun and i.triwulan = a.triwulan and a.acuan = 'tahun'
    where a.cacat = 'skala_tak_dikenal' and nullif(i.skala, '') is not null
    union -- once, however many quarters it is the target of
    select r.impor_id, r.lembar, r.baris, 'realisasi', r.tahun, r.triwulan, r.kode_indikator, i.skala, r.realisasi
    from core.realisasi_indikator as r
    inner join core.indikator as i on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
    where i.metode = 'predikat' and r.angka is null and not r.percobaan and nullif(i.skala, '') is not null
)
select
    b.nama_berkas, k.lembar, k.baris, k.kolom, k.tahun, k.triwulan, k.kode_indikator, k.skala, k.tertulis,
    k.skala in (select skala from core.skala) as skala_dikenal
from kata as k
inner join raw.impor as b on k.impor_id = b.impor_id
