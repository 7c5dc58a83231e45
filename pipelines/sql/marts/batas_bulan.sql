-- One row per day from which a rule counts and number of calendar months: the same day so many months later, the last day of
-- a shorter month (six months from 31 August is 28 or 29 February).
with
hari as (
    select mulai from marts.plt_masa
    union
    select mulai_kumulatif from marts.plt_masa
    union
    select masa_mulai from marts.pemegang where keadaan = 'definitif'
),
panjang as (
    select distinct nilai as bulan from raw.aturan_jabatan where satuan = 'bulan'
),
tujuan as (
    select
        h.mulai, p.bulan,
        year(h.mulai) * 12 + month(h.mulai) - 1 + p.bulan as ke
    from hari as h
    cross join panjang as p
),
awal as (
    select
        mulai, bulan,
        make_date(cast(floor(ke / 12) as integer), cast(ke - 12 * floor(ke / 12) as integer) + 1, 1) as tanggal_satu
    from tujuan
)
select
    mulai, bulan,
    least(cast(tanggal_satu + cast(day(mulai) - 1 as integer) as date), last_day(tanggal_satu)) as batas
from awal
