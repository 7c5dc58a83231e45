-- peringatan: One row per quarter in which a cumulative count fell: a correction, or figures of each quarter alone.
with
laporan as (
    select
        r.*, lag(r.angka) over (partition by r.kode_indikator, r.tahun order by r.triwulan) as lalu
    from core.realisasi_indikator as r
    inner join core.indikator as i on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
    where i.metode = 'jumlah' and i.entri = 'kumulatif' and r.angka is not null and not r.percobaan and not r.meragukan
)
select b.nama_berkas, l.lembar, l.baris, 'realisasi' as kolom, l.tahun, l.triwulan, l.kode_indikator, l.angka, l.lalu
from laporan as l
inner join raw.impor as b on l.impor_id = b.impor_id
where l.angka < l.lalu
