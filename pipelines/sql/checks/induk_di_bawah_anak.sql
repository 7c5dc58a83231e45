-- peringatan: One row per indicator that hangs on one of a lower level. A JF stands beside the levels: whom one answers to varies.
select distinct
    b.nama_berkas, i.lembar, i.baris, 'kode_indikator_induk' as kolom, i.tahun, i.kode_indikator, i.tingkat, i.induk,
    n.tingkat as tingkat_induk
from core.indikator as i
inner join core.indikator as n on i.induk = n.kode_indikator and i.tahun = n.tahun and i.triwulan = n.triwulan
inner join raw.impor as b on i.impor_id = b.impor_id
-- II, III, IV: the order of the letters is that of the levels
where i.tingkat in ('II', 'III', 'IV') and n.tingkat in ('II', 'III', 'IV') and n.tingkat > i.tingkat
