-- One row per meeting and OPD or unit of one that was asked to it: present, represented or absent, and the post of who came.
select
    h.id, h.rapat_id, r.jenis as rapat_jenis, r.tanggal, m.kode_opd, m.kode_unit,
    h.kode_opd as opd_tertulis, h.kode_unit as unit_tertulis, m.opd_dikenal, m.unit_dikenal,
    h.kehadiran, h.jabatan, h.oleh, h.diubah_pada
from raw.kehadiran as h
inner join core.milik_rapat as m on h.kode_opd = m.opd_tertulis and coalesce(h.kode_unit, '') = m.unit_tertulis
left join raw.rapat as r on h.rapat_id = r.id
