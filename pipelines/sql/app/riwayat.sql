-- The rows of marts.riwayat of people with a post, now or before, in an OPD the reader's scope allows: whoever sees a person
-- sees the whole career. An unset scope shows none.
select *
from marts.riwayat
where
    list_contains(getvariable('opd'), '*')
    or orang_id in (select orang_id from marts.riwayat where list_contains(getvariable('opd'), kode_opd))
    or orang_id in (select orang_id from marts.orang where list_contains(getvariable('opd'), kode_opd))
