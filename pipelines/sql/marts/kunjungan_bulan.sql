-- One row per OPD, unit below it (null = the OPD itself), year and month with visitors: how many came, and the median of the minutes
-- between in and out of those whose time out is written and comes after. Nothing here says who came.
with
jam as (
    select
        m.kode_opd, m.kode_unit, b.tanggal,
        60 * (cast(substr(b.jam_keluar, 1, 2) as integer) - cast(substr(b.jam_masuk, 1, 2) as integer))
        + cast(substr(b.jam_keluar, 4, 2) as integer) - cast(substr(b.jam_masuk, 4, 2) as integer) as menit
    from raw.buku_tamu as b
    inner join core.milik_rapat as m on b.kode_opd = m.opd_tertulis and coalesce(b.kode_unit, '') = m.unit_tertulis
)
select
    kode_opd, kode_unit,
    cast(year(tanggal) as integer) as tahun,
    cast(month(tanggal) as integer) as bulan,
    cast(count(*) as integer) as n_kunjungan,
    cast(sum(case when menit >= 0 then 1 else 0 end) as integer) as n_bermenit,
    cast(median(case when menit >= 0 then menit end) as double) as menit_median
from jam
group by kode_opd, kode_unit, year(tanggal), month(tanggal)
