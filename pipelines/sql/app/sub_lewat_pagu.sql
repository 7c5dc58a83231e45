-- One row per year, month, OPD and sub kegiatan that has spent more than its ceiling in force, with by how much.
select
    a.tahun,
    a.bulan,
    a.kode_opd,
    a.kode_sub_kegiatan,
    max(n.nama) as nama,
    sum(a.pagu) as pagu,
    sum(a.pagu_murni) as pagu_murni,
    sum(a.realisasi_kum) as realisasi_kum,
    sum(a.realisasi_kum) - sum(a.pagu) as lebih
from app.anggaran as a
left join app.nama as n on n.dimensi = 'sub_kegiatan' and a.kode_sub_kegiatan = n.kode
where a.dilaporkan and a.kode_sub_kegiatan is not null
group by a.tahun, a.bulan, a.kode_opd, a.kode_sub_kegiatan
having sum(a.realisasi_kum) > sum(a.pagu)
