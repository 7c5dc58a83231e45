-- One row per import, kind, year, slot, version and unit: what the import speaks of, before later imports replace it.
with
termuat as (
    select distinct
        s.jenis, s.register, s.tahun, s.slot, u.kode_induk, u.kode_unit, s.impor_id, s.urut, s.direkam_pada,
        s.versi, s.tgl_berlaku, s.basis
    from staging.uang as s
    inner join core.unit as u on s.tahun = u.tahun and s.kode_tertulis = u.kode_tertulis
),
rentang as (
    -- a register of documents speaks of every month up to its last, also for units that spent nothing in it
    select impor_id, tahun, min(slot) as dari, max(slot) as sampai
    from termuat
    where register
    group by impor_id, tahun
),
unit_register as (
    select distinct jenis, tahun, kode_induk, kode_unit, impor_id, urut, direkam_pada, versi, tgl_berlaku, basis
    from termuat
    where register
)
select
    jenis, tahun, slot, kode_induk, kode_unit, impor_id, urut, direkam_pada, versi, tgl_berlaku, basis,
    1 as bobot
from termuat
where not register
union all
select
    m.jenis, m.tahun, cast(k.bulan as integer) as slot, m.kode_induk, m.kode_unit, m.impor_id, m.urut, m.direkam_pada,
    m.versi, m.tgl_berlaku, m.basis,
    -- months before its first document are nil only where nothing else speaks of them
    case when k.bulan >= r.dari then 1 else 0 end as bobot
from unit_register as m
inner join rentang as r on m.impor_id = r.impor_id and m.tahun = r.tahun
inner join raw.kalender as k on m.tahun = k.tahun and k.bulan <= r.sampai
