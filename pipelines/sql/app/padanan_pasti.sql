-- One row per confirmation in force, as the file of its import says it: to list it and to take it back. What it says of people
-- only where the scope says that they are named; an unset scope shows none.
select
    p.jenis,
    case when p.jenis <> 'nip' or getvariable('nama') then p.tertulis end as tertulis,
    case when p.jenis <> 'nip' or getvariable('nama') then p.konteks end as konteks,
    case when p.jenis <> 'nip' or getvariable('nama') then p.kode end as kode,
    upper(trim(p.kode)) = 'BELUM-ADA' as tanpa_tautan,
    p.berlaku_mulai, p.berlaku_sampai,
    p.impor_id, i.nama_berkas, i.direkam_pada, i.oleh
from raw.padanan as p
inner join raw.impor as i on p.impor_id = i.impor_id
where
    list_contains(getvariable('opd'), '*')
    or (p.jenis = 'jabatan' and list_contains(getvariable('opd'), p.konteks))
