-- One row per meeting, OPD and unit below it (null = the OPD itself) of which the meeting says anything: attendance, and how many
-- actions, commitments, obstacles and notes.
with
disebut as (
    select
        rapat_id, kode_opd, kode_unit,
        case when kehadiran = 'hadir' then 1 else 0 end as hadir,
        case when kehadiran = 'diwakili' then 1 else 0 end as diwakili,
        case when kehadiran = 'tidak hadir' then 1 else 0 end as tidak_hadir,
        0 as tindak_lanjut, 0 as komitmen, 0 as kendala, 0 as catatan
    from marts.kehadiran
    union all
    select rapat_id, kode_opd, kode_unit, 0, 0, 0, 1, 0, 0, 0 from marts.tindak_lanjut
    union all
    select rapat_id, kode_opd, kode_unit, 0, 0, 0, 0, 1, 0, 0 from marts.komitmen
    union all
    select rapat_id, kode_opd, kode_unit, 0, 0, 0, 0, 0, 1, 0 from marts.kendala where rapat_id is not null
    union all
    select rapat_id, kode_opd, kode_unit, 0, 0, 0, 0, 0, 0, 1 from marts.catatan where rapat_id is not null
)
select
    rapat_id, kode_opd, kode_unit,
    cast(sum(hadir) as integer) as n_hadir,
    cast(sum(diwakili) as integer) as n_diwakili,
    cast(sum(tidak_hadir) as integer) as n_tidak_hadir,
    cast(sum(tindak_lanjut) as integer) as n_tindak_lanjut,
    cast(sum(komitmen) as integer) as n_komitmen,
    cast(sum(kendala) as integer) as n_kendala,
    cast(sum(catatan) as integer) as n_catatan
from disebut
group by rapat_id, kode_opd, kode_unit
