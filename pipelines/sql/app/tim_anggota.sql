-- The rows of marts.tim_anggota whose home unit or team the reader's scope allows; an unset scope shows none.
select *
from marts.tim_anggota
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or list_contains(getvariable('opd'), opd_tim)
