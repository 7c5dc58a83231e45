-- One row per closed year, month, OPD, cakupan and way of forecasting: by how many points of the ceiling the year ended above (or below,
-- negative) what had been forecast then; the same cases for every way, also for the run-rate that needs no earlier year.
select
    p.tahun, p.bulan, p.kode_opd, p.cakupan, p.cara,
    cast(round(
        100 * cast(a.realisasi_kum as double) / nullif(cast(a.pagu as double), 0)
        - 100 * cast(p.titik as double) / nullif(cast(p.pagu as double), 0),
        6
    ) as decimal(18, 6)) as galat
from core.perkiraan as p
inner join core.kurva_opd as a
    on p.tahun = a.tahun and a.bulan = 12 and p.kode_opd = a.kode_opd and p.cakupan = a.cakupan
where a.pagu > 0 and a.realisasi_kum is not null and p.n_tahun is not null
