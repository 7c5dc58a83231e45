-- One row per year, month, OPD, cakupan and closed year before it: where that OPD, with the units merged into it since, stood at the
-- end of the same month and of that year. A year is closed when December and that month are reported by each of them.
with
ada as (
    -- every unit of the year, so that one that did not report leaves the year out instead of being nil
    select o.tahun, o.bulan, o.kode_opd, c.cakupan, k.pagu, k.realisasi_kum, k.rak_kum
    from core.opd_aktif as o
    cross join (select 'semua' as cakupan union all select 'tanpa_pegawai_btt') as c
    left join core.kurva_opd as k
        on o.tahun = k.tahun and o.bulan = k.bulan and o.kode_opd = k.kode_opd and c.cakupan = k.cakupan
),
jumlah as (
    select
        p.tahun, p.bulan, p.kode_opd, a.cakupan, a.tahun as tahun_lalu, a.bulan as bulan_lalu,
        case when count(a.pagu) = count(*) then sum(a.pagu) end as pagu,
        case when count(a.realisasi_kum) = count(*) then sum(a.realisasi_kum) end as realisasi,
        case when count(a.rak_kum) = count(*) then sum(a.rak_kum) end as rak
    from core.pewaris as p
    cross join core.setelan_pendaratan as s
    inner join ada as a
        on p.kode_lalu = a.kode_opd and a.tahun between p.tahun - s.n_tahun and p.tahun - 1
        and (a.bulan = p.bulan or a.bulan = 12)
    group by p.tahun, p.bulan, p.kode_opd, a.cakupan, a.tahun, a.bulan
)
select
    j.tahun, j.bulan, j.kode_opd, j.cakupan, j.tahun_lalu, j.pagu, j.realisasi, j.rak,
    a.pagu as pagu_akhir,
    a.realisasi as realisasi_akhir,
    a.rak as rak_akhir
from jumlah as j
inner join jumlah as a
    on j.tahun = a.tahun and j.bulan = a.bulan and j.kode_opd = a.kode_opd and j.cakupan = a.cakupan
    and j.tahun_lalu = a.tahun_lalu and a.bulan_lalu = 12
where
    j.bulan_lalu = j.bulan and j.pagu > 0 and a.pagu > 0 and j.realisasi is not null and a.realisasi is not null
