-- One row per post as SKP reports write it: its number, and its name without blanks around it.
select
    cast(row_number() over (order by nama_jabatan) as integer) as jabatan,
    nama_jabatan as tertulis,
    trim(nama_jabatan) as nama_jabatan
from (select distinct nama_jabatan from raw.skp where trim(nama_jabatan) <> '') as tulisan
