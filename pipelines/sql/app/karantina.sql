-- The rows of marts.karantina of an OPD the reader's scope allows; what is written and whom it may mean only where the scope
-- says that people are named. An unset scope shows none.
select
    tabel, impor_id, lembar, baris, alasan,
    case when getvariable('nama') then tertulis end as tertulis,
    case when getvariable('nama') then nama end as nama,
    case when getvariable('nama') then calon end as calon,
    kode_opd
from marts.karantina
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
