-- peringatan: One row per code that targets of two owners share in one year: only one of them is judged, the other is silent.
with
sipd as (
    select kode_sipd, max(kode_opd) as kode_opd from staging.opd where kode_sipd is not null group by kode_sipd
),
tertulis as (
    select trim(kode_indikator) as kode_indikator, tahun, 'daerah' as pemilik, impor_id, lembar, baris from raw.target_daerah
    union all
    select
        trim(i.kode_indikator), i.tahun, coalesce(m.kode_opd, s.kode_opd, trim(i.kode_opd)), i.impor_id, i.lembar, i.baris
    from raw.pk_indikator as i
    left join sipd as s on trim(i.kode_opd) = s.kode_sipd
    left join core.unit_master as m on coalesce(s.kode_opd, trim(i.kode_opd)) = m.kode_unit
)
select
    t.tahun, t.kode_indikator, min(t.pemilik) as pemilik, max(t.pemilik) as pemilik_lain,
    min(concat(b.nama_berkas, ' / ', t.lembar, ' / ', cast(t.baris as varchar))) as baris,
    max(concat(b.nama_berkas, ' / ', t.lembar, ' / ', cast(t.baris as varchar))) as baris_lain
from tertulis as t
inner join raw.impor as b on t.impor_id = b.impor_id
group by t.tahun, t.kode_indikator
having count(distinct t.pemilik) > 1
