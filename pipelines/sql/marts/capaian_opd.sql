-- One row per year, quarter, OPD and level of agreement (tingkat; semua = all, puncak = the highest the OPD has: a kecamatan's head
-- is eselon III): how many indicators, how many with a number, their
-- mean as capped by data/aturan/target.toml and as it is. Those without a number are in no mean and stand in n_indikator.
with
dasar as (
    select
        tahun, triwulan, kode_opd, tingkat,
        case acuan when 'triwulan' then capaian when 'tahun' then capaian_tahun end as capaian,
        capaian_dinilai
    from marts.indikator
    where lingkup = 'pk'
),
puncak as (
    -- II, III, IV, JF: the order of the letters is that of the levels
    select tahun, triwulan, kode_opd, min(tingkat) as tingkat from dasar group by tahun, triwulan, kode_opd
),
tingkatan as (
    select tahun, triwulan, kode_opd, coalesce(tingkat, 'lainnya') as tingkat, capaian, capaian_dinilai from dasar
    union all
    select tahun, triwulan, kode_opd, 'semua', capaian, capaian_dinilai from dasar
    union all
    select d.tahun, d.triwulan, d.kode_opd, 'puncak', d.capaian, d.capaian_dinilai
    from dasar as d
    inner join puncak as p
        on d.tahun = p.tahun and d.triwulan = p.triwulan and d.kode_opd = p.kode_opd and d.tingkat = p.tingkat
)
select
    t.tahun, t.triwulan, t.kode_opd, t.tingkat,
    cast(count(*) as integer) as n_indikator,
    cast(count(t.capaian) as integer) as n_bernilai,
    cast(round(cast(sum(t.capaian_dinilai) as double) / nullif(count(t.capaian), 0), 6) as decimal(38, 6)) as rata,
    cast(round(cast(sum(t.capaian) as double) / nullif(count(t.capaian), 0), 6) as decimal(38, 6)) as rata_apa_adanya,
    sum(t.capaian_dinilai) as jumlah_rata
from tingkatan as t
group by t.tahun, t.triwulan, t.kode_opd, t.tingkat
