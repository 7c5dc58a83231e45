-- One row per year and month with data and OPD that answers for itself then: valid in the master, or seen in a file.
with
tahun as (
    select distinct tahun from core.unit
),
master as (
    select
        t.tahun,
        cast(k.bulan as integer) as bulan,
        m.kode_opd
    from tahun as t
    inner join raw.kalender as k on t.tahun = k.tahun
    -- valid at the end of the month
    inner join staging.opd as m on m.mulai <= k.akhir and m.sampai > k.akhir
    where m.induk_kode_opd is null
),
berkas as (
    select tahun, bulan, kode_opd from core.arus group by tahun, bulan, kode_opd
    union all
    select a.tahun, a.bulan, a.kode_opd
    from core.anggota as a
    inner join core.fisik_opd as f on a.tahun = f.tahun and a.kode_opd = f.kode_opd
    group by a.tahun, a.bulan, a.kode_opd
)
select tahun, bulan, kode_opd from master
union
select tahun, bulan, kode_opd from berkas
