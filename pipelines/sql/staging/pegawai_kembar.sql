-- One row per import, NIP and day of a list of staff of those that a file names more than once: equal rows are one; those that
-- say different things of the same person are marked (bertentangan).
with
kembar as (
    select impor_id, nip, tgl_daftar from staging.pegawai_baris group by impor_id, nip, tgl_daftar having count(*) > 1
)
select
    b.impor_id, b.nip, b.tgl_daftar,
    min(urut) as urut,
    min(direkam_pada) as direkam_pada,
    min(lembar) as lembar,
    min(baris) as baris,
    max(nama) as nama,
    max(gelar_depan) as gelar_depan,
    max(gelar_belakang) as gelar_belakang,
    max(jenis) as jenis,
    max(gol_ruang) as gol_ruang,
    max(pendidikan) as pendidikan,
    max(unor_id) as unor_id,
    max(unor) as unor,
    max(kode_opd) as kode_opd,
    max(nama_jabatan) as nama_jabatan,
    max(jenis_jabatan) as jenis_jabatan,
    max(tmt_jabatan) as tmt_jabatan,
    max(bup_tanggal) as bup_tanggal,
    max(status_aktif) as status_aktif,
    coalesce(
        min(jenis) <> max(jenis) or lower(min(nama)) <> lower(max(nama)), false
    )
    or coalesce(min(unor_id) <> max(unor_id) or lower(min(unor)) <> lower(max(unor)) or min(kode_opd) <> max(kode_opd), false)
    or coalesce(lower(min(nama_jabatan)) <> lower(max(nama_jabatan)), false)
    or coalesce(min(gol_ruang) <> max(gol_ruang), false)
    or coalesce(min(tmt_jabatan) <> max(tmt_jabatan), false)
    or coalesce(min(bup_tanggal) <> max(bup_tanggal), false)
    or coalesce(lower(min(status_aktif)) <> lower(max(status_aktif)), false) as bertentangan
from staging.pegawai_baris as b
inner join kembar as k on b.impor_id = k.impor_id and b.nip = k.nip and b.tgl_daftar = k.tgl_daftar
group by b.impor_id, b.nip, b.tgl_daftar
