-- peringatan: One row per statement of progress below the one before it.
with
urutan as (
    select
        *,
        lag(kemajuan) over (
            partition by coalesce(orang_id, kode_jabatan), tmt, nomor order by dari
        ) as lalu
    from marts.seratus_hari
    where kemajuan is not null
)
select
    b.nama_berkas, 'seratus_hari' as lembar, u.baris, 'kemajuan' as kolom, u.kode_opd, u.kode_jabatan, u.tmt, u.nomor, u.tgl_kemajuan,
    u.kemajuan, u.lalu
from urutan as u
inner join raw.impor as b on u.impor_id = b.impor_id
where u.kemajuan < u.lalu
