-- One row per year, month, OPD and profile that judges attainment: the regional targets it answers for or works on that stand red
-- in the last quarter that had ended.
with
merah as (
    select
        s.tahun,
        s.triwulan,
        s.kode_opd,
        w.profil,
        s.kode_indikator,
        max(i.indikator) as indikator,
        min(w.capaian) as capaian
    from app.sumbangan as s
    inner join app.indikator_warna as w
        on s.kode_indikator = w.kode_indikator and s.tahun = w.tahun and s.triwulan = w.triwulan and w.warna = 'merah'
    inner join app.indikator as i
        on s.kode_indikator = i.kode_indikator and s.tahun = i.tahun and s.triwulan = i.triwulan
    group by s.tahun, s.triwulan, s.kode_opd, w.profil, s.kode_indikator
)
select
    b.tahun,
    b.bulan,
    m.kode_opd,
    m.profil,
    cast(count(*) as integer) as iku_merah_n,
    min_by(m.indikator, (m.capaian, m.kode_indikator)) as iku_merah_nama,
    min_by(m.kode_indikator, (m.capaian, m.kode_indikator)) as iku_merah_kode
from merah as m
inner join app.opd_bulan as b
    on m.kode_opd = b.kode_opd and b.cakupan = 'semua'
    and m.tahun = case when b.bulan < 3 then b.tahun - 1 else b.tahun end
    and m.triwulan = case when b.bulan < 3 then 4 else b.bulan // 3 end
group by b.tahun, b.bulan, m.kode_opd, m.profil
