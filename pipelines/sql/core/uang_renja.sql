-- One row per year, quarter looked at, OPD and line of the budget (program, kegiatan, sub kegiatan): the ceiling in force at the
-- quarter's end, what each quarter up to it spent, null where nothing was reported, and the last month that was. Money without a
-- program stands on a program line whose code is blank; kunci is the code with X.XX.01 for the support program of any bidang.
with
triwulan as (
    select cast(tahun as integer) as tahun, cast(bulan / 3 as integer) as triwulan, cast(bulan as integer) as akhir
    from raw.kalender
    where bulan % 3 = 0
),
bulanan as (
    select
        a.tahun, a.bulan, a.kode_opd, coalesce(d.kode_program, '') as program, d.kode_kegiatan as kegiatan,
        d.kode_sub_kegiatan as sub,
        sum(a.pagu) as pagu,
        sum(a.realisasi_bulan) as realisasi,
        max(case when a.dilaporkan then a.bulan end) as bulan_lapor
    from core.arus as a
    inner join core.daun as d on a.daun_id = d.daun_id
    group by a.tahun, a.bulan, a.kode_opd, coalesce(d.kode_program, ''), d.kode_kegiatan, d.kode_sub_kegiatan
),
terbawah as (
    select
        b.tahun, t.triwulan, b.kode_opd, b.program, b.kegiatan, b.sub,
        sum(case when b.bulan = t.akhir then b.pagu end) as pagu,
        sum(case when b.bulan <= 3 then b.realisasi end) as tw1,
        sum(case when b.bulan between 4 and 6 then b.realisasi end) as tw2,
        sum(case when b.bulan between 7 and 9 then b.realisasi end) as tw3,
        sum(case when b.bulan between 10 and 12 then b.realisasi end) as tw4,
        sum(b.realisasi) as realisasi,
        max(b.bulan_lapor) as bulan_lapor
    from bulanan as b
    inner join triwulan as t on b.tahun = t.tahun and b.bulan <= t.akhir
    group by b.tahun, t.triwulan, b.kode_opd, b.program, b.kegiatan, b.sub
),
semua as (
    select 'program' as tingkat, program as kode, cast(null as varchar) as kode_kegiatan, cast(null as varchar) as kode_sub, t.*
    from terbawah as t
    union all
    select 'kegiatan', kegiatan, kegiatan, cast(null as varchar), t.*
    from terbawah as t
    where kegiatan is not null
    union all
    select 'sub_kegiatan', sub, kegiatan, sub, t.*
    from terbawah as t
    where sub is not null
),
berkunci as (
    select *, case when substr(kode, 5, 3) = '.01' then 'X.XX' || substr(kode, 5) else kode end as kunci
    from semua
)
select
    tahun, triwulan, kode_opd, tingkat, kunci,
    min(kode) as kode,
    min(nullif(program, '')) as kode_program,
    min(kode_kegiatan) as kode_kegiatan,
    min(kode_sub) as kode_sub_kegiatan,
    cast(sum(pagu) as decimal(18, 2)) as pagu,
    cast(sum(tw1) as decimal(18, 2)) as tw1,
    cast(sum(tw2) as decimal(18, 2)) as tw2,
    cast(sum(tw3) as decimal(18, 2)) as tw3,
    cast(sum(tw4) as decimal(18, 2)) as tw4,
    cast(sum(realisasi) as decimal(18, 2)) as realisasi,
    max(bulan_lapor) as bulan_lapor
from berkunci
group by tahun, triwulan, kode_opd, tingkat, kunci
