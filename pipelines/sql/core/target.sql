-- One row per year, month, OPD and cakupan: the cumulative target that judges it and where it comes from.
-- Its own cash plan first, then the letter of the kepala daerah (to the unit before to every unit), then the month table.
with
surat as (
    select
        s.tahun, s.bulan, a.kode_opd, s.target_persen, s.dasar_hukum
    from staging.target_surat as s
    inner join core.unit as u on s.tahun = u.tahun and s.kode_tertulis = u.kode_tertulis
    inner join core.anggota as a
        on s.tahun = a.tahun and s.bulan = a.bulan and u.kode_unit = a.kode_unit and u.kode_unit = a.kode_opd
    where s.kode_tertulis <> ''
),
surat_opd as (
    select tahun, bulan, kode_opd, max(target_persen) as target_persen, max(dasar_hukum) as dasar_hukum
    from surat
    group by tahun, bulan, kode_opd
),
surat_umum as (
    select tahun, bulan, target_persen, dasar_hukum
    from staging.target_surat
    where kode_tertulis = ''
),
tabel as (
    select
        k.tahun, k.bulan, t.target_persen, t.dasar_hukum
    from raw.kalender as k
    inner join raw.target_tabel as t
        on k.bulan = t.bulan and t.berlaku_mulai <= k.akhir
        and (t.berlaku_sampai is null or t.berlaku_sampai > k.akhir)
),
calon as (
    select
        o.tahun, o.bulan, o.kode_opd, c.cakupan, n.pagu, n.rak_kum,
        coalesce(so.target_persen, su.target_persen) as surat_persen,
        coalesce(so.dasar_hukum, su.dasar_hukum) as surat_dasar,
        t.target_persen as tabel_persen,
        t.dasar_hukum as tabel_dasar
    from core.opd_aktif as o
    cross join (select 'semua' as cakupan union all select 'tanpa_pegawai_btt') as c
    left join core.anggaran_opd as n
        on o.tahun = n.tahun and o.bulan = n.bulan and o.kode_opd = n.kode_opd and c.cakupan = n.cakupan
    left join surat_opd as so on o.tahun = so.tahun and o.bulan = so.bulan and o.kode_opd = so.kode_opd
    left join surat_umum as su on o.tahun = su.tahun and o.bulan = su.bulan
    left join tabel as t on o.tahun = t.tahun and o.bulan = t.bulan
)
select
    tahun, bulan, kode_opd, cakupan,
    cast(case
        when rak_kum is not null then rak_kum
        -- wide decimals: a product of two narrow ones overflows
        else round(
            cast(pagu as decimal(24, 2))
            * cast(cast(coalesce(surat_persen, tabel_persen) as decimal(9, 4)) * cast(0.01 as decimal(3, 2)) as decimal(9, 6)),
            2
        )
    end as decimal(18, 2)) as target_kum,
    case
        when rak_kum is not null then 100 * cast(rak_kum as double) / nullif(cast(pagu as double), 0)
        else cast(coalesce(surat_persen, tabel_persen) as double)
    end as target_persen,
    case
        when rak_kum is not null then 'rak'
        when surat_persen is not null then 'surat'
        when tabel_persen is not null then 'tabel'
    end as sumber_target,
    case when rak_kum is null then coalesce(surat_dasar, tabel_dasar) end as target_dasar
from calon
