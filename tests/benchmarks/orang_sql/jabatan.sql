-- One row per structural post: a head, five of level III and fourteen of level IV in each OPD.
select
    'U' || lpad(u::varchar, 5, '0') || '-' || s as kode_jabatan,
    'U' || lpad(u::varchar, 5, '0') as kode_opd,
    case when s = 0 then 'Kepala Dinas Contoh ' || u when s < 6 then 'Kepala Bidang ' || s else 'Kepala Seksi ' || s end
        as nama_jabatan,
    case when s = 0 then 'II.b' when s < 6 then 'III.a' else 'IV.a' end as eselon,
    case when s > 0 then 'U' || lpad(u::varchar, 5, '0') || '-0' end as atasan_kode_jabatan,
    s = 0 as pimpinan_opd,
    'jabatan' as lembar,
    (u * 20 + s + 2)::integer as baris
from range($orang // 300) as t(u), range(20) as v(s)
