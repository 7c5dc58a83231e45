-- One row per commitment: whose it is, and the ends of the months (of the quarters, for an indicator) that judge it: bulan_awal the
-- last that ends before the deadline, none before the first of a year; bulan_akhir the one that holds it. Both are the same
-- where the deadline is such an end (tepat).
with
dasar as (
    select
        k.id, k.rapat_id, k.kode_opd as opd_tertulis, k.kode_unit as unit_tertulis, k.ukuran,
        case when k.ukuran = 'indikator' then k.kode_indikator end as kode_indikator,
        k.nilai_janji, k.tanggal_janji, coalesce(k.keadaan, 'berlaku') as keadaan, k.catatan, k.oleh, k.diubah_pada,
        r.jenis as rapat_jenis,
        coalesce(r.tanggal, cast(k.diubah_pada as date)) as hari_rapat,
        m.kode_opd, m.kode_unit, m.opd_dikenal, m.unit_dikenal,
        year(k.tanggal_janji) as tahun,
        case when k.ukuran = 'indikator' then 3 else 1 end as langkah,
        case
            when k.ukuran = 'indikator' then month(k.tanggal_janji) + (12 - month(k.tanggal_janji)) % 3
            else month(k.tanggal_janji)
        end as bulan_akhir
    from raw.komitmen as k
    inner join core.milik_rapat as m on k.kode_opd = m.opd_tertulis and coalesce(k.kode_unit, '') = m.unit_tertulis
    left join raw.rapat as r on k.rapat_id = r.id
),
berujung as (
    -- a day that no calendar has is still a promise
    select d.*, z.akhir, s.akhir as sebelum, coalesce(d.tanggal_janji = z.akhir, false) as tepat
    from dasar as d
    left join raw.kalender as z on d.tahun = z.tahun and d.bulan_akhir = z.bulan
    left join raw.kalender as s on d.tahun * 12 + d.bulan_akhir - d.langkah = s.tahun * 12 + s.bulan
)
select
    id, rapat_id, rapat_jenis, hari_rapat, opd_tertulis, unit_tertulis, kode_opd, kode_unit, opd_dikenal, unit_dikenal,
    ukuran, kode_indikator, nilai_janji, tanggal_janji, keadaan, catatan, oleh, diubah_pada, tahun, tepat, sebelum, akhir,
    cast(bulan_akhir as integer) as bulan_akhir,
    cast(case
        when tepat then bulan_akhir
        when bulan_akhir > langkah then bulan_akhir - langkah
    end as integer) as bulan_awal
from berujung
