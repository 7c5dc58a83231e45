-- One row per year, month, OPD and cakupan with a holder now: what was inherited and what came since, in points of deviation. Who
-- has not been there long enough to be asked has neither.
select
    tahun,
    bulan,
    kode_opd,
    cakupan,
    case when not terlalu_dini then warisan end as masa_warisan,
    case when not terlalu_dini then sendiri end as masa_sendiri,
    dari_bulan as masa_dari
from app.masa_jabatan
where kini and keadaan not in ('kosong', 'tidak_tercatat')
