-- One row per person, period, kind (own post or Plt) and SKP: plan and evaluation, and the predicate that its ratings or its
-- score stand for. Segments are numbered by their days.
with
gabungan as (
    select
        orang_id, tahun, jenis_periode, periode, periode_awal, periode_akhir, plt, mulai, sampai, kode_opd, nama_jabatan,
        peran_pegawai, disetujui, ada_nilai, hasil, perilaku, predikat, nilai_lama, ide_baru, tgl_penilaian, rezim, urut,
        impor_id, lembar, baris,
        1 as segmen, true as tunggal
    from core.skp_tunggal
    where tunggal
    union all
    select
        orang_id, tahun, jenis_periode, periode, periode_awal, periode_akhir, plt, mulai, sampai, kode_opd, nama_jabatan,
        peran_pegawai, disetujui, ada_nilai, hasil, perilaku, predikat, nilai_lama, ide_baru, tgl_penilaian, rezim, urut,
        impor_id, lembar, baris,
        segmen, false
    from core.skp_ganda
),
pita as (
    select
        rezim, bulat,
        max(case when predikat = 'sangat_baik' then bawah end) as sangat_baik,
        max(case when predikat = 'sangat_baik' and ide_baru then 1 else 0 end) = 1 as perlu_ide,
        max(case when predikat = 'baik' then bawah end) as baik,
        max(case when predikat = 'butuh_perbaikan' then bawah end) as butuh_perbaikan,
        max(case when predikat = 'kurang' then bawah end) as kurang
    from raw.skp_pita
    group by rezim, bulat
),
dihitung as (
    select
        g.*,
        m.predikat as predikat_matriks,
        p.rezim is not null as berangka,
        case
            when p.rezim is null or g.nilai_lama is null then cast(null as varchar)
            when case when p.bulat then round(g.nilai_lama, 0) else g.nilai_lama end >= p.sangat_baik
                and (g.ide_baru or not p.perlu_ide) then 'sangat_baik'
            when case when p.bulat then round(g.nilai_lama, 0) else g.nilai_lama end >= p.baik then 'baik'
            when case when p.bulat then round(g.nilai_lama, 0) else g.nilai_lama end >= p.butuh_perbaikan
                then 'butuh_perbaikan'
            when case when p.bulat then round(g.nilai_lama, 0) else g.nilai_lama end >= p.kurang then 'kurang'
            else 'sangat_kurang'
        end as predikat_pita
    from gabungan as g
    left join pita as p on g.rezim = p.rezim
    left join raw.skp_matriks as m
        on g.hasil = m.hasil and g.perilaku = m.perilaku
        and g.sampai > m.berlaku_mulai and (m.berlaku_sampai is null or g.sampai <= m.berlaku_sampai)
)
select
    orang_id, tahun, jenis_periode, periode, periode_awal, periode_akhir, plt,
    segmen, tunggal,
    mulai, sampai, kode_opd, nama_jabatan, peran_pegawai, rezim,
    ada_nilai,
    hasil is not null or perilaku is not null or predikat is not null or (berangka and nilai_lama is not null) as dinilai,
    disetujui or hasil is not null or perilaku is not null or predikat is not null or (berangka and nilai_lama is not null)
        as disetujui,
    hasil, perilaku,
    -- until 2021 the score says the predicate; since 2022 nothing does but the word itself
    coalesce(predikat, predikat_pita) as predikat,
    coalesce(predikat_matriks, predikat_pita) as predikat_matriks,
    predikat = coalesce(predikat_matriks, predikat_pita) as sesuai_matriks,
    case when berangka then nilai_lama end as nilai_lama,
    ide_baru, tgl_penilaian, urut, impor_id, lembar, baris
from dihitung
