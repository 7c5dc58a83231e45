-- peringatan: One row per figure of last year, or of the Renstra up to last year, that is not what last year's own rows give. A
-- written number stands for all that round to it.
with
lalu as (
    -- a year that was told whole; what is added up brings its Renstra along
    select
        i.kode_indikator, i.tahun, i.metode, s.nilai,
        case when r.bawah = r.atas and not r.meragukan then r.bawah end as renstra
    from core.indikator as i
    inner join core.indikator_sampai as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    left join staging.tulisan_angka as r on trim(i.realisasi_renstra) = r.kata
    where i.triwulan = 4 and s.lengkap and i.metode <> 'predikat'
),
banding as (
    select
        i.impor_id, i.lembar, i.baris, 'realisasi_tahun_lalu' as kolom, i.tahun, i.kode_indikator,
        trim(i.realisasi_tahun_lalu) as tertulis, l.nilai as tercatat
    from core.indikator as i
    inner join lalu as l on i.kode_indikator = l.kode_indikator and i.tahun - 1 = l.tahun and i.metode = l.metode
    where i.triwulan = 4
    union all
    select
        i.impor_id, i.lembar, i.baris, 'realisasi_renstra', i.tahun, i.kode_indikator, trim(i.realisasi_renstra),
        l.renstra + l.nilai
    from core.indikator as i
    inner join lalu as l on i.kode_indikator = l.kode_indikator and i.tahun - 1 = l.tahun and i.metode = l.metode
    where i.triwulan = 4 and i.metode = 'jumlah'
)
select b.nama_berkas, d.lembar, d.baris, d.kolom, d.tahun, d.kode_indikator, d.tertulis, d.tercatat
from banding as d
inner join raw.impor as b on d.impor_id = b.impor_id
inner join staging.tulisan_angka as a on d.tertulis = a.kata and a.bawah = a.atas and not a.meragukan
where
    abs(a.bawah - d.tercatat) > case
        when round(a.bawah, 0) = a.bawah then 0.5
        when round(a.bawah, 1) = a.bawah then 0.05
        else 0.005
    end
