-- peringatan: One row per code that targets of two owners share in one year: only one of them is judged, the other is silent.
with
tertulis as (
    select trim(kode_indikator) as kode_indikator, tahun, 'daerah' as pemilik, impor_id, lembar, baris from raw.target_daerah
    union all
    select
        trim(i.kode_indikator), i.tahun, coalesce(k.kode_opd, trim(i.kode_opd)), i.impor_id, i.lembar, i.baris
    from raw.pk_indikator as i
    left join core.unit_kode as k on trim(i.kode_opd) = k.kode_tertulis
)
select
    t.tahun, t.kode_indikator, min(t.pemilik) as pemilik, max(t.pemilik) as pemilik_lain,
    min(concat(b.nama_berkas, ' / ', t.lembar, ' / ', cast(t.baris as varchar))) as baris,
    max(concat(b.nama_berkas, ' / ', t.lembar, ' / ', cast(t.baris as varchar))) as baris_lain
from tertulis as t
inner join raw.impor as b on t.impor_id = b.impor_id
group by t.tahun, t.kode_indikator
having count(distinct t.pemilik) > 1
