-- One row per year, month and OPD: physical target and progress of the OPD as a whole, in percent.
select tahun, bulan, kode_opd, fisik_target, fisik_real
from core.fisik
where kode_unit = kode_opd
