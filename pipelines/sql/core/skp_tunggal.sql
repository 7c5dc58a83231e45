-- One row per person and period with at most one plan and one evaluation, which belong together: nearly everyone.
-- The others (tunggal false) are told apart row by row in core.skp_berlaku and core.skp_ganda.
with
kelompok as (
    select
        orang_id, tahun, jenis_periode, periode,
        max(periode_awal) as periode_awal, max(periode_akhir) as periode_akhir,
        sum(case when bawa_rencana then 1 else 0 end) as n_rencana,
        sum(case when bawa_nilai then 1 else 0 end) as n_nilai,
        max(case when plt then 1 else 0 end) as plt,
        min(case when plt then 1 else 0 end) as plt_semua,
        max(case when bawa_rencana then mulai end) as r_mulai,
        max(case when bawa_rencana then sampai end) as r_sampai,
        max(case when bawa_rencana then kode_opd end) as r_kode_opd,
        max(case when bawa_rencana then id_sumber end) as r_id,
        max(case when bawa_rencana then nama_jabatan end) as r_nama_jabatan,
        max(case when bawa_rencana then rezim end) as r_rezim,
        max(case when disetujui then 1 else 0 end) as disetujui,
        max(peran_pegawai) as peran_pegawai,
        max(case when bawa_nilai then mulai end) as n_mulai,
        max(case when bawa_nilai then sampai end) as n_sampai,
        max(case when bawa_nilai then kode_opd end) as n_kode_opd,
        max(case when bawa_nilai then id_sumber end) as n_id,
        max(case when bawa_nilai then nama_jabatan end) as n_nama_jabatan,
        max(case when bawa_nilai then rezim end) as n_rezim,
        max(hasil) as hasil,
        max(perilaku) as perilaku,
        max(predikat) as predikat,
        max(nilai_lama) as nilai_lama,
        max(case when ide_baru then 1 else 0 end) as ide_baru,
        max(tgl_penilaian) as tgl_penilaian,
        max(urut) as urut,
        max(case when bawa_nilai then impor_id end) as n_impor_id,
        max(case when bawa_nilai then lembar end) as n_lembar,
        max(case when bawa_nilai then baris end) as n_baris,
        max(case when bawa_rencana then impor_id end) as r_impor_id,
        max(case when bawa_rencana then lembar end) as r_lembar,
        max(case when bawa_rencana then baris end) as r_baris
    from core.skp_baris
    group by orang_id, tahun, jenis_periode, periode
)
select
    orang_id, tahun, jenis_periode, periode, periode_awal, periode_akhir,
    n_rencana <= 1 and n_nilai <= 1 and plt = plt_semua
    and (
        n_rencana = 0 or n_nilai = 0
        or coalesce(r_id = n_id, false)
        or (coalesce(n_kode_opd = r_kode_opd, true) and n_mulai < r_sampai and r_mulai < n_sampai)
    ) as tunggal,
    plt = 1 as plt,
    coalesce(r_mulai, n_mulai) as mulai,
    coalesce(r_sampai, n_sampai) as sampai,
    coalesce(r_kode_opd, n_kode_opd) as kode_opd,
    coalesce(r_nama_jabatan, n_nama_jabatan) as nama_jabatan,
    peran_pegawai,
    disetujui = 1 as disetujui,
    n_nilai > 0 as ada_nilai,
    hasil, perilaku, predikat, nilai_lama,
    ide_baru = 1 as ide_baru,
    tgl_penilaian,
    coalesce(r_rezim, n_rezim) as rezim,
    urut,
    coalesce(n_impor_id, r_impor_id) as impor_id,
    coalesce(n_lembar, r_lembar) as lembar,
    coalesce(n_baris, r_baris) as baris
from kelompok
