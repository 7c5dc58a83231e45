-- One row per audit recommendation: its value, what is still to be paid back, and its due date with where that comes from. What
-- was paid back is unknown where nobody wrote it, unless the status says that nothing was done.
with
milik as (
    select
        t.*, m.kode_opd as opd, m.kode_unit as unit, m.opd_dikenal, m.unit_dikenal,
        coalesce(t.tgl_lhp, make_date(cast(t.tahun as integer), 1, 1)) as hari
    from raw.temuan as t
    inner join core.milik_rapat as m on t.kode_opd = m.opd_tertulis and coalesce(t.kode_unit, '') = m.unit_tertulis
)
select
    t.id, t.opd as kode_opd, t.unit as kode_unit, t.kode_opd as opd_tertulis, t.kode_unit as unit_tertulis,
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
left join raw.rapat_setelan as s
    on s.kunci = case when t.pemeriksa = 'BPK' then 'lhp_bpk' else 'lhp_lain' end
    and s.berlaku_mulai <= t.hari and (s.berlaku_sampai is null or s.berlaku_sampai > t.hari)
