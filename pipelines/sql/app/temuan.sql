-- The rows of marts.temuan that the reader's scope allows; an unset scope shows none.
select *
from marts.temuan
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
