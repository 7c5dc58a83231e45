-- One row per year, month, OPD and profile that judges attainment: the regional targets it answers for or works on that stand red
-- in the last quarter that had ended, and the one furthest behind.
with
diampu as (
    select distinct tahun, triwulan, kode_opd, kode_indikator from marts.sumbangan
),
merah as (
    select
        s.tahun, s.triwulan, s.kode_opd, w.profil, s.kode_indikator, i.indikator,
        count(*) over (partition by s.tahun, s.triwulan, s.kode_opd, w.profil) as n,
        row_number() over (
            partition by s.tahun, s.triwulan, s.kode_opd, w.profil order by w.capaian, s.kode_indikator
        ) as ke
    from diampu as s
    inner join marts.indikator_warna as w
        on s.kode_indikator = w.kode_indikator and s.tahun = w.tahun and s.triwulan = w.triwulan and w.warna = 'merah'
    inner join marts.indikator as i
        on s.kode_indikator = i.kode_indikator and s.tahun = i.tahun and s.triwulan = i.triwulan
)
select
    b.tahun, b.bulan, m.kode_opd, m.profil,
    cast(m.n as integer) as iku_merah_n,
    m.indikator as iku_merah_nama,
    m.kode_indikator as iku_merah_kode
from merah as m
inner join marts.opd_bulan as b
    on m.kode_opd = b.kode_opd and b.cakupan = 'semua'
    -- January and February answer for the last quarter of the year before
    and m.tahun = case when b.bulan < 3 then b.tahun - 1 else b.tahun end
    and m.triwulan = case when b.bulan < 3 then 4 else cast((b.bulan - b.bulan % 3) / 3 as integer) end
where m.ke = 1
