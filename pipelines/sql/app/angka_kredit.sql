-- The rows of marts.angka_kredit that the reader's scope allows; an unset scope shows none.
select *
from marts.angka_kredit
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
