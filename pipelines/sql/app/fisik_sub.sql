-- One row per year, month, OPD and sub kegiatan whose physical progress was reported for itself; an unset scope shows none.
select
    f.tahun,
    f.bulan,
    a.kode_opd,
    f.kode_sub_kegiatan,
    max(f.target_fisik) as target_fisik,
    max(f.real_fisik) as real_fisik
from staging.fisik as f
inner join core.unit as u on f.tahun = u.tahun and f.kode_tertulis = u.kode_tertulis
inner join core.anggota as a on f.tahun = a.tahun and f.bulan = a.bulan and u.kode_unit = a.kode_unit
where
    f.kode_sub_kegiatan <> ''
    and (list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), a.kode_opd))
group by f.tahun, f.bulan, a.kode_opd, f.kode_sub_kegiatan
