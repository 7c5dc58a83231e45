-- One row per position (year, month), OPD, cakupan and run of months of one holder in that year: what was inherited and what
-- changed, in points of deviation. Deviation at the position is exactly the sum of sendiri over the runs.
with
bulanan as (
    select
        k.tahun, k.bulan, k.kode_opd, o.cakupan, k.keadaan, k.orang_id, k.cara, k.masa_mulai, k.selesai, k.akhir,
        case
            when o.dilaporkan
                then cast(
                    round(100 * cast(o.realisasi_kum - o.target_kum as double) / nullif(cast(o.pagu as double), 0), 6)
                    as decimal(18, 6)
                )
        end as deviasi
    from marts.kepala_bulan as k
    inner join marts.opd_bulan as o on k.tahun = o.tahun and k.bulan = o.bulan and k.kode_opd = o.kode_opd
),
terhitung as (
    select
        *,
        count(deviasi) over urut_bulan as n_laporan,
        case
            when keadaan = lag(keadaan) over urut_bulan
                and orang_id is not distinct from lag(orang_id) over urut_bulan then 0
            else 1
        end as berganti
    from bulanan
    window urut_bulan as (partition by tahun, kode_opd, cakupan order by bulan)
),
terbawa as (
    -- months without a report carry what was known last; n_laporan 0: nothing known yet this year
    select
        *,
        max(deviasi) over (partition by tahun, kode_opd, cakupan, n_laporan) as posisi,
        sum(berganti) over (
            partition by tahun, kode_opd, cakupan order by bulan rows between unbounded preceding and current row
        ) as urutan
    from terhitung
),
sebelumnya as (
    select
        *,
        lag(posisi) over (partition by tahun, kode_opd, cakupan order by bulan) as posisi_lalu,
        lag(n_laporan, 1, 0) over (partition by tahun, kode_opd, cakupan order by bulan) as n_lalu
    from terbawa
),
giliran as (
    select
        tahun, kode_opd, cakupan, urutan,
        min(bulan) as dari_bulan,
        max(bulan) as sampai_bulan
    from terbawa
    group by tahun, kode_opd, cakupan, urutan
),
posisi as (
    select
        p.tahun, p.bulan, p.akhir, p.kode_opd, p.cakupan, g.urutan, g.dari_bulan,
        least(g.sampai_bulan, p.bulan) as sampai_bulan,
        p.posisi as deviasi,
        p.urutan = g.urutan as kini
    from terbawa as p
    inner join giliran as g
        on p.tahun = g.tahun and p.kode_opd = g.kode_opd and p.cakupan = g.cakupan and g.dari_bulan <= p.bulan
)
select
    p.tahun, p.bulan, p.kode_opd, p.cakupan,
    cast(p.urutan as integer) as urutan,
    a.orang_id, a.keadaan, a.cara, p.dari_bulan, p.sampai_bulan, a.masa_mulai,
    cast(date_diff('day', a.masa_mulai, least(a.selesai, p.akhir)) as integer) as hari,
    cast(a.n_laporan - m.n_lalu as integer) as n_dilaporkan,
    coalesce(m.posisi_lalu, 0) as warisan,
    a.posisi - coalesce(m.posisi_lalu, 0) as sendiri,
    p.deviasi,
    coalesce(date_diff('day', a.masa_mulai, least(a.selesai, p.akhir)) < d.nilai, false) as terlalu_dini,
    p.kini,
    case when p.kini then coalesce(m.posisi_lalu, 0) end as warisan_kini,
    case when p.kini then a.posisi - coalesce(m.posisi_lalu, 0) end as sendiri_kini
from posisi as p
inner join sebelumnya as m
    on p.tahun = m.tahun and p.kode_opd = m.kode_opd and p.cakupan = m.cakupan and p.dari_bulan = m.bulan
inner join terbawa as a
    on p.tahun = a.tahun and p.kode_opd = a.kode_opd and p.cakupan = a.cakupan and p.sampai_bulan = a.bulan
left join raw.aturan_jabatan as d
    on d.kunci = 'terlalu_dini' and d.berlaku_mulai <= p.akhir and (d.berlaku_sampai is null or d.berlaku_sampai > p.akhir)
