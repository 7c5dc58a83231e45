-- peringatan: One row per regional indicator whose realisation of a year is none of the figures its source published for our own
-- area in that year. A written number stands for all that round to it.
with
kita as (
    select w.kode_makro, w.tahun, w.satuan_baku, w.nilai, w.sumber
    from core.indikator_wilayah as w
    inner join raw.pemda as p on w.kode_wilayah = p.kode_wilayah
    where w.nilai is not null
),
kode as (
    select trim(kode_indikator) as kode_indikator, tahun, max(trim(kode_makro)) as kode_makro
    from raw.target_daerah
    where nullif(trim(kode_makro), '') is not null
    group by trim(kode_indikator), tahun
),
banding as (
    select
        r.impor_id, r.lembar, r.baris, r.tahun, r.triwulan, r.kode_indikator, r.realisasi, k.nilai, k.sumber,
        abs(r.angka - k.nilai) <= case
            when round(r.angka, 0) = r.angka then 0.5
            when round(r.angka, 1) = r.angka then 0.05
            else 0.005
        end as sama
    from core.realisasi_indikator as r
    inner join core.indikator as i
        on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
        and i.lingkup = 'daerah' and i.metode = 'terakhir'
    inner join kode as m on r.kode_indikator = m.kode_indikator and r.tahun = m.tahun
    left join raw.satuan as u on lower(trim(i.satuan)) = u.ejaan
    inner join kita as k
        on m.kode_makro = k.kode_makro and r.tahun = k.tahun
        and coalesce(k.satuan_baku, '') in ('', coalesce(u.baku, lower(trim(i.satuan))))
    where r.triwulan = 4 and r.angka is not null and not r.percobaan
)
select
    b.nama_berkas, d.lembar, d.baris, 'realisasi' as kolom, d.tahun, d.triwulan, d.kode_indikator, d.realisasi,
    max(d.nilai) as angka_wilayah, max(d.sumber) as sumber
from banding as d
inner join raw.impor as b on d.impor_id = b.impor_id
group by b.nama_berkas, d.lembar, d.baris, d.tahun, d.triwulan, d.kode_indikator, d.realisasi
having max(case when d.sama then 1 else 0 end) = 0
