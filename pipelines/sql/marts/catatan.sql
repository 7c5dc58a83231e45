-- One row per note on an OPD, or objection of one to a figure, with the answer. One that stands open when its OPD is merged is
-- the successor's, the OPD then the unit.
select
    c.id, c.rapat_id,
    coalesce(w.kode_opd, m.kode_opd) as kode_opd,
    case when w.kode_opd is null then m.kode_unit else coalesce(m.kode_unit, m.kode_opd) end as kode_unit,
    c.kode_opd as opd_tertulis, c.kode_unit as unit_tertulis,
    m.opd_dikenal, m.unit_dikenal, c.jenis, c.tanggal, c.ukuran,
    cast(c.tahun as integer) as tahun, cast(c.bulan as integer) as bulan, c.uraian,
    coalesce(c.keadaan, 'terbuka') as keadaan,
    coalesce(c.keadaan, 'terbuka') = 'terbuka' as terbuka,
    c.tanggapan, c.oleh, c.diubah_pada
from raw.catatan as c
inner join core.milik_rapat as m on c.kode_opd = m.opd_tertulis and coalesce(c.kode_unit, '') = m.unit_tertulis
left join core.gabung_hari as w
    on m.kode_opd = w.kode_lalu
    and case when coalesce(c.keadaan, 'terbuka') = 'terbuka' then date '9999-12-31' else c.tanggal end between w.mulai and w.hingga
