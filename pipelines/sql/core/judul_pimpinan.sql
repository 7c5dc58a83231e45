-- One row per title that reads like that of a head of a unit, by data/aturan/jabatan.toml: the rank of its pattern.
with
judul as (
    select kunci_jabatan, lower(max(nama_jabatan)) as nama from staging.riwayat_jabatan group by kunci_jabatan
    union
    select kunci_jabatan, lower(nama_jabatan) from staging.jabatan
)
select j.kunci_jabatan, min(k.urutan) as urutan
from judul as j
inner join raw.kata_jabatan as k on k.jenis = 'pimpinan' and j.nama like k.kata
group by j.kunci_jabatan
