-- The rows of marts.padanan for a reader of every OPD, and the posts of an OPD the reader's scope allows; NIP and their names
-- only where the scope says that people are named. An unset scope shows none.
select
    jenis,
    case when jenis <> 'nip' or getvariable('nama') then tertulis end as tertulis,
    case when jenis <> 'nip' or getvariable('nama') then konteks end as konteks,
    case when jenis <> 'nip' or getvariable('nama') then nama end as nama,
    n_baris, n_unit, terakhir, kini, bermakna_ganda,
    case when jenis <> 'nip' or getvariable('nama') then kode end as kode,
    dipastikan
from marts.padanan
where
    list_contains(getvariable('opd'), '*')
    or (jenis = 'jabatan' and list_contains(getvariable('opd'), konteks))
