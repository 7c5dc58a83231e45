-- One row per action and span of days [dari, sampai) in which it is open with one due date: late on a day D of the span where
-- tenggat < D.
select
    t.id, t.kode_opd, t.kode_unit,
    greatest(t.hari_rapat, b.dari) as dari,
    least(t.terbuka_sampai, b.sampai) as sampai,
    b.tenggat, b.ke
from marts.tindak_lanjut as t
inner join core.tenggat as b on t.id = b.id
where greatest(t.hari_rapat, b.dari) < least(t.terbuka_sampai, b.sampai)
