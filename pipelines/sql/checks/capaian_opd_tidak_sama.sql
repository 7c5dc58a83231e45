-- tolak: One row per quarter and OPD whose levels do not add up to the whole, or whose whole is not that of its indicators.
with
jumlah as (
    select
        tahun, triwulan, kode_opd,
        sum(case when tingkat = 'semua' then n_indikator else 0 end) as n,
        sum(case when tingkat = 'semua' then n_bernilai else 0 end) as bernilai,
        sum(case when tingkat = 'semua' then coalesce(jumlah_rata, 0) else 0 end) as rata,
        sum(case when tingkat not in ('semua', 'puncak') then n_indikator else 0 end) as n_tingkat,
        sum(case when tingkat not in ('semua', 'puncak') then n_bernilai else 0 end) as bernilai_tingkat,
        sum(case when tingkat not in ('semua', 'puncak') then coalesce(jumlah_rata, 0) else 0 end) as rata_tingkat
    from marts.capaian_opd
    group by tahun, triwulan, kode_opd
),
indikator as (
    select
        tahun, triwulan, kode_opd, count(*) as n, count(acuan) as bernilai, coalesce(sum(capaian_dinilai), 0) as rata
    from marts.indikator
    where lingkup = 'pk'
    group by tahun, triwulan, kode_opd
)
select i.tahun, i.triwulan, i.kode_opd, i.n, j.n as n_opd, i.bernilai, j.bernilai as bernilai_opd, i.rata, j.rata as rata_opd
from indikator as i
left join jumlah as j on i.tahun = j.tahun and i.triwulan = j.triwulan and i.kode_opd is not distinct from j.kode_opd
where
    j.n is null or i.n <> j.n or i.bernilai <> j.bernilai or i.rata <> j.rata
    or j.n <> j.n_tingkat or j.bernilai <> j.bernilai_tingkat or j.rata <> j.rata_tingkat
