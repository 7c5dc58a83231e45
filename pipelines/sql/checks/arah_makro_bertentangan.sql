-- peringatan: One row per macro indicator whose direction the targets of its latest year contradict; it is not judged.
select trim(t.kode_makro) as kode_makro, t.tahun, min(t.arah) as arah_satu, max(t.arah) as arah_lain
from raw.target_daerah as t
inner join (
    select trim(kode_makro) as kode_makro, max(tahun) as tahun
    from raw.target_daerah
    where nullif(trim(kode_makro), '') is not null
    group by trim(kode_makro)
) as l on trim(t.kode_makro) = l.kode_makro and t.tahun = l.tahun
group by trim(t.kode_makro), t.tahun
having count(distinct t.arah) > 1
