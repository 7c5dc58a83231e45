-- peringatan: One row per realisation of a quarter in which no version of its agreement is in force; it counts nowhere.
select
    b.nama_berkas, r.lembar, r.baris, 'triwulan' as kolom, r.tahun, r.triwulan, trim(r.kode_indikator) as kode_indikator,
    r.realisasi, t.berlaku_mulai, t.berlaku_sampai
from raw.pk_realisasi as r
inner join raw.impor as b on r.impor_id = b.impor_id
inner join (
    select
        trim(kode_indikator) as kode_indikator, tahun, min(berlaku_mulai) as berlaku_mulai, max(berlaku_sampai) as berlaku_sampai
    from raw.pk_indikator
    group by trim(kode_indikator), tahun
) as t on trim(r.kode_indikator) = t.kode_indikator and r.tahun = t.tahun
left join core.indikator as i
    on trim(r.kode_indikator) = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
where i.kode_indikator is null and nullif(trim(r.realisasi), '') is not null
