-- One row per action and span of days [dari, sampai) in which one due date was in force, after `ke` extensions, whether it was still
-- open then or not; terbuka_sampai, ditutup and diteruskan_pada say how it stood on any day.
select
    t.id, t.kode_opd, t.kode_unit, t.hari_rapat, t.status, t.generasi, t.ditutup, t.diteruskan_pada, t.terbuka_sampai,
    b.dari, b.sampai, b.tenggat, b.ke
from marts.tindak_lanjut as t
inner join core.tenggat as b on t.id = b.id
