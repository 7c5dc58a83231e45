-- One row per year, month, OPD or unit below it (kode_unit = kode_opd: the OPD), cakupan and profile: its colour by the rule in
-- force at the end of that month, or why none. Units below an OPD are judged on all their money (semua).
with
aturan as (
    select
        k.tahun, cast(k.bulan as integer) as bulan, p.profil, p.ukuran, p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag
    from core.pita as p
    inner join raw.kalender as k
        on p.berlaku_mulai <= k.akhir and (p.berlaku_sampai is null or p.berlaku_sampai > k.akhir)
        and (p.bulan is null or p.bulan = k.bulan)
    group by k.tahun, k.bulan, p.profil, p.ukuran, p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag
),
posisi as (
    select tahun, bulan, periode, kode_opd, kode_opd as kode_unit, cakupan, dilaporkan, pagu, target_kum, realisasi_kum
    from marts.opd_bulan
    union all
    select tahun, bulan, periode, kode_opd, kode_unit, 'semua', dilaporkan, pagu, target_kum, realisasi_kum
    from marts.unit_bulan
    where kode_unit <> kode_opd
),
dasar as (
    select
        o.tahun, o.bulan, o.periode, o.kode_opd, o.kode_unit, o.cakupan,
        a.profil, a.ukuran, a.aturan_id, a.dasar_hukum, a.dasar_hukum_en, a.tag,
        o.dilaporkan,
        o.target_kum,
        case
            when not o.dilaporkan then cast(null as decimal(18, 2))
            when a.ukuran = 'deviasi_poin' then cast(o.realisasi_kum - o.target_kum as decimal(18, 2))
            else o.realisasi_kum
        end as pembilang,
        case
            when a.ukuran in ('rasio_target', 'capaian') then o.target_kum
            else o.pagu
        end as penyebut,
        case
            when not o.dilaporkan then 'belum_lapor'
            when coalesce(o.pagu, 0) <= 0 then 'pagu_nol'
            when a.ukuran <> 'persen_bulanan' and o.target_kum is null then 'tanpa_target'
            -- a plan of nil can be kept or not, but no ratio can be taken of it
            when a.ukuran in ('rasio_target', 'capaian') and o.target_kum <= 0 then 'tanpa_target'
        end as alasan
    from posisi as o
    inner join aturan as a on o.tahun = a.tahun and o.bulan = a.bulan
),
dinilai as (
    -- [bawah, atas): compared as products of decimals, so that an edge is met exactly
    select
        d.tahun, d.bulan, d.kode_opd, d.kode_unit, d.cakupan, d.aturan_id, p.warna, p.urutan
    from dasar as d
    inner join core.pita as p
        on d.aturan_id = p.aturan_id and (p.bulan is null or p.bulan = d.bulan)
        and (
            p.batas_bawah is null
            or cast(d.pembilang as decimal(24, 2)) * 100 >= p.batas_bawah * cast(d.penyebut as decimal(24, 2))
        )
        and (
            p.batas_atas is null
            or cast(d.pembilang as decimal(24, 2)) * 100 < p.batas_atas * cast(d.penyebut as decimal(24, 2))
        )
    where d.alasan is null
),
berikut as (
    select
        i.tahun, i.bulan, i.kode_opd, i.kode_unit, i.cakupan, i.aturan_id, p.warna, p.batas_bawah,
        row_number() over (
            partition by i.tahun, i.bulan, i.kode_opd, i.kode_unit, i.cakupan, i.aturan_id order by p.urutan
        ) as ke
    from dinilai as i
    inner join core.pita as p
        on i.aturan_id = p.aturan_id and (p.bulan is null or p.bulan = i.bulan) and p.urutan > i.urutan
)
select
    d.*,
    coalesce(i.warna, 'abu') as warna,
    b.warna as warna_berikut,
    -- rounded up to the sen: what is still to be spent until the next colour is reached
    cast(
        cast(ceil(b.batas_bawah * cast(d.penyebut as decimal(24, 2))) as decimal(24, 0)) * cast(0.01 as decimal(3, 2))
        - d.pembilang
        as decimal(18, 2)
    ) as kurang_rupiah,
    case when d.alasan is null then 100 * cast(d.pembilang as double) / nullif(cast(d.penyebut as double), 0) end as nilai
from dasar as d
left join dinilai as i
    on d.tahun = i.tahun and d.bulan = i.bulan and d.kode_opd = i.kode_opd and d.kode_unit = i.kode_unit
    and d.cakupan = i.cakupan and d.aturan_id = i.aturan_id
left join berikut as b
    on d.tahun = b.tahun and d.bulan = b.bulan and d.kode_opd = b.kode_opd and d.kode_unit = b.kode_unit
    and d.cakupan = b.cakupan and d.aturan_id = b.aturan_id and b.ke = 1
