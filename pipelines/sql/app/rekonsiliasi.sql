-- The rows of marts.rekonsiliasi that the reader's scope allows; a file of many OPD shows only to those who see them all.
select *
from marts.rekonsiliasi
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
