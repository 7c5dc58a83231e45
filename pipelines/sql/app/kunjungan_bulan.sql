-- The rows of marts.kunjungan_bulan that the reader's scope allows; an unset scope shows none.
select *
from marts.kunjungan_bulan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
