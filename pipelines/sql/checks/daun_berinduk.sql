-- peringatan: One row per account that stands both as a leaf and as the parent of another leaf of the same sub kegiatan.
with
pagu as (
    select distinct tahun, kode_unit, kode_sub_kegiatan, kode_rekening
    from marts.anggaran
    where pagu <> 0
)
select p.tahun, p.kode_unit, p.kode_sub_kegiatan, p.kode_rekening
from pagu as p
inner join pagu as c
    on p.tahun = c.tahun and p.kode_unit = c.kode_unit
    and coalesce(p.kode_sub_kegiatan, '') = coalesce(c.kode_sub_kegiatan, '')
    and c.kode_rekening like p.kode_rekening || '.%'
group by p.tahun, p.kode_unit, p.kode_sub_kegiatan, p.kode_rekening
