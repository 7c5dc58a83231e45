-- One row per written key and month (0 = the ceiling first set) that a row in force speaks of: amounts as stored.
with
sebaris as (
    select
        s.jenis, s.tahun, s.slot, s.bulan, s.impor_id, s.versi, s.tgl_berlaku, k.kunci_id, k.kode_unit, s.nilai
    from staging.uang as s
    inner join core.kunci as k
        on s.tahun = k.tahun and s.kode_tertulis = k.kode_tertulis and s.kode_program = k.kode_program
        and s.kode_kegiatan = k.kode_kegiatan and s.kode_sub_kegiatan = k.kode_sub_kegiatan
        and s.kode_rekening = k.kode_rekening and s.sumber_dana = k.sumber_dana
),
per_bulan as (
    -- a version of the ceiling speaks in every month in which it is in force
    select b.kunci_id, l.bulan, b.jenis, b.nilai
    from sebaris as b
    inner join core.liputan as l
        on b.jenis = l.jenis and b.tahun = l.tahun and b.kode_unit = l.kode_unit and b.impor_id = l.impor_id
        and b.versi = l.versi and b.tgl_berlaku = l.tgl_berlaku
    where b.jenis = 'pagu'
    union all
    select b.kunci_id, b.bulan, b.jenis, b.nilai
    from sebaris as b
    inner join core.liputan as l
        on b.jenis = l.jenis and b.tahun = l.tahun and b.slot = l.bulan and b.kode_unit = l.kode_unit
        and b.impor_id = l.impor_id
    where b.jenis <> 'pagu'
)
select
    kunci_id, bulan,
    cast(sum(case when jenis = 'pagu' then nilai end) as decimal(18, 2)) as pagu,
    cast(sum(case when jenis = 'rak' then nilai end) as decimal(18, 2)) as rak,
    cast(sum(case when jenis = 'SP2D' then nilai end) as decimal(18, 2)) as sp2d,
    cast(sum(case when jenis = 'SPJ' then nilai end) as decimal(18, 2)) as spj
from per_bulan
group by kunci_id, bulan
