-- peringatan: One row per OPD, or unit below it, as records of meetings write it, that neither the master nor a budget knows.
select opd_tertulis as kode_opd, nullif(unit_tertulis, '') as kode_unit, opd_dikenal, unit_dikenal
from core.milik_rapat
where not (opd_dikenal and unit_dikenal) and (select count(*) from core.unit_kode) > 0
