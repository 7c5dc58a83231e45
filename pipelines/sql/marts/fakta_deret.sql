-- One row per year, month, OPD and cakupan: how its deviation (points) ran up to that month, and for how many months in a row it has
-- been behind, grown worse, or spent nothing. A run ends where a month is unknown, and with the year.
with
bulanan as (
    select
        tahun, bulan, kode_opd, cakupan, dilaporkan, sumber_target, realisasi_bulan, posisi_terakhir,
        100 * cast(realisasi_kum as double) / nullif(cast(case when dilaporkan then target_kum end as double), 0) as rasio,
        case
            when dilaporkan
                then cast(
                    round(100 * cast(realisasi_kum - target_kum as double) / nullif(cast(pagu as double), 0), 6)
                    as decimal(18, 6)
                )
        end as deviasi,
        max(case when dilaporkan then bulan end) over (
            partition by tahun, kode_opd, cakupan order by bulan rows between unbounded preceding and current row
        ) as lapor
    from marts.opd_bulan
),
berurut as (
    select
        *,
        lag(deviasi) over urut as deviasi_lalu,
        lag(deviasi, 2) over urut as deviasi_lalu_2,
        deviasi - lag(deviasi, 3) over urut as ubah_tiga_bulan
    from bulanan
    window urut as (partition by tahun, kode_opd, cakupan order by bulan)
),
tanda as (
    select
        *,
        case when deviasi < 0 then 1 else 0 end as tertinggal,
        case when deviasi < deviasi_lalu then 1 else 0 end as memburuk,
        case when dilaporkan and realisasi_bulan = 0 then 1 else 0 end as diam
    from berurut
),
ruas as (
    -- months of one run share the number of months before them that were none of it
    select
        *,
        sum(1 - tertinggal) over urut as ruas_tertinggal,
        sum(1 - memburuk) over urut as ruas_memburuk,
        sum(1 - diam) over urut as ruas_diam
    from tanda
    window urut as (
        partition by tahun, kode_opd, cakupan order by bulan rows between unbounded preceding and current row
    )
),
hitung as (
    select
        *,
        sum(tertinggal) over r_tertinggal as n_tertinggal,
        min(case when tertinggal = 1 then bulan end) over r_tertinggal as awal_tertinggal,
        sum(memburuk) over r_memburuk as n_memburuk,
        min(case when memburuk = 1 then bulan end) over r_memburuk as awal_memburuk,
        sum(diam) over r_diam as n_diam,
        min(case when diam = 1 then bulan end) over r_diam as awal_diam
    from ruas
    window
        r_tertinggal as (
            partition by tahun, kode_opd, cakupan, ruas_tertinggal order by bulan
            rows between unbounded preceding and current row
        ),
        r_memburuk as (
            partition by tahun, kode_opd, cakupan, ruas_memburuk order by bulan
            rows between unbounded preceding and current row
        ),
        r_diam as (
            partition by tahun, kode_opd, cakupan, ruas_diam order by bulan rows between unbounded preceding and current row
        )
)
select
    tahun, bulan, kode_opd, cakupan, rasio, sumber_target, deviasi_lalu, deviasi_lalu_2, ubah_tiga_bulan,
    cast(case when deviasi is not null then n_tertinggal end as integer) as tertinggal_beruntun,
    cast(tahun as varchar) || '-' || lpad(cast(awal_tertinggal as varchar), 2, '0') as tertinggal_sejak,
    cast(case when deviasi is not null and deviasi_lalu is not null then n_memburuk end as integer) as memburuk_beruntun,
    cast(tahun as varchar) || '-' || lpad(cast(awal_memburuk as varchar), 2, '0') as memburuk_sejak,
    cast(case when dilaporkan then n_diam end as integer) as tanpa_realisasi_beruntun,
    cast(tahun as varchar) || '-' || lpad(cast(awal_diam as varchar), 2, '0') as tanpa_realisasi_sejak,
    cast(bulan - coalesce(lapor, 0) as integer) as bulan_tanpa_lapor,
    case when lapor is not null then posisi_terakhir end as lapor_terakhir
from hitung
