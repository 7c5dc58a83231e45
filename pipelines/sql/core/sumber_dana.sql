-- One row per year, unit, place in the plan and account: the source of funds that the pagu rows name for it.
select
    p.tahun,
    u.kode_unit,
    coalesce(p.kode_sub_kegiatan, p.kode_kegiatan, p.kode_program, '') as simpul,
    p.kode_rekening,
    case when count(distinct p.sumber_dana) = 1 then max(p.sumber_dana) else 'Lebih dari satu sumber' end as sumber_dana
from staging.uang as p
inner join core.unit as u on p.tahun = u.tahun and p.kode_tertulis = u.kode_tertulis
where p.jenis = 'pagu' and p.sumber_dana is not null
group by p.tahun, u.kode_unit, coalesce(p.kode_sub_kegiatan, p.kode_kegiatan, p.kode_program, ''), p.kode_rekening
