-- peringatan: One row per profile of the pemda whose bands are not whole; it judges nothing until they are mended.
select distinct trim(r.profil) as profil, r.berlaku_mulai
from raw.aturan_rapor as r
left join core.pita as p on trim(r.profil) = p.profil and r.berlaku_mulai = p.berlaku_mulai and not p.bawaan
where p.profil is null
