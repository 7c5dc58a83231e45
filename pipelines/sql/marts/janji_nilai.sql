-- One row per promised measure of an OPD, unit or indicator, year, and month (for indicators quarter's end) of which anything is
-- recorded: its value as numerator over denominator, to be compared without dividing, or why there is none (sebab).
with
janji as (
    select distinct kode_opd, coalesce(kode_unit, '') as kode_unit, ukuran, coalesce(kode_indikator, '') as kode_indikator, tahun
    from core.komitmen
    where opd_dikenal and unit_dikenal
),
uang as (
    select
        j.kode_opd, j.kode_unit, j.ukuran, j.kode_indikator, j.tahun, o.bulan,
        o.dilaporkan, o.pagu, o.realisasi_kum, o.rak_kum, o.target_kum, o.fisik_real
    from janji as j
    inner join marts.opd_bulan as o on j.kode_opd = o.kode_opd and j.tahun = o.tahun and o.cakupan = 'semua'
    where j.kode_unit = '' and j.ukuran <> 'indikator'
    union all
    select
        j.kode_opd, j.kode_unit, j.ukuran, j.kode_indikator, j.tahun, u.bulan,
        u.dilaporkan, u.pagu, u.realisasi_kum, cast(null as decimal(18, 2)), cast(null as decimal(18, 2)), cast(null as double)
    from janji as j
    inner join marts.unit_bulan as u on j.kode_opd = u.kode_opd and j.kode_unit = u.kode_unit and j.tahun = u.tahun
    where j.kode_unit <> '' and j.ukuran in ('serapan', 'realisasi', 'sisa')
),
terbaca as (
    select
        kode_opd, kode_unit, ukuran, kode_indikator, tahun, bulan,
        cast(case
            when ukuran in ('serapan', 'serapan_rak') then cast(realisasi_kum as decimal(24, 2)) * 100
            when ukuran = 'deviasi' then cast(realisasi_kum - target_kum as decimal(24, 2)) * 100
            when ukuran = 'realisasi' then realisasi_kum
            when ukuran = 'sisa' then pagu - realisasi_kum
            -- percent as written have four decimals at most; a weighted mean of them is kept to six
            else cast(round(fisik_real, 6) as decimal(18, 6))
        end as decimal(38, 6)) as pembilang,
        cast(case
            when ukuran in ('serapan', 'deviasi') then pagu
            when ukuran = 'serapan_rak' then rak_kum
            else 1
        end as decimal(20, 2)) as penyebut, -- a product of two narrow decimals overflows
        case
            when ukuran = 'fisik' then case when fisik_real is null then 'belum_lapor' end
            when not dilaporkan then 'belum_lapor'
            when ukuran in ('serapan', 'deviasi') and coalesce(pagu, 0) <= 0 then 'pagu_nol'
            when ukuran = 'sisa' and pagu is null then 'pagu_nol'
            when ukuran = 'serapan_rak' and coalesce(rak_kum, 0) <= 0 then 'tanpa_rak'
            when ukuran = 'deviasi' and target_kum is null then 'tanpa_target'
        end as sebab
    from uang
    union all
    select
        j.kode_opd, j.kode_unit, j.ukuran, j.kode_indikator, j.tahun, s.triwulan * 3,
        s.nilai, cast(1 as decimal(20, 2)),
        case
            when s.nilai is null and s.sebab in ('belum_dilaporkan', 'percobaan') then 'belum_lapor'
            when s.nilai is null then s.sebab
            -- what is told of an earlier quarter says nothing of this one
            when not s.lengkap then 'belum_lapor'
        end
    from janji as j
    inner join core.indikator_sampai as s on j.kode_indikator = s.kode_indikator and j.tahun = s.tahun
    where j.ukuran = 'indikator'
)
select
    t.kode_opd, t.kode_unit, t.ukuran, t.kode_indikator, t.tahun, cast(t.bulan as integer) as bulan, k.akhir,
    case when t.sebab is null then t.pembilang end as pembilang,
    case when t.sebab is null then t.penyebut end as penyebut,
    t.sebab
from terbaca as t
inner join raw.kalender as k on t.tahun = k.tahun and t.bulan = k.bulan
