-- One row per year, month, OPD and cakupan that reported: where its money stood, what it plans by December, and the month's own
-- flow, unknown where the months before came with it.
with
urut as (
    select
        tahun, bulan, kode_opd, dilaporkan,
        bulan = 1 or coalesce(lag(dilaporkan) over (partition by tahun, kode_opd order by bulan), false) as sebulan
    from core.laporan_opd
)
select
    u.tahun, u.bulan, u.kode_opd, n.cakupan, n.pagu, n.realisasi_kum, n.rak_kum, a.rak_kum as rak_akhir,
    case when u.sebulan then n.realisasi_bulan end as realisasi_bulan
from urut as u
inner join core.anggaran_opd as n on u.tahun = n.tahun and u.bulan = n.bulan and u.kode_opd = n.kode_opd
left join core.anggaran_opd as a
    on u.tahun = a.tahun and a.bulan = 12 and u.kode_opd = a.kode_opd and n.cakupan = a.cakupan
where u.dilaporkan
