-- One row per audit recommendation: its value, what is still to be paid back, and its due date with where that comes from. What
-- was paid back is unknown where nobody wrote it, unless the status says that nothing was done. One that is open when its OPD is
-- merged is the successor's, the OPD then the unit.
with
milik as (
    select
        t.*, m.kode_opd as opd_asal, m.kode_unit as unit_asal, m.opd_dikenal, m.unit_dikenal,
        coalesce(t.tgl_lhp, make_date(cast(t.tahun as integer), 1, 1)) as hari
    from raw.temuan as t
    inner join core.milik_rapat as m on t.kode_opd = m.opd_tertulis and coalesce(t.kode_unit, '') = m.unit_tertulis
)
select
    t.id,
    coalesce(w.kode_opd, t.opd_asal) as kode_opd,
    case when w.kode_opd is null then t.unit_asal else coalesce(t.unit_asal, t.opd_asal) end as kode_unit,
    t.kode_opd as opd_tertulis, t.kode_unit as unit_tertulis,
    t.opd_dikenal, t.unit_dikenal, t.pemeriksa, t.no_lhp, t.nomor, cast(t.tahun as integer) as tahun, t.tgl_lhp, t.hari,
    t.uraian, t.rekomendasi, t.nilai, t.disetor,
    cast(t.nilai - case when t.status = 'belum ditindaklanjuti' then coalesce(t.disetor, 0) else t.disetor end as decimal(18, 2))
        as sisa,
    t.status,
    t.status in ('belum ditindaklanjuti', 'belum sesuai') as terbuka,
    coalesce(t.tenggat, cast(t.tgl_lhp + cast(s.nilai as integer) as date)) as tenggat,
    case when t.tenggat is not null then 'ditulis' when t.tgl_lhp is not null then 'aturan' end as tenggat_dari,
    case when t.tenggat is null and t.tgl_lhp is not null then s.aturan_id end as aturan_id,
    case when t.tenggat is null and t.tgl_lhp is not null then s.dasar_hukum end as dasar_hukum,
    case when t.tenggat is null and t.tgl_lhp is not null then s.dasar_hukum_en end as dasar_hukum_en,
    t.bukti, t.oleh, t.diubah_pada
from milik as t
left join core.gabung_hari as w
    on t.opd_asal = w.kode_lalu
    and case when t.status in ('belum ditindaklanjuti', 'belum sesuai') then date '9999-12-31' else t.hari end
    between w.mulai and w.hingga
left join raw.rapat_setelan as s
    on s.kunci = case when t.pemeriksa = 'BPK' then 'lhp_bpk' else 'lhp_lain' end
    and s.berlaku_mulai <= t.hari and (s.berlaku_sampai is null or s.berlaku_sampai > t.hari)
