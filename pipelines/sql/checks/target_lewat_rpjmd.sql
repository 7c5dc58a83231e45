-- peringatan: One row per target of the region for a year after the last one of the RPJMD that it names.
select
    b.nama_berkas, t.lembar, t.baris, 'tahun_rpjmd' as kolom, t.tahun, trim(t.kode_indikator) as kode_indikator, t.tahun_rpjmd
from raw.target_daerah as t
inner join raw.impor as b on t.impor_id = b.impor_id
where t.tahun > t.tahun_rpjmd
