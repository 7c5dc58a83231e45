-- view: One row per import, NIP and day of a list of staff: equal rows of one file are one; those that say different things of the
-- same person (bertentangan) stay marked, for nobody to use.
select
    impor_id, nip, tgl_daftar, urut, direkam_pada, lembar, baris, nama, gelar_depan, gelar_belakang, jenis, gol_ruang, pendidikan,
    unor_id, unor, kode_opd, nama_jabatan, jenis_jabatan, tmt_jabatan, bup_tanggal, status_aktif,
    false as bertentangan
from staging.pegawai_baris as b
where not exists (
    select 1 from staging.pegawai_kembar as k
    where b.impor_id = k.impor_id and b.nip = k.nip and b.tgl_daftar = k.tgl_daftar
)
union all
select
    impor_id, nip, tgl_daftar, urut, direkam_pada, lembar, baris, nama, gelar_depan, gelar_belakang, jenis, gol_ruang, pendidikan,
    unor_id, unor, kode_opd, nama_jabatan, jenis_jabatan, tmt_jabatan, bup_tanggal, status_aktif,
    bertentangan
from staging.pegawai_kembar
