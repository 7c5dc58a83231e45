-- One row per month in which a new person heads an OPD: absorption in points over the three months before and the three from
-- that month on, beside the OPD whose head did not change in those six months. A description, not a cause.
with
bulanan as (
    select
        o.tahun, o.bulan, o.kode_opd, k.orang_id, k.keadaan,
        case when o.dilaporkan then o.realisasi_kum end as realisasi,
        case when o.dilaporkan then o.pagu end as pagu,
        case
            when k.orang_id is distinct from lag(k.orang_id) over urut_bulan
                and lag(k.keadaan) over urut_bulan <> 'tidak_tercatat' then 1
            else 0
        end as berganti
    from marts.opd_bulan as o
    inner join marts.kepala_bulan as k on o.tahun = k.tahun and o.bulan = k.bulan and o.kode_opd = k.kode_opd
    where o.cakupan = 'semua'
    window urut_bulan as (partition by o.kode_opd order by o.tahun, o.bulan)
),
jendela as (
    select
        *,
        -- the positions three months before, just before, and at the end of the third month; a year begins at nil
        case when bulan = 4 then cast(0 as decimal(18, 2)) else lag(realisasi, 4) over tahun_opd end as r_awal,
        case when bulan = 4 then lag(pagu, 3) over tahun_opd else lag(pagu, 4) over tahun_opd end as p_awal,
        lag(realisasi, 1) over tahun_opd as r_tengah,
        lag(pagu, 1) over tahun_opd as p_tengah,
        lead(realisasi, 2) over tahun_opd as r_akhir,
        lead(pagu, 2) over tahun_opd as p_akhir,
        sum(berganti) over (
            partition by tahun, kode_opd order by bulan rows between 3 preceding and 2 following
        ) as n_ganti
    from bulanan
    window tahun_opd as (partition by tahun, kode_opd order by bulan)
),
dihitung as (
    select
        *,
        100 * cast(r_tengah as double) / nullif(cast(p_tengah as double), 0)
        - 100 * cast(r_awal as double) / nullif(cast(p_awal as double), 0) as sebelum,
        100 * cast(r_akhir as double) / nullif(cast(p_akhir as double), 0)
        - 100 * cast(r_tengah as double) / nullif(cast(p_tengah as double), 0) as sesudah
    from jendela
    where bulan between 4 and 10
),
pembanding as (
    select
        tahun, bulan,
        count(*) as n,
        100 * cast(sum(r_tengah) as double) / nullif(cast(sum(p_tengah) as double), 0)
        - 100 * cast(sum(r_awal) as double) / nullif(cast(sum(p_awal) as double), 0) as sebelum,
        100 * cast(sum(r_akhir) as double) / nullif(cast(sum(p_akhir) as double), 0)
        - 100 * cast(sum(r_tengah) as double) / nullif(cast(sum(p_tengah) as double), 0) as sesudah
    from dihitung
    where n_ganti = 0 and sebelum is not null and sesudah is not null
    group by tahun, bulan
),
batas as (
    select urutan as n from raw.kata_jabatan where jenis = 'hasil_cara' and kata = 'n_paling_sedikit'
)
select
    d.tahun, d.bulan, d.kode_opd, d.orang_id, d.keadaan, d.sebelum, d.sesudah,
    cast(coalesce(p.n, 0) as integer) as n_pembanding,
    case when p.n >= b.n then p.sebelum end as sebelum_pembanding,
    case when p.n >= b.n then p.sesudah end as sesudah_pembanding
from dihitung as d
cross join batas as b
left join pembanding as p on d.tahun = p.tahun and d.bulan = p.bulan
where d.berganti = 1 and d.orang_id is not null
