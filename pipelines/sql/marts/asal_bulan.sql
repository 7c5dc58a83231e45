-- One row per OPD, year, month, kind (SP2D, SPJ, rak, pagu) and import that the OPD's amounts of that month are read from.
select distinct a.kode_opd, a.tahun, a.bulan, l.jenis, l.impor_id
from core.liputan as l
inner join core.anggota as a
    on l.tahun = a.tahun and l.kode_unit = a.kode_unit and (l.bulan = a.bulan or (l.jenis = 'rak' and l.bulan = 0))
