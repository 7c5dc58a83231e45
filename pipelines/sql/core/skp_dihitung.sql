-- view: One row per person and period with an SKP of the own post: the one that counts, in numbers.
select s.orang, s.kurun, s.segmen, s.sampai, s.opd, s.tulisan_rencana, s.tulisan_nilai
from core.skp_ringkas as s
left join core.skp_utama as u on s.orang = u.orang and s.kurun = u.kurun and s.segmen = u.segmen
where not s.plt and (s.tunggal or u.orang is not null)
