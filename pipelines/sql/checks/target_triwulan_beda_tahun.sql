-- peringatan: One row per indicator whose quarterly targets are not those up to each quarter: that of quarter IV is not the
-- year's, or one that is added up falls. Targets of each quarter alone make attainment look higher than it is.
with
angka as (
    select
        i.kode_indikator, i.tahun, i.triwulan, i.metode, i.target_tw1, i.target_tw2, i.target_tw3, i.target_tw4, i.target_tahun,
        i.impor_id, i.lembar, i.baris, t.bawah, t.atas, s.bawah as tahun_bawah, s.atas as tahun_atas,
        lag(t.bawah) over (partition by i.kode_indikator, i.tahun, i.impor_id, i.lembar, i.baris order by i.triwulan) as lalu
    from core.indikator as i
    inner join core.acuan_indikator as t
        on i.kode_indikator = t.kode_indikator and i.tahun = t.tahun and i.triwulan = t.triwulan
        and t.acuan = 'triwulan' and t.cacat is null
    left join core.acuan_indikator as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
        and s.acuan = 'tahun' and s.cacat is null
)
select distinct
    b.nama_berkas, a.lembar, a.baris, a.tahun, a.kode_indikator, a.metode, a.target_tw1, a.target_tw2, a.target_tw3, a.target_tw4,
    a.target_tahun
from angka as a
inner join raw.impor as b on a.impor_id = b.impor_id
where
    (a.triwulan = 4 and (a.bawah <> a.tahun_bawah or a.atas <> a.tahun_atas))
    or (a.metode = 'jumlah' and a.bawah < a.lalu)
