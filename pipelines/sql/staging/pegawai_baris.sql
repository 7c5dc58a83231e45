-- view: One row per row of a list of staff whose person is known (nip), with the day that the list speaks of.
select
    g.impor_id,
    coalesce(g.nip, p.kode) as nip,
    coalesce(g.tgl_posisi, cast(g.direkam_pada as date)) as tgl_daftar,
    g.urut, g.direkam_pada, g.lembar, g.baris, g.nama, g.gelar_depan, g.gelar_belakang, g.jenis, g.gol_ruang, g.pendidikan,
    g.unor_id, g.unor, g.kode_opd, g.nama_jabatan, g.jenis_jabatan, g.tmt_jabatan, g.bup_tanggal, g.status_aktif
from raw.pegawai as g
left join staging.padanan as p
    on p.jenis = 'nip' and g.nip is null and g.nip_angka = p.tertulis
    and p.kunci_konteks in ('', lower(replace(g.nama, ' ', '')))
where coalesce(g.nip, p.kode) is not null
