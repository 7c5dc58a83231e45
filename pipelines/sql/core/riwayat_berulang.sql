-- One row per person, kind of assignment and TMT that is recorded more than once: nearly every assignment is recorded once, and
-- only these are put in order.
select n.orang, r.jenis_penugasan, r.mulai
from staging.riwayat_jabatan as r
inner join core.orang_nip as n on r.nip_sah = n.nip
group by n.orang, r.jenis_penugasan, r.mulai
having count(*) > 1
