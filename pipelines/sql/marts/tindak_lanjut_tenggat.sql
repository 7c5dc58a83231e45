-- One row per action and span of days [dari, sampai) in which one due date was in force, after `ke` extensions, and one state was
-- written of it (core.status_tindak), whether it was still open then or not; terbuka_sampai, ditutup and diteruskan_pada say
-- how it stood on any day.
select
    t.id, t.kode_opd, t.kode_unit, t.hari_rapat, s.status, t.generasi, t.ditutup, t.diteruskan_pada, t.terbuka_sampai,
    greatest(b.dari, s.dari) as dari,
    least(b.sampai, s.sampai) as sampai,
    b.tenggat, b.ke
from marts.tindak_lanjut as t
inner join core.tenggat as b on t.id = b.id
inner join core.status_tindak as s on t.id = s.id and s.dari < b.sampai and s.sampai > b.dari
