-- One row per post of the master, as said last, with the unit and OPD it stands in and its level I to IV (null for others).
with
urutan as (
    select
        *,
        row_number() over (partition by trim(kode_jabatan) order by direkam_pada desc, urut desc, baris desc) as ke
    from raw.jabatan
)
select
    trim(j.kode_jabatan) as kode_jabatan,
    trim(j.kode_opd) as kode_opd_tertulis,
    trim(j.nama_jabatan) as nama_jabatan,
    lower(replace(j.nama_jabatan, ' ', '')) as kunci_jabatan,
    j.eselon,
    k.arti as tingkat,
    nullif(trim(j.atasan_kode_jabatan), '') as atasan_kode_jabatan,
    coalesce(j.pimpinan_opd, false) as pimpinan
from urutan as j
left join raw.kata_jabatan as k
    on k.jenis = 'jenjang' and upper(replace(replace(replace(j.eselon, '.', ''), '/', ''), ' ', '')) = k.kata
where j.ke = 1
