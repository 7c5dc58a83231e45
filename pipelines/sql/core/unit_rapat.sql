-- One row per way in which records of meetings write an OPD or a unit below it: the unit it is, the OPD that answers for it, and
-- how that is known; no row for what nothing knows, or what means two units. First what a person confirmed, then the code, the
-- name, the short name, and last what only budget files name.
with
ditulis as (
    select kode_opd as tertulis from raw.kehadiran
    union
    select kode_opd from raw.tindak_lanjut
    union
    select kode_opd from raw.komitmen
    union
    select kode_opd from raw.kendala
    union
    select kode_opd from raw.catatan
    union
    select kode_opd from raw.temuan
    union
    select kode_opd from raw.buku_tamu
    union
    select kode_unit from raw.kehadiran
    union
    select kode_unit from raw.tindak_lanjut
    union
    select kode_unit from raw.komitmen
    union
    select kode_unit from raw.kendala
    union
    select kode_unit from raw.catatan
    union
    select kode_unit from raw.temuan
    union
    select kode_unit from raw.buku_tamu
    union
    select lingkup from raw.rapat
),
kunci as (
    select tertulis, lower(replace(tertulis, ' ', '')) as kunci from ditulis where tertulis is not null
),
calon as (
    select t.tertulis, p.kode as kode_unit, 1 as pangkat, 'padanan' as cara
    from kunci as t
    inner join staging.padanan as p on p.jenis = 'unor' and p.sampai = date '9999-12-31' and p.kunci = t.kunci
    union all
    select t.tertulis, m.kode_unit, 2, 'kode'
    from kunci as t
    inner join core.unit_kode as m on lower(m.kode_tertulis) = t.kunci
    union all
    select t.tertulis, m.kode_opd, 3, 'nama'
    from kunci as t
    inner join staging.opd as m on lower(replace(m.nama, ' ', '')) = t.kunci
    union all
    select t.tertulis, m.kode_opd, 4, 'nama'
    from kunci as t
    inner join staging.opd as m on t.kunci in (lower(replace(m.singkatan, ' ', '')), lower(replace(m.satker_simpeg, ' ', '')))
    union all
    select t.tertulis, u.kode_unit, 5, 'berkas'
    from kunci as t
    inner join core.unit as u on t.kunci in (lower(u.kode_tertulis), lower(replace(u.nama_tertulis, ' ', '')))
),
terbaik as (
    select tertulis, kode_unit, cara, pangkat, min(pangkat) over (partition by tertulis) as pangkat_awal
    from calon
),
satu as (
    select tertulis, max(kode_unit) as kode_unit, max(cara) as cara
    from terbaik
    where pangkat = pangkat_awal
    group by tertulis
    having count(distinct kode_unit) = 1
)
select
    s.tertulis, s.kode_unit,
    coalesce(m.kode_opd, f.kode_induk, s.kode_unit) as kode_opd,
    s.cara
from satu as s
left join core.unit_master as m on s.kode_unit = m.kode_unit
left join (select kode_unit, max(kode_induk) as kode_induk from core.unit group by kode_unit) as f
    on s.kode_unit = f.kode_unit
