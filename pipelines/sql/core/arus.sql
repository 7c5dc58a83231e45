-- One row per leaf and month 1..12: pagu in force, and rak, SP2D and SPJ of the month and up to it; null = unknown.
-- The flow of a month is what came since the last month that is known, so that flows always add up to the position.
with
padat as (
    select
        d.daun_id, d.tahun, d.ada_pagu,
        a.bulan, a.kode_opd, a.kode_induk, a.digabung_sejak
    from core.daun as d
    inner join core.anggota as a on d.tahun = a.tahun and d.kode_unit = a.kode_unit
),
diketahui as (
    select
        p.daun_id, p.tahun, p.bulan, p.kode_opd,
        case when p.ada_pagu = 1 then coalesce(n.pagu, 0) end as pagu,
        m.pagu as pagu_murni,
        case when r.bulan_diketahui then coalesce(n.rak, 0) end as rak_bulan,
        coalesce(r.diketahui, false) as rak_diketahui,
        coalesce(k.diketahui, false) as dilaporkan,
        coalesce(k.titik, 0) as titik,
        coalesce(n.sp2d, 0) as sp2d,
        coalesce(j.diketahui, false) as spj_diketahui,
        coalesce(j.titik, 0) as titik_spj,
        coalesce(n.spj, 0) as spj
    from padat as p
    left join core.nilai as n on p.daun_id = n.daun_id and p.bulan = n.bulan
    left join core.nilai as m on p.daun_id = m.daun_id and m.bulan = 0
    left join core.status_rak as r
        on p.tahun = r.tahun and p.kode_induk = r.kode_induk and p.bulan = r.bulan
        and p.digabung_sejak = date '1900-01-01'
    left join core.status_bulan as k
        on k.jenis = 'SP2D' and p.tahun = k.tahun and p.kode_induk = k.kode_induk and p.bulan = k.bulan
    left join core.status_bulan as j
        on j.jenis = 'SPJ' and p.tahun = j.tahun and p.kode_induk = j.kode_induk and p.bulan = j.bulan
),
jumlah as (
    select
        *,
        sum(rak_bulan) over (
            partition by daun_id order by bulan rows between unbounded preceding and current row
        ) as rak_jumlah,
        sum(sp2d) over (
            partition by daun_id, titik order by bulan rows between unbounded preceding and current row
        ) as sp2d_jumlah,
        sum(spj) over (
            partition by daun_id, titik_spj order by bulan rows between unbounded preceding and current row
        ) as spj_jumlah
    from diketahui
),
posisi as (
    select
        daun_id, tahun, bulan, kode_opd, dilaporkan, rak_diketahui, pagu, pagu_murni, rak_bulan,
        case when rak_diketahui then rak_jumlah end as rak_kum,
        case
            when dilaporkan
                then sp2d_jumlah - lag(sp2d_jumlah, 1, 0) over (partition by daun_id, dilaporkan order by bulan)
        end as realisasi_bulan,
        case when dilaporkan then sp2d_jumlah end as realisasi_kum,
        case
            when spj_diketahui
                then spj_jumlah - lag(spj_jumlah, 1, 0) over (partition by daun_id, spj_diketahui order by bulan)
        end as spj_bulan,
        case when spj_diketahui then spj_jumlah end as spj_kum
    from jumlah
)
select
    daun_id, tahun, bulan, kode_opd, dilaporkan, rak_diketahui,
    cast(pagu as decimal(18, 2)) as pagu,
    cast(pagu_murni as decimal(18, 2)) as pagu_murni,
    cast(rak_bulan as decimal(18, 2)) as rak_bulan,
    cast(rak_kum as decimal(18, 2)) as rak_kum,
    cast(realisasi_bulan as decimal(18, 2)) as realisasi_bulan,
    cast(realisasi_kum as decimal(18, 2)) as realisasi_kum,
    -- what was known last, also for months not reported
    cast(sum(realisasi_bulan) over (
        partition by daun_id order by bulan rows between unbounded preceding and current row
    ) as decimal(18, 2)) as realisasi_posisi,
    cast(spj_bulan as decimal(18, 2)) as spj_bulan,
    cast(spj_kum as decimal(18, 2)) as spj_kum
from posisi
