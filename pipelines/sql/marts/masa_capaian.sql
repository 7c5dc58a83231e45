-- One row per position (year, quarter), OPD and run of quarters of one holder in that year: what was inherited and what changed, in
-- points of the mean attainment of the head's own indicators away from 100. The position is exactly the sum of sendiri over the runs.
-- A quarter belongs to whom most of its months' days belong (marts.kepala_bulan); of equal days to the later holder.
with
pemilik as (
    select
        tahun, cast((bulan + 2 - (bulan + 2) % 3) / 3 as integer) as triwulan, kode_opd, keadaan, orang_id,
        sum(hari) as hari, max(bulan) as bulan_akhir, max(masa_mulai) as masa_mulai, max(selesai) as selesai, max(cara) as cara
    from marts.kepala_bulan
    group by tahun, cast((bulan + 2 - (bulan + 2) % 3) / 3 as integer), kode_opd, keadaan, orang_id
),
urutan as (
    select
        *,
        row_number() over (
            partition by tahun, triwulan, kode_opd
            order by hari desc, bulan_akhir desc, case when keadaan = 'definitif' then 0 else 1 end, orang_id
        ) as ke
    from pemilik
),
triwulanan as (
    select
        u.tahun, u.triwulan, u.kode_opd, u.keadaan, u.orang_id, u.cara, u.masa_mulai, u.selesai, k.akhir,
        c.n_indikator, c.n_bernilai,
        cast(c.rata - 100 as decimal(18, 6)) as posisi_ini
    from urutan as u
    inner join raw.kalender as k on u.tahun = k.tahun and k.bulan = 3 * u.triwulan
    inner join marts.capaian_opd as c
        on u.tahun = c.tahun and u.triwulan = c.triwulan and u.kode_opd = c.kode_opd and c.tingkat = 'puncak'
    where u.ke = 1
),
terhitung as (
    select
        *,
        count(posisi_ini) over urut as n_laporan,
        case
            when keadaan = lag(keadaan) over urut and orang_id is not distinct from lag(orang_id) over urut then 0
            else 1
        end as berganti
    from triwulanan
    window urut as (partition by tahun, kode_opd order by triwulan)
),
terbawa as (
    -- quarters without a number carry what was known last
    select
        *,
        max(posisi_ini) over (partition by tahun, kode_opd, n_laporan) as posisi,
        sum(berganti) over (
            partition by tahun, kode_opd order by triwulan rows between unbounded preceding and current row
        ) as urutan
    from terhitung
),
sebelumnya as (
    select *, lag(posisi) over (partition by tahun, kode_opd order by triwulan) as posisi_lalu
    from terbawa
),
giliran as (
    select tahun, kode_opd, urutan, min(triwulan) as dari, max(triwulan) as sampai
    from terbawa
    group by tahun, kode_opd, urutan
)
select
    p.tahun, p.triwulan, p.kode_opd,
    cast(g.urutan as integer) as urutan,
    a.orang_id, a.keadaan, a.cara, a.masa_mulai,
    g.dari as dari_triwulan,
    least(g.sampai, p.triwulan) as sampai_triwulan,
    cast(date_diff('day', a.masa_mulai, least(a.selesai, p.akhir)) as integer) as hari,
    coalesce(m.posisi_lalu, 0) as warisan,
    a.posisi - coalesce(m.posisi_lalu, 0) as sendiri,
    p.posisi, p.n_indikator, p.n_bernilai,
    p.urutan = g.urutan as kini
from terbawa as p
inner join giliran as g on p.tahun = g.tahun and p.kode_opd = g.kode_opd and g.dari <= p.triwulan
inner join sebelumnya as m on p.tahun = m.tahun and p.kode_opd = m.kode_opd and g.dari = m.triwulan
inner join terbawa as a on p.tahun = a.tahun and p.kode_opd = a.kode_opd and least(g.sampai, p.triwulan) = a.triwulan
