-- One row per written key with a value in force: the leaf it belongs to, once its source of funds is known.
with
terpakai as (
    select
        kunci_id,
        max(case when pagu is not null then 1 else 0 end) as ada_pagu,
        max(case when sp2d is not null then 1 else 0 end) as ada_sp2d
    from core.nilai_kunci
    group by kunci_id
),
tanpa_sumber as (
    select distinct k.tahun, k.kode_unit, k.simpul, k.kode_rekening
    from core.kunci as k
    inner join terpakai as t on k.kunci_id = t.kunci_id
    where k.sumber_dana = '' and t.ada_sp2d = 1
),
bersumber as (
    select
        k.kunci_id, k.tahun, k.kode_unit, k.simpul, k.kode_program, k.kode_kegiatan, k.kode_sub_kegiatan,
        k.kode_rekening, t.ada_pagu,
        -- Money that names no source could have come from any of several: their ceilings stand together with it, so
        -- that none of them shows its ceiling beside a nil.
        case
            when d.banyak and n.tahun is not null then d.sumber_dana
            else coalesce(nullif(k.sumber_dana, ''), d.sumber_dana, '')
        end as sumber_dana
    from core.kunci as k
    inner join terpakai as t on k.kunci_id = t.kunci_id
    left join core.sumber_dana as d
        on k.tahun = d.tahun and k.kode_unit = d.kode_unit and k.simpul = d.simpul and k.kode_rekening = d.kode_rekening
    left join tanpa_sumber as n
        on k.tahun = n.tahun and k.kode_unit = n.kode_unit and k.simpul = n.simpul and k.kode_rekening = n.kode_rekening
)
select
    kunci_id,
    cast(dense_rank() over (order by tahun, kode_unit, simpul, kode_rekening, sumber_dana) as integer) as daun_id,
    tahun, kode_unit, simpul, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana, ada_pagu
from bersumber
