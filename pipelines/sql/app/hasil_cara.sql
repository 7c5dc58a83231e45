-- The rows of marts.hasil_cara, over all OPD: only a reader of all of them sees them.
select *
from marts.hasil_cara
where list_contains(getvariable('opd'), '*')
