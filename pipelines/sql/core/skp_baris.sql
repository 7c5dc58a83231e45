-- One row per statement of an import on one person's SKP of one period: equal rows are one; the unit is the OPD that
-- answers for it on its last day, null where unknown; the regime is that of its last day.
with
dikenal as (
    select
        o.orang_id,
        s.tahun, s.jenis_periode, s.periode, s.periode_awal, s.periode_akhir,
        s.mulai, s.sampai, s.bertanggal, s.plt,
        u.kode_opd, s.nama_jabatan, s.peran_pegawai,
        s.disetujui, s.hasil, s.perilaku, s.predikat, s.nilai_lama, s.ide_baru, s.tgl_penilaian, s.id_sumber,
        s.bawa_rencana, s.bawa_nilai, s.impor_id, s.urut,
        min(s.lembar) as lembar, min(s.baris) as baris
    from staging.skp as s
    inner join core.orang_nip as o on s.nip = o.nip
    left join core.unit_berlaku as u
        on s.kunci_unit = u.kunci and s.sampai > u.mulai and s.sampai <= u.sampai
    group by
        o.orang_id, s.tahun, s.jenis_periode, s.periode, s.periode_awal, s.periode_akhir, s.mulai, s.sampai, s.bertanggal,
        s.plt, u.kode_opd, s.nama_jabatan, s.peran_pegawai, s.disetujui, s.hasil, s.perilaku, s.predikat, s.nilai_lama,
        s.ide_baru, s.tgl_penilaian, s.id_sumber, s.bawa_rencana, s.bawa_nilai, s.impor_id, s.urut
)
select d.*, r.rezim
from dikenal as d
left join raw.skp_rezim as r
    on d.sampai > r.berlaku_mulai and (r.berlaku_sampai is null or d.sampai <= r.berlaku_sampai)
