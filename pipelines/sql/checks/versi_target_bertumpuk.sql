-- peringatan: One row per version of a target that says it holds beyond the start of the next one, with another target of the year.
-- A version without an end is ended by the next one: that is how an agreement is changed.
select
    b.nama_berkas, a.lembar, a.baris, 'berlaku_sampai' as kolom, a.tahun, trim(a.kode_indikator) as kode_indikator,
    a.berlaku_sampai, a.target_tahun, n.berlaku_mulai as berlaku_mulai_lain, n.target_tahun as target_tahun_lain
from raw.pk_indikator as a
inner join raw.impor as b on a.impor_id = b.impor_id
inner join raw.pk_indikator as n
    on trim(a.kode_indikator) = trim(n.kode_indikator) and a.tahun = n.tahun
    and coalesce(a.berlaku_mulai, date '1900-01-01') < n.berlaku_mulai and a.berlaku_sampai >= n.berlaku_mulai
where trim(a.target_tahun) is distinct from trim(n.target_tahun)
