-- tolak: One row per OPD and quarter whose programs in the form of the Renja do not add up to what the OPD has spent.
with
renja as (
    select tahun, triwulan, kode_opd, sum(rp_realisasi) as realisasi, sum(rp_target_tahun) as pagu
    from marts.evaluasi_renja
    where tingkat = 'program'
    group by tahun, triwulan, kode_opd
),
uang as (
    select a.tahun, cast(k.bulan / 3 as integer) as triwulan, a.kode_opd, sum(a.realisasi_bulan) as realisasi,
        sum(case when a.bulan = k.bulan then a.pagu end) as pagu
    from marts.anggaran as a
    inner join raw.kalender as k on a.tahun = k.tahun and k.bulan % 3 = 0 and a.bulan <= k.bulan
    group by a.tahun, cast(k.bulan / 3 as integer), a.kode_opd
)
select u.tahun, u.triwulan, u.kode_opd, u.realisasi, r.realisasi as realisasi_renja, u.pagu, r.pagu as pagu_renja
from uang as u
left join renja as r on u.tahun = r.tahun and u.triwulan = r.triwulan and u.kode_opd = r.kode_opd
where coalesce(u.realisasi, 0) <> coalesce(r.realisasi, 0) or coalesce(u.pagu, 0) <> coalesce(r.pagu, 0)
