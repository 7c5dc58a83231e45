-- peringatan: One row per statement of progress of a day before the post began, or after the day on which it arrived.
select
    b.nama_berkas, 'seratus_hari' as lembar, s.baris, 'tgl_kemajuan' as kolom, s.kode_opd, s.kode_jabatan, s.tmt, s.nomor,
    s.tgl_kemajuan, cast(b.direkam_pada as date) as direkam
from marts.seratus_hari as s
inner join raw.impor as b on s.impor_id = b.impor_id
where s.tgl_kemajuan < s.tmt or s.tgl_kemajuan > cast(b.direkam_pada as date)
