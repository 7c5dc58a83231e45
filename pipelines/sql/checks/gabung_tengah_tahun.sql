-- peringatan: One row per unit merged within a year in which it has spending of its own: see that it is not in both.
select distinct a.tahun, a.kode_unit, a.kode_opd, a.digabung_sejak
from core.anggota as a
inner join core.daun as d on a.tahun = d.tahun and a.kode_unit = d.kode_unit
inner join core.arus as r on d.daun_id = r.daun_id and r.realisasi_kum <> 0
where a.digabung_sejak > date '1900-01-01'
