-- One row per year, kind of period and period that any SKP report speaks of: its number (kurun), its days and the regime at
-- its end.
select distinct
    p.kurun, p.tahun, p.jenis_periode, p.periode, p.awal, p.akhir, r.rezim
from staging.skp_periode as p
left join raw.skp_rezim as r
    on p.akhir >= r.berlaku_mulai and (r.berlaku_sampai is null or p.akhir < r.berlaku_sampai)
