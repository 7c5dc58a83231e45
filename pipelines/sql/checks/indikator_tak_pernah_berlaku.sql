-- peringatan: One row per target of an agreement whose days hold the end of no quarter of its year; it judges nothing.
select
    b.nama_berkas, i.lembar, i.baris, 'berlaku_mulai' as kolom, i.tahun, trim(i.kode_indikator) as kode_indikator,
    i.berlaku_mulai, i.berlaku_sampai
from raw.pk_indikator as i
inner join raw.impor as b on i.impor_id = b.impor_id
left join raw.kalender as k
    on i.tahun = k.tahun and k.bulan % 3 = 0
    and (i.berlaku_mulai is null or i.berlaku_mulai <= k.akhir)
    and (i.berlaku_sampai is null or i.berlaku_sampai >= k.akhir)
where k.bulan is null
