-- The rows of marts.arah_wilayah for a reader of every OPD: what is better is said for all. An unset scope shows none.
select *
from marts.arah_wilayah
where list_contains(getvariable('opd'), '*')
