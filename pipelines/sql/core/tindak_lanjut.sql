-- One row per action: the day it was decided, the day it was closed (that of the last change where none is written), the earlier
-- action that it carries on, and the first that carries it on in turn. Only an earlier action can be carried on, so that
-- chains never close into a circle.
with
dasar as (
    select
        t.id, t.rapat_id, t.status, t.lanjutan_dari,
        coalesce(r.tanggal, cast(t.diubah_pada as date)) as hari_rapat,
        case when t.status in ('Selesai', 'Batal') then coalesce(t.tgl_selesai, cast(t.diubah_pada as date)) end as ditutup
    from raw.tindak_lanjut as t
    left join raw.rapat as r on t.rapat_id = r.id
),
sambung as (
    select b.id, a.id as dari_id, b.hari_rapat
    from dasar as b
    inner join dasar as a
        on b.lanjutan_dari = a.id
        and (a.hari_rapat < b.hari_rapat or (a.hari_rapat = b.hari_rapat and a.id < b.id))
),
penerus as (
    select dari_id, id, hari_rapat, row_number() over (partition by dari_id order by hari_rapat, id) as ke
    from sambung
)
select
    d.id, d.rapat_id, d.status, d.hari_rapat, d.ditutup,
    s.dari_id,
    d.lanjutan_dari is not null and s.dari_id is null as rantai_putus,
    p.id as penerus_id,
    p.hari_rapat as diteruskan_pada,
    least(coalesce(d.ditutup, date '9999-12-31'), coalesce(p.hari_rapat, date '9999-12-31')) as terbuka_sampai
from dasar as d
left join sambung as s on d.id = s.id
left join penerus as p on d.id = p.dari_id and p.ke = 1
