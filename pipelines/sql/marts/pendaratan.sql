-- One row per year, month, OPD and cakupan: what it will have spent by December as a range, what will be left of the ceiling, and what each
-- month left must bring to reach its target, beside its best month ever; or why there is no range (alasan), and then no forecast.
with
tujuan as (
    -- nobody may spend more than the ceiling, whatever an older cash plan says
    select
        o.tahun, o.bulan, o.kode_opd, o.cakupan,
        case when a.target_kum is not null and o.pagu is not null then least(a.target_kum, o.pagu) end as target_akhir,
        a.sumber_target
    from marts.opd_bulan as o
    left join core.target as a
        on o.tahun = a.tahun and a.bulan = 12 and o.kode_opd = a.kode_opd and o.cakupan = a.cakupan
),
dasar as (
    select
        o.tahun, o.bulan, o.periode, o.kode_opd, o.cakupan, o.pagu, o.dilaporkan,
        case when o.dilaporkan then o.realisasi_kum end as realisasi_kum,
        s.cara, s.aturan_id, s.dasar_hukum, s.dasar_hukum_en, s.tag,
        t.target_akhir, t.sumber_target,
        p.titik, p.bawah, p.atas,
        coalesce(p.n_tahun, l.n_tahun, 0) as n_tahun,
        p.dari_tahun,
        p.luar_pola,
        coalesce(p.n_galat, 0) as n_galat,
        b.terbaik, b.terbaik_tahun, b.terbaik_bulan,
        case
            when not o.dilaporkan or o.realisasi_kum is null then 'belum_lapor'
            when coalesce(o.pagu, 0) <= 0 then 'pagu_nol'
            when o.bulan = 12 then null
            when l.n_tahun is null then 'tanpa_tahun_lalu'
            when p.titik is null then 'tanpa_rak'
            when p.bawah is null then 'tanpa_uji'
        end as alasan
    from marts.opd_bulan as o
    cross join core.setelan_pendaratan as s
    inner join tujuan as t
        on o.tahun = t.tahun and o.bulan = t.bulan and o.kode_opd = t.kode_opd and o.cakupan = t.cakupan
    left join core.perkiraan_rentang as p
        on o.tahun = p.tahun and o.bulan = p.bulan and o.kode_opd = p.kode_opd and o.cakupan = p.cakupan and s.cara = p.cara
    left join (
        select tahun, bulan, kode_opd, cakupan, cast(count(*) as integer) as n_tahun
        from core.kurva_lalu
        group by tahun, bulan, kode_opd, cakupan
    ) as l
        on o.tahun = l.tahun and o.bulan = l.bulan and o.kode_opd = l.kode_opd and o.cakupan = l.cakupan
    left join core.bulan_terbaik as b
        on o.tahun = b.tahun and o.bulan = b.bulan and o.kode_opd = b.kode_opd and o.cakupan = b.cakupan
),
mendarat as (
    select
        *,
        case when alasan is null then case when bulan = 12 then realisasi_kum else titik end end as pendaratan,
        case when alasan is null then case when bulan = 12 then realisasi_kum else bawah end end as pendaratan_bawah,
        case when alasan is null then case when bulan = 12 then realisasi_kum else atas end end as pendaratan_atas,
        case
            when realisasi_kum is not null and target_akhir is not null and bulan < 12
                then cast(round(
                    cast(greatest(0, target_akhir - realisasi_kum) as double) / nullif(12 - bulan, 0), 2
                ) as decimal(18, 2))
        end as perlu_per_bulan
    from dasar
)
select
    tahun, bulan, periode, kode_opd, cakupan, pagu, dilaporkan, realisasi_kum, cara, pendaratan, pendaratan_bawah, pendaratan_atas,
    cast(pagu - pendaratan as decimal(18, 2)) as silpa,
    cast(pagu - pendaratan_atas as decimal(18, 2)) as silpa_bawah,
    cast(pagu - pendaratan_bawah as decimal(18, 2)) as silpa_atas,
    target_akhir, sumber_target, perlu_per_bulan, terbaik, terbaik_tahun, terbaik_bulan,
    perlu_per_bulan > terbaik as melebihi_terbaik,
    case when alasan is null and bulan < 12 then luar_pola end as luar_pola,
    n_tahun, dari_tahun, n_galat, alasan, aturan_id, dasar_hukum, dasar_hukum_en, tag
from mendarat
