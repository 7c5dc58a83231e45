-- One row per year, month, OPD and level of agreement (tingkat), and per month of the region's own targets (tingkat daerah, no
-- OPD): what is known of the last quarter that had ended. n_bernilai have a number; jumlah_rata is the sum of their attainments,
-- each between nil and the cap.
with
triwulan as (
    select
        k.tahun, k.bulan,
        -- January and February answer for the last quarter of the year before
        case when k.bulan < 3 then k.tahun - 1 else k.tahun end as tahun_target,
        case when k.bulan < 3 then 4 else cast((k.bulan - k.bulan % 3) / 3 as integer) end as triwulan
    from raw.kalender as k
),
daerah as (
    select
        tahun, triwulan, count(*) as n_indikator, count(capaian_dinilai) as n_bernilai, sum(capaian_dinilai) as jumlah_rata
    from marts.indikator
    where lingkup = 'daerah'
    group by tahun, triwulan
),
semua as (
    select tahun, triwulan, kode_opd, tingkat, n_indikator, n_bernilai, jumlah_rata from marts.capaian_opd
    union all
    select
        tahun, triwulan, cast(null as varchar), 'daerah', cast(n_indikator as integer), cast(n_bernilai as integer), jumlah_rata
    from daerah
)
select
    cast(t.tahun as integer) as tahun, cast(t.bulan as integer) as bulan, s.kode_opd, s.tingkat, s.n_indikator, s.n_bernilai,
    s.jumlah_rata
from triwulan as t
inner join semua as s on t.tahun_target = s.tahun and t.triwulan = s.triwulan
