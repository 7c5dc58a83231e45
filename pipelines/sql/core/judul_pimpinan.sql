-- One row per title that reads like that of a head of a unit, by data/aturan/jabatan.toml: the rank of its pattern.
with
judul as (
    select kunci_jabatan from staging.judul
    union
    select kunci_jabatan from staging.jabatan
)
select j.kunci_jabatan, min(k.urutan) as urutan
from judul as j
inner join raw.kata_jabatan as k on k.jenis = 'pimpinan' and j.kunci_jabatan like replace(k.kata, ' ', '')
group by j.kunci_jabatan
