-- One row per leaf of an OPD that reports SPJ and month 1..12: SPJ of the month and up to it; null = unknown.
with
padat as (
    select
        d.daun_id, a.bulan, j.diketahui, j.titik,
        coalesce(n.spj, 0) as spj
    from core.daun as d
    inner join core.anggota as a on d.tahun = a.tahun and d.kode_unit = a.kode_unit
    inner join core.status_bulan as j
        on j.jenis = 'SPJ' and d.tahun = j.tahun and a.kode_induk = j.kode_induk and a.bulan = j.bulan
    left join core.nilai as n on d.daun_id = n.daun_id and a.bulan = n.bulan
),
jumlah as (
    select
        daun_id, bulan, diketahui,
        sum(spj) over (
            partition by daun_id, titik order by bulan rows between unbounded preceding and current row
        ) as spj_jumlah
    from padat
)
select
    daun_id, bulan,
    cast(case
        when diketahui then spj_jumlah - lag(spj_jumlah, 1, 0) over (partition by daun_id, diketahui order by bulan)
    end as decimal(18, 2)) as spj_bulan,
    cast(case when diketahui then spj_jumlah end as decimal(18, 2)) as spj_kum
from jumlah
