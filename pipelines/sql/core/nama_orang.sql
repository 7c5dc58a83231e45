-- One row per person whom no list of staff names: the name that a history or an SKP writes, as recorded last.
with
disebut as (
    select nip, nama, max(direkam_pada) as direkam_pada from raw.riwayat_jabatan
    where nip is not null and nama is not null
    group by nip, nama
    union all
    select nip, nama, max(direkam_pada) from raw.skp
    where nip is not null and nama is not null
    group by nip, nama
),
urutan as (
    select
        n.orang_id, d.nama,
        row_number() over (partition by n.orang_id order by d.direkam_pada desc, d.nama) as ke
    from disebut as d
    inner join core.orang_nip as n on d.nip = n.nip
    left join core.orang as o on n.orang_id = o.orang_id
    where o.orang_id is null
)
select orang_id, nama
from urutan
where ke = 1
