-- One row per leaf and month (0 = the ceiling first set) that a row in force speaks of: amounts as stored.
with
daun as (
    select daun_id, tahun, kode_unit, simpul, kode_rekening, coalesce(sumber_dana, '') as sumber_dana
    from core.daun
),
ringkas as (
    select
        d.daun_id, b.jenis, b.tahun, b.bulan, b.kode_unit, b.impor_id, b.versi, b.tgl_berlaku,
        sum(b.nilai) as nilai
    from core.baris as b
    inner join daun as d
        on b.tahun = d.tahun and b.kode_unit = d.kode_unit and b.simpul = d.simpul
        and b.kode_rekening = d.kode_rekening and b.sumber_dana = d.sumber_dana
    group by d.daun_id, b.jenis, b.tahun, b.bulan, b.kode_unit, b.impor_id, b.versi, b.tgl_berlaku
),
per_bulan as (
    select r.daun_id, l.bulan, r.jenis, r.nilai
    from ringkas as r
    inner join core.liputan as l
        on l.jenis = 'pagu' and r.tahun = l.tahun and r.kode_unit = l.kode_unit
        and r.impor_id = l.impor_id and r.versi = l.versi and r.tgl_berlaku = l.tgl_berlaku
    where r.jenis = 'pagu'
    union all
    select daun_id, bulan, jenis, nilai
    from ringkas
    where jenis <> 'pagu'
)
select
    daun_id, bulan,
    cast(sum(case when jenis = 'pagu' then nilai end) as decimal(18, 2)) as pagu,
    cast(sum(case when jenis = 'rak' then nilai end) as decimal(18, 2)) as rak,
    cast(sum(case when jenis = 'SP2D' then nilai end) as decimal(18, 2)) as sp2d,
    cast(sum(case when jenis = 'SPJ' then nilai end) as decimal(18, 2)) as spj
from per_bulan
group by daun_id, bulan
