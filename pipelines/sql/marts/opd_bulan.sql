-- One row per year, month, OPD and cakupan (semua, tanpa_pegawai_btt): position, target, physical progress, last year.
with
padat as (
    select
        l.tahun, l.bulan, l.kode_opd, t.cakupan, l.dilaporkan, l.posisi, l.direkam_pada, l.selisih_kontrol,
        t.target_kum, t.target_persen, t.sumber_target, t.target_dasar
    from core.laporan_opd as l
    inner join core.target as t on l.tahun = t.tahun and l.bulan = t.bulan and l.kode_opd = t.kode_opd
)
select
    p.tahun,
    p.bulan,
    cast(p.tahun as varchar) || '-' || lpad(cast(p.bulan as varchar), 2, '0') as periode,
    p.kode_opd,
    p.cakupan,
    n.pagu,
    n.pagu_murni,
    n.rak_bulan,
    n.rak_kum,
    p.target_kum,
    p.target_persen,
    p.sumber_target,
    p.target_dasar,
    n.realisasi_bulan,
    n.realisasi_kum,
    n.spj_kum,
    p.dilaporkan,
    f.fisik_target,
    f.fisik_real,
    -- percent times pagu, and the pagu it is weighted by: summed apart, divided last
    f.fisik_target * cast(n.pagu as double) as fisik_target_tertimbang,
    f.fisik_real * cast(n.pagu as double) as fisik_real_tertimbang,
    case when f.fisik_target is not null then n.pagu end as fisik_target_bobot,
    case when f.fisik_real is not null then n.pagu end as fisik_real_bobot,
    case when p.dilaporkan then 100 * cast(n.realisasi_kum as double) / nullif(cast(n.pagu as double), 0) end
        as serapan_persen,
    lalu.pagu as pagu_lalu,
    lalu.realisasi_kum as realisasi_kum_lalu,
    lalu.realisasi_kum is not null as dilaporkan_lalu,
    case
        when p.posisi is not null then substr(cast(p.posisi as varchar), 1, 4) || '-' || substr(cast(p.posisi as varchar), 5, 2)
    end as posisi_terakhir,
    p.direkam_pada,
    p.selisih_kontrol
from padat as p
left join core.anggaran_opd as n
    on p.tahun = n.tahun and p.bulan = n.bulan and p.kode_opd = n.kode_opd and p.cakupan = n.cakupan
left join core.anggaran_opd as lalu
    on p.tahun = lalu.tahun + 1 and p.bulan = lalu.bulan and p.kode_opd = lalu.kode_opd and p.cakupan = lalu.cakupan
left join core.fisik_opd as f on p.tahun = f.tahun and p.bulan = f.bulan and p.kode_opd = f.kode_opd
