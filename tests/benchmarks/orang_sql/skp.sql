-- One row per SKP of a quarter, plan and evaluation in one ($kali 1), of 97 people in a hundred; one in a hundred moved in the
-- middle of it and has two. $kali 2: one in a hundred again, corrected.
select
    nip, nama,
    md5('unor' || u)::uuid::varchar as unor_id,
    'Dinas Contoh ' || u as unor,
    'Pemerintah Kab. Contoh' as unor_induk,
    'Jabatan ' || (acak(i + 2) % 300)::varchar as nama_jabatan,
    $tahun::smallint as tahun,
    'triwulan' as jenis_periode,
    $triwulan::integer as periode,
    case when g = 0 then make_date($tahun, 3 * $triwulan - 2, 1) else make_date($tahun, 3 * $triwulan - 1, 1) end as mulai,
    case when pindah and g = 0 then make_date($tahun, 3 * $triwulan - 1, 1) - 1 else last_day(make_date($tahun, 3 * $triwulan, 1)) end
        as selesai,
    case when i % 15 = 0 then 'Struktural' else 'Fungsional' end as jenis_jabatan,
    case when i % 9 = 0 then 'PPPK' else 'PNS' end as jenis_pegawai,
    false as plt,
    'KUANTITATIF' as pendekatan,
    case when acak(i + 8 * $triwulan) % 50 > 0 then 'PERSETUJUAN' else 'DRAFT' end as status,
    case when nilai_baru then ['Di Atas Ekspektasi', 'Sesuai Ekspektasi', 'Sesuai Ekspektasi', 'Di Bawah Ekspektasi'][1 + r % 4] end
        as hasil_kerja,
    case when nilai_baru then ['Sesuai Ekspektasi', 'Di Atas Ekspektasi'][1 + r % 2] end as perilaku,
    case when nilai_baru then ['Baik', 'Baik', 'Baik', 'Butuh Perbaikan'][1 + r % 4] end as predikat,
    case when $tahun < 2022 then (70 + r % 30)::decimal(18, 4) end as nilai_lama,
    nip_kepala as penilai_nip,
    case when nilai_baru then last_day(make_date($tahun, 3 * $triwulan, 1)) + (r % 30)::integer end as tgl_penilaian,
    md5('skp' || i || '-' || $tahun || '-' || $triwulan || '-' || g)::uuid::varchar as id_sumber,
    'Laporan' as lembar,
    (2 * i + g + 2)::integer as baris
from (
    select
        o.*, g, acak(i + 1000 * $tahun + $triwulan) % 60 as r,
        acak(i + 7 * $triwulan + $tahun) % 100 = 0 as pindah,
        (opd + g) % ($orang // 300) as u,
        $tahun >= 2022 and acak(i + 3 * $triwulan + $tahun) % 20 > 0 as nilai_baru
    from orang as o, (select g::integer as g from range(2) as t(g))
    where g = 0 or acak(i + 7 * $triwulan + $tahun) % 100 = 0
) as s
where
    ($kali = 1 and acak(i + 9 * $triwulan + $tahun) % 100 > 2)
    or ($kali = 2 and acak(i + 11 * $triwulan + $tahun) % 100 = 50)
