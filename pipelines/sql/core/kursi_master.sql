-- One row per post of the master with the OPD that answers for it, and whether one person at a time holds it (tunggal).
select
    j.kode_jabatan, j.nama_jabatan, j.kunci_jabatan, j.eselon, j.tingkat, j.atasan_kode_jabatan, j.pimpinan,
    j.kode_opd_tertulis as kode_unit,
    coalesce(u.kode_opd, j.kode_opd_tertulis) as kode_opd,
    j.pimpinan or coalesce(j.tingkat, '') in ('I', 'II', 'III', 'IV') as tunggal
from staging.jabatan as j
left join core.unit_master as u on j.kode_opd_tertulis = u.kode_unit
