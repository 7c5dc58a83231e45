-- tolak: One row per person id that two people share; ids are cut short and must be lengthened.
select orang_id, min(nip_pertama) as nip_pertama, count(distinct nip_pertama) as n
from core.orang_nip
group by orang_id
having count(distinct nip_pertama) > 1
