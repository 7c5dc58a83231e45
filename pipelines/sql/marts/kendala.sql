-- One row per obstacle: what holds whom up, who can clear it, and the days [sejak, teratasi) on which it stood; where no day is
-- written it stands since the meeting that named it, else since it was recorded (sejak_dari).
select
    k.id, k.rapat_id, m.kode_opd, m.kode_unit, k.kode_opd as opd_tertulis, k.kode_unit as unit_tertulis,
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
