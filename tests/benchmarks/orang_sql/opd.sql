-- One row per OPD: three hundred people each.
select
    'U' || lpad(u::varchar, 5, '0') as kode_opd,
    'Dinas Contoh ' || u as nama,
    'dinas' as jenis,
    md5('unor' || u)::uuid::varchar as unor_id_siasn,
    'opd' as lembar,
    (u + 2)::integer as baris
from range($orang // 300) as t(u)
