-- The rows of marts.tim in which an OPD of the reader's scope owns or works; an unset scope shows none.
select *
from marts.tim
where list_contains(getvariable('opd'), '*') or list_contains(getvariable('opd'), kode_opd)
    or kode_tim in (select kode_tim from marts.tim_anggota where list_contains(getvariable('opd'), kode_opd))
