-- peringatan: One row per obstacle of a sub kegiatan that the OPD's budget does not have, where it has a budget.
select k.id, k.kode_opd, k.kode_unit, k.kode_sub_kegiatan, k.kategori
from marts.kendala as k
where
    k.kode_sub_kegiatan is not null
    and k.kode_opd in (select kode_opd from core.arus)
    and not exists (
        select 1
        from core.daun as d
        inner join core.anggota as a on d.tahun = a.tahun and d.kode_unit = a.kode_unit
        where a.kode_opd = k.kode_opd and d.kode_sub_kegiatan = k.kode_sub_kegiatan
    )
