-- One row per leaf and month 1..12: pagu in force, and rak and SP2D of the month and up to it; null = unknown.
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
        case when r.bulan_diketahui then coalesce(n.rak, 0) end as rak_bulan,
        coalesce(r.diketahui, false) as rak_diketahui,
        coalesce(k.diketahui, false) as dilaporkan,
        coalesce(k.titik, 0) as titik,
        coalesce(n.sp2d, 0) as sp2d
    from padat as p
    left join core.nilai as n on p.daun_id = n.daun_id and p.bulan = n.bulan
    left join core.status_rak as r
        on p.tahun = r.tahun and p.kode_induk = r.kode_induk and p.bulan = r.bulan
        and p.digabung_sejak = date '1900-01-01'
    left join core.status_bulan as k
        on k.jenis = 'SP2D' and p.tahun = k.tahun and p.kode_induk = k.kode_induk and p.bulan = k.bulan
),
jumlah as (
    select
        *,
        sum(sp2d) over (
            partition by daun_id, titik order by bulan rows between unbounded preceding and current row
        ) as sp2d_jumlah
    from diketahui
),
arus as (
    select
        *,
        case
            when dilaporkan
                then sp2d_jumlah - lag(sp2d_jumlah, 1, 0) over (partition by daun_id, dilaporkan order by bulan)
        end as realisasi_bulan
    from jumlah
),
posisi as (
    select
        *,
        sum(rak_bulan) over sampai_bulan as rak_jumlah,
        sum(realisasi_bulan) over sampai_bulan as realisasi_posisi
    from arus
    window sampai_bulan as (
        partition by daun_id order by bulan rows between unbounded preceding and current row
    )
)
select
    p.daun_id, p.tahun, p.bulan, p.kode_opd, p.dilaporkan, p.rak_diketahui,
    cast(p.pagu as decimal(18, 2)) as pagu,
    m.pagu as pagu_murni,
    cast(p.rak_bulan as decimal(18, 2)) as rak_bulan,
    cast(case when p.rak_diketahui then p.rak_jumlah end as decimal(18, 2)) as rak_kum,
    cast(p.realisasi_bulan as decimal(18, 2)) as realisasi_bulan,
    cast(case when p.dilaporkan then p.sp2d_jumlah end as decimal(18, 2)) as realisasi_kum,
    -- what was known last, also for months not reported
    cast(p.realisasi_posisi as decimal(18, 2)) as realisasi_posisi,
    s.spj_bulan,
    s.spj_kum
from posisi as p
left join core.nilai as m on p.daun_id = m.daun_id and m.bulan = 0
left join core.arus_spj as s on p.daun_id = s.daun_id and p.bulan = s.bulan
