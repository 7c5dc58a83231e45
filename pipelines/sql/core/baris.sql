-- One row per stored row of money that is in force in some month: its unit, its place in the plan, its source of funds.
with
dipakai as (
    select distinct jenis, tahun, case when jenis = 'pagu' then -1 else bulan end as slot, kode_unit, impor_id, versi, tgl_berlaku
    from core.liputan
)
select
    s.jenis, s.tahun, s.slot, s.bulan, s.impor_id, s.versi, s.tgl_berlaku, s.nilai,
    u.kode_unit,
    coalesce(s.kode_sub_kegiatan, s.kode_kegiatan, s.kode_program, '') as simpul,
    s.kode_program, s.kode_kegiatan, s.kode_sub_kegiatan, s.kode_rekening,
    coalesce(s.sumber_dana, d.sumber_dana, '') as sumber_dana
from staging.uang as s
inner join core.unit as u on s.tahun = u.tahun and s.kode_tertulis = u.kode_tertulis
inner join dipakai as l
    on s.jenis = l.jenis and s.tahun = l.tahun and s.slot = l.slot and u.kode_unit = l.kode_unit
    and s.impor_id = l.impor_id and s.versi = l.versi and s.tgl_berlaku = l.tgl_berlaku
left join core.sumber_dana as d
    on s.tahun = d.tahun and u.kode_unit = d.kode_unit and s.kode_rekening = d.kode_rekening
    and coalesce(s.kode_sub_kegiatan, s.kode_kegiatan, s.kode_program, '') = d.simpul
