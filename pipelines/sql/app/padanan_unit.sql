-- The rows of marts.padanan_unit for a reader of every OPD: units that nobody knows are in no scope. An unset scope shows none.
select *
from marts.padanan_unit
where list_contains(getvariable('opd'), '*')
