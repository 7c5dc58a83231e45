-- One row per written key with a value in force: the leaf it belongs to, once its source of funds is known.
with
terpakai as (
    select kunci_id, max(case when pagu is not null then 1 else 0 end) as ada_pagu
    from core.nilai_kunci
    group by kunci_id
)
select
    k.kunci_id,
    cast(dense_rank() over (
        order by k.tahun, k.kode_unit, k.simpul, k.kode_rekening, coalesce(nullif(k.sumber_dana, ''), d.sumber_dana, '')
    ) as integer) as daun_id,
    k.tahun, k.kode_unit, k.simpul, k.kode_program, k.kode_kegiatan, k.kode_sub_kegiatan, k.kode_rekening,
    coalesce(nullif(k.sumber_dana, ''), d.sumber_dana, '') as sumber_dana,
    t.ada_pagu
from core.kunci as k
inner join terpakai as t on k.kunci_id = t.kunci_id
left join core.sumber_dana as d
    on k.tahun = d.tahun and k.kode_unit = d.kode_unit and k.simpul = d.simpul and k.kode_rekening = d.kode_rekening
