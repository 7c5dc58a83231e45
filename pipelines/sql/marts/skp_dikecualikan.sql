-- One row per period, OPD and reason: how many of the staff owed no SKP.
select
    tahun, jenis_periode, periode, kode_opd, alasan,
    cast(count(*) as integer) as n
from marts.skp_wajib
where alasan is not null
group by tahun, jenis_periode, periode, kode_opd, alasan
