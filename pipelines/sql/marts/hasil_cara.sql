-- One row per year and month as position and way of appointment: how the deviation changed under those appointed so, in points,
-- over terms of at least 90 days within one budget year, up to that month. A description, not a cause; null under five.
with
batas as (
    select
        max(case when kata = 'hari_paling_sedikit' then urutan end) as hari,
        max(case when kata = 'n_paling_sedikit' then urutan end) as n
    from raw.kata_jabatan
    where jenis = 'hasil_cara'
),
akhir_tahun as (
    select tahun, max(bulan) as bulan from marts.masa_jabatan group by tahun
),
posisi as (
    select distinct tahun, bulan from marts.masa_jabatan
),
dibaca as (
    -- years that were over by then as they ended, the year itself as far as the month
    select
        p.tahun, p.bulan, t.tahun as tahun_masa,
        case when t.tahun = p.tahun then p.bulan else t.bulan end as bulan_masa
    from posisi as p
    inner join akhir_tahun as t on t.tahun <= p.tahun
),
masa as (
    select
        d.tahun, d.bulan, coalesce(j.cara, 'tidak tertulis') as cara, d.tahun_masa, j.orang_id, j.sendiri,
        row_number() over (
            partition by d.tahun, d.bulan, coalesce(j.cara, 'tidak tertulis')
            order by j.sendiri, j.tahun, j.kode_opd, j.urutan
        ) as ke,
        count(*) over (partition by d.tahun, d.bulan, coalesce(j.cara, 'tidak tertulis')) as n
    from dibaca as d
    inner join marts.masa_jabatan as j on d.tahun_masa = j.tahun and d.bulan_masa = j.bulan
    cross join batas as b
    where j.cakupan = 'semua' and j.keadaan = 'definitif' and j.hari >= b.hari and j.sendiri is not null
),
letak as (
    select p.bagian, p.nama
    from (
        select 0.25 as bagian, 'bawah' as nama union all select 0.5, 'tengah' union all select 0.75, 'atas'
    ) as p
),
titik as (
    -- between the two values on either side, as spreadsheets do
    select
        m.tahun, m.bulan, m.cara, l.nama,
        sum(
            cast(m.sendiri as double)
            * greatest(0, 1 - abs(cast(m.ke as double) - (1 + cast(l.bagian as double) * (m.n - 1))))
        ) as nilai
    from masa as m
    cross join letak as l
    group by m.tahun, m.bulan, m.cara, l.nama
),
ringkas as (
    select
        tahun, bulan, cara, count(*) as n, count(distinct orang_id) as n_orang, min(tahun_masa) as dari_tahun,
        max(tahun_masa) as sampai_tahun
    from masa
    group by tahun, bulan, cara
)
select
    r.tahun, r.bulan, r.cara,
    cast(r.n as integer) as n,
    cast(r.n_orang as integer) as n_orang,
    max(case when r.n >= b.n and t.nama = 'tengah' then t.nilai end) as median,
    max(case when r.n >= b.n and t.nama = 'bawah' then t.nilai end) as kuartil_bawah,
    max(case when r.n >= b.n and t.nama = 'atas' then t.nilai end) as kuartil_atas,
    r.dari_tahun, r.sampai_tahun
from ringkas as r
cross join batas as b
inner join titik as t on r.tahun = t.tahun and r.bulan = t.bulan and r.cara = t.cara
group by r.tahun, r.bulan, r.cara, r.n, r.n_orang, r.dari_tahun, r.sampai_tahun
