-- peringatan: One row per realisation whose indicator has no target row in its year; it counts nowhere.
select
    b.nama_berkas, r.lembar, r.baris, 'kode_indikator' as kolom, r.tahun, r.triwulan, trim(r.kode_indikator) as kode_indikator,
    r.realisasi
from raw.pk_realisasi as r
inner join raw.impor as b on r.impor_id = b.impor_id
left join (
    select trim(kode_indikator) as kode_indikator, tahun from raw.target_daerah
    union
    select trim(kode_indikator), tahun from raw.pk_indikator
) as t on trim(r.kode_indikator) = t.kode_indikator and r.tahun = t.tahun
where t.kode_indikator is null and nullif(trim(r.realisasi), '') is not null
