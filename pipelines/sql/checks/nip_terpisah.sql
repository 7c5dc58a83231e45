-- peringatan: One row per NIP that a list ties to an earlier one, and that still stands as another person.
select distinct g.nip, g.nip_lama
from raw.pegawai as g
inner join core.orang_nip as a on g.nip = a.nip
inner join core.orang_nip as b on g.nip_lama = b.nip
where a.orang_id <> b.orang_id
