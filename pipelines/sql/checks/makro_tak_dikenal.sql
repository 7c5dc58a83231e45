-- peringatan: One row per target of the region that names a macro indicator of which there is no figure at all, though there are others.
select
    b.nama_berkas, t.lembar, t.baris, 'kode_makro' as kolom, t.tahun, trim(t.kode_indikator) as kode_indikator,
    trim(t.kode_makro) as kode_makro
from raw.target_daerah as t
inner join raw.impor as b on t.impor_id = b.impor_id
left join (select distinct kode_makro from core.angka_wilayah) as w on trim(t.kode_makro) = w.kode_makro
where
    nullif(trim(t.kode_makro), '') is not null and w.kode_makro is null
    and (select count(*) from core.angka_wilayah) > 0
