-- One row per obstacle: what holds whom up, who can clear it, and the days [sejak, teratasi) on which it stood; where no day is
-- written it stands since the meeting that named it, else since it was recorded (sejak_dari). That of an OPD merged before it was
-- cleared is its successor's, the OPD then the unit.
select
    k.id, k.rapat_id,
    coalesce(w.kode_opd, m.kode_opd) as kode_opd,
    case when w.kode_opd is null then m.kode_unit else coalesce(m.kode_unit, m.kode_opd) end as kode_unit,
    k.kode_opd as opd_tertulis, k.kode_unit as unit_tertulis,
    m.opd_dikenal, m.unit_dikenal, k.kode_sub_kegiatan, k.kategori, k.uraian, k.pembuka_sumbatan,
    coalesce(k.sejak, r.tanggal, cast(k.diubah_pada as date)) as sejak,
    case when k.sejak is not null then 'ditulis' when r.tanggal is not null then 'rapat' else 'dicatat' end as sejak_dari,
    k.selesai,
    coalesce(k.selesai, date '9999-12-31') as teratasi,
    k.selesai is null as terbuka,
    cast(date_diff('day', coalesce(k.sejak, r.tanggal, cast(k.diubah_pada as date)), k.selesai) as integer) as hari_sampai_selesai,
    k.oleh, k.diubah_pada
from raw.kendala as k
inner join core.milik_rapat as m on k.kode_opd = m.opd_tertulis and coalesce(k.kode_unit, '') = m.unit_tertulis
left join raw.rapat as r on k.rapat_id = r.id
left join core.gabung_hari as w
    on m.kode_opd = w.kode_lalu
    and coalesce(k.selesai, date '9999-12-31') between w.mulai and w.hingga
