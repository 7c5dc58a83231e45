-- One row per import, NIP and day of a list of staff: equal rows of one file are one; those that say different things of the
-- same person (bertentangan) stay marked, for nobody to use.
with
dibaca as (
    select
        g.*,
        coalesce(g.nip, p.kode) as nip_pasti,
        coalesce(g.tgl_posisi, cast(g.direkam_pada as date)) as tgl_daftar
    from raw.pegawai as g
    left join staging.padanan as p
        on p.jenis = 'nip' and g.nip is null and g.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(g.nama, ' ', '')))
)
select
    impor_id,
    nip_pasti as nip,
    tgl_daftar,
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
from dibaca
where nip_pasti is not null
group by impor_id, nip_pasti, tgl_daftar
