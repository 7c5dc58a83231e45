-- One row per note on an OPD, or objection of one to a figure, with the answer.
select
    c.id, c.rapat_id, m.kode_opd, m.kode_unit, c.kode_opd as opd_tertulis, c.kode_unit as unit_tertulis,
    m.opd_dikenal, m.unit_dikenal, c.jenis, c.tanggal, c.ukuran,
    cast(c.tahun as integer) as tahun, cast(c.bulan as integer) as bulan, c.uraian,
    coalesce(c.keadaan, 'terbuka') as keadaan,
    coalesce(c.keadaan, 'terbuka') = 'terbuka' as terbuka,
    c.tanggapan, c.oleh, c.diubah_pada
from raw.catatan as c
inner join core.milik_rapat as m on c.kode_opd = m.opd_tertulis and coalesce(c.kode_unit, '') = m.unit_tertulis
