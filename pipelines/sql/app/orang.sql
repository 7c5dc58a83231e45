-- The rows of marts.orang with a post, now or before, in an OPD the reader's scope allows; names and NIP only where the scope
-- says that people are named. An unset scope shows none.
select
    orang_id, sebutan,
    case when getvariable('nama') then nip end as nip,
    case when getvariable('nama') then nama end as nama,
    case when getvariable('nama') then nama_gelar end as nama_gelar,
    jenis, gol_ruang, pendidikan, kode_opd, kode_jabatan, nama_jabatan, jenis_penugasan, tmt, bup_tanggal, status_aktif,
    tgl_daftar, aktif
from marts.orang
where
    list_contains(getvariable('opd'), '*')
    or list_contains(getvariable('opd'), kode_opd)
    or orang_id in (select orang_id from marts.riwayat where list_contains(getvariable('opd'), kode_opd))
