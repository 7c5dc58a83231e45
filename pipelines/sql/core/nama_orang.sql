-- One row per person whom no list of staff names: the name that a history or an SKP writes, as recorded last.
with
tanpa_daftar as (
    select n.nip, n.orang
    from core.orang_nip as n
    left join core.orang as o on n.orang = o.orang
    where o.orang is null
),
disebut as (
    select t.orang, r.nama, r.direkam_pada
    from raw.riwayat_jabatan as r
    inner join tanpa_daftar as t on r.nip = t.nip
    where r.nama is not null
    union all
    select t.orang, s.nama, s.direkam_pada
    from raw.skp as s
    inner join tanpa_daftar as t on s.nip = t.nip
    where s.nama is not null
),
urutan as (
    select orang, nama, row_number() over (partition by orang order by direkam_pada desc, nama) as ke
    from disebut
)
select orang, nama
from urutan
where ke = 1
