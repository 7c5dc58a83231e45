-- One row per action and span of days [dari, sampai) in which it is open with one due date: late on a day D of the span where
-- tenggat < D.
select
    t.id, m.kode_opd, m.kode_unit,
    greatest(t.hari_rapat, b.dari) as dari,
    least(t.terbuka_sampai, b.sampai) as sampai,
    b.tenggat, b.ke
from core.tindak_lanjut as t
inner join raw.tindak_lanjut as r on t.id = r.id
inner join core.milik_rapat as m on r.kode_opd = m.opd_tertulis and coalesce(r.kode_unit, '') = m.unit_tertulis
inner join core.tenggat as b on t.id = b.id
where greatest(t.hari_rapat, b.dari) < least(t.terbuka_sampai, b.sampai)
