-- One row per person as SIASN lists the staff of today.
select
    nip, nama, id_asn,
    case when i % 3 = 0 then 'Dr.' end as gelar_depan,
    case when i % 2 = 0 then 'S.E., M.M.' end as gelar_belakang,
    case when i % 9 = 0 then 'PPPK' else 'PNS' end as jenis,
    ['II/c', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b'][1 + acak(i + 3) % 7] as gol_ruang,
    ['D-3', 'S-1', 'S-2'][1 + acak(i + 4) % 3] as pendidikan,
    case when i % 15 = 0 then 'Struktural' else 'Fungsional' end as jenis_jabatan,
    md5('unor' || opd)::uuid::varchar as unor_id,
    'Dinas Contoh ' || opd as unor,
    'Jabatan ' || (acak(i + 5) % 300)::varchar as nama_jabatan,
    date '2019-01-01' + (acak(i + 6) % 2000) as tmt_jabatan,
    date '2024-06-01' + (acak(i + 7) % 9000) as bup_tanggal,
    case when i % 97 = 0 then 'Tugas Belajar' else 'Aktif' end as status_aktif,
    date '2025-12-31' as tgl_posisi,
    'Data' as lembar,
    (i + 2)::integer as baris
from orang
