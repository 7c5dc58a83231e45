-- One row per position (year, month) and OPD that stands then: valid in the master, or known only from files.
select p.tahun, p.bulan, p.awal, p.akhir, o.kode_opd
from core.posisi as p
inner join staging.opd as o on o.mulai <= p.akhir and o.sampai > p.akhir
union
select p.tahun, p.bulan, p.awal, p.akhir, b.kode_opd
from core.posisi as p
cross join (
    select kode_opd from core.unit_berlaku
    union
    select kode_opd from core.kursi_master
) as b
left join staging.opd as o on b.kode_opd = o.kode_opd
where o.kode_opd is null
