-- One row per year, month, OPD and cakupan with money below it: the sub kegiatan furthest behind their cash plan in rupiah and their
-- part of all that is behind (percent), and the one that has passed its ceiling by most (of all accounts, whatever the cakupan).
with
cakupan as (
    select tahun, bulan, kode_opd, kode_sub_kegiatan, 'semua' as cakupan, terbanding, rak_kum, realisasi_kum
    from marts.anggaran
    union all
    select tahun, bulan, kode_opd, kode_sub_kegiatan, 'tanpa_pegawai_btt', terbanding, rak_kum, realisasi_kum
    from marts.anggaran
    where not pegawai_btt
),
kurang as (
    select
        tahun, bulan, kode_opd, cakupan, kode_sub_kegiatan,
        sum(case when terbanding then rak_kum end) - sum(case when terbanding then realisasi_kum end) as kurang
    from cakupan
    where kode_sub_kegiatan is not null
    group by tahun, bulan, kode_opd, cakupan, kode_sub_kegiatan
),
urutan as (
    select
        *,
        sum(kurang) over (partition by tahun, bulan, kode_opd, cakupan) as semua,
        row_number() over (
            partition by tahun, bulan, kode_opd, cakupan order by kurang desc, kode_sub_kegiatan
        ) as ke
    from kurang
    where kurang > 0
),
bernama as (
    select u.*, coalesce(n.nama, u.kode_sub_kegiatan) as nama
    from urutan as u
    left join marts.nama as n on n.dimensi = 'sub_kegiatan' and u.kode_sub_kegiatan = n.kode
    where u.ke <= 3
),
tiga as (
    select
        tahun, bulan, kode_opd, cakupan,
        max(case when ke = 1 then kode_sub_kegiatan end) as sub1_kode,
        max(case when ke = 1 then nama end) as sub1_nama,
        max(case when ke = 1 then kurang end) as sub1_kurang,
        max(case when ke = 2 then nama end) as sub2_nama,
        max(case when ke = 3 then nama end) as sub3_nama,
        sum(kurang) as sub3_kurang,
        max(semua) as sub_kurang
    from bernama
    group by tahun, bulan, kode_opd, cakupan
),
lebih as (
    select
        tahun, bulan, kode_opd, kode_sub_kegiatan, sum(realisasi_kum) - sum(pagu) as lebih
    from marts.anggaran
    where dilaporkan and kode_sub_kegiatan is not null
    group by tahun, bulan, kode_opd, kode_sub_kegiatan
    having sum(realisasi_kum) > sum(pagu)
),
lewat as (
    select
        *,
        count(*) over (partition by tahun, bulan, kode_opd) as n,
        row_number() over (partition by tahun, bulan, kode_opd order by lebih desc, kode_sub_kegiatan) as ke
    from lebih
)
select
    o.tahun, o.bulan, o.kode_opd, o.cakupan,
    t.sub1_kode, t.sub1_nama,
    cast(t.sub1_kurang as decimal(18, 2)) as sub1_kurang,
    100 * cast(t.sub1_kurang as double) / nullif(cast(t.sub_kurang as double), 0) as sub1_bagian,
    t.sub2_nama, t.sub3_nama,
    cast(t.sub3_kurang as decimal(18, 2)) as sub3_kurang,
    100 * cast(t.sub3_kurang as double) / nullif(cast(t.sub_kurang as double), 0) as sub3_bagian,
    cast(t.sub_kurang as decimal(18, 2)) as sub_kurang,
    cast(l.lebih as decimal(18, 2)) as lewat,
    l.kode_sub_kegiatan as lewat_kode,
    case when l.kode_sub_kegiatan is not null then coalesce(n.nama, l.kode_sub_kegiatan) end as lewat_nama,
    cast(l.n as integer) as lewat_n
from marts.opd_bulan as o
left join tiga as t
    on o.tahun = t.tahun and o.bulan = t.bulan and o.kode_opd = t.kode_opd and o.cakupan = t.cakupan
left join lewat as l on o.tahun = l.tahun and o.bulan = l.bulan and o.kode_opd = l.kode_opd and l.ke = 1
left join marts.nama as n on n.dimensi = 'sub_kegiatan' and l.kode_sub_kegiatan = n.kode
where t.kode_opd is not null or l.kode_opd is not null
