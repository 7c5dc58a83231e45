-- One row per commitment and person whom it concerns: the one who promised (berjanji) and, where the seat changed hands before it
-- fell due, the one who took it over (mewarisi). Counted (dihitung) is only what a person promised and still answered for.
select
    id, kode_opd, kode_unit, tanggal_janji, orang_id, 'berjanji' as peran, keadaan_jabatan as keadaan,
    case when putusan <> 'dicabut' and berganti then 'berganti' else putusan end as hasil,
    not berganti and putusan in ('ditepati', 'tidak ditepati') as dihitung
from marts.komitmen
where orang_id is not null
union all
select
    id, kode_opd, kode_unit, tanggal_janji, penerus_id, 'mewarisi', keadaan_penerus,
    case when putusan = 'dicabut' then putusan else 'diwarisi' end,
    false
from marts.komitmen
where berganti and penerus_id is not null and penerus_id <> orang_id
