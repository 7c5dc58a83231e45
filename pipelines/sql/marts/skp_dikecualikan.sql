-- One row per period, OPD and reason: how many of the staff owed no SKP.
select
    tahun, jenis_periode, periode, kode_opd, alasan,
    cast(sum(n) as integer) as n
from marts.skp_hitung
where alasan is not null
group by tahun, jenis_periode, periode, kode_opd, alasan
