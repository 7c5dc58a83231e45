-- One row per year, month, OPD and profile: the colour on money beside the predicates of the last evaluation that had ended
-- by then, at most a year old (a year before a quarter before a month where they end on one day).
with
setelan as (
    select max(nilai) as batas, max(aturan_id) as aturan_id, max(dasar_hukum) as dasar_hukum,
        max(dasar_hukum_en) as dasar_hukum_en, max(tag) as tag
    from raw.skp_setelan
    where kunci = 'konsistensi_persen'
),
penilaian as (
    select
        tahun, jenis_periode, periode, kode_opd, max(akhir) as akhir,
        sum(case when wajib and dinilai and predikat is not null then n else 0 end) as n_dinilai,
        sum(case when wajib and dinilai and predikat in ('sangat_baik', 'baik') then n else 0 end) as n_baik_ke_atas
    from marts.skp_hitung
    where kode_opd is not null
    group by tahun, jenis_periode, periode, kode_opd
    having sum(case when wajib and dinilai and predikat is not null then n else 0 end) > 0
),
bulan as (
    select distinct tahun, bulan, kode_opd from marts.opd_bulan
),
terakhir as (
    select
        b.tahun, b.bulan, b.kode_opd,
        p.tahun as skp_tahun, p.jenis_periode, p.periode, p.n_dinilai, p.n_baik_ke_atas,
        row_number() over (
            partition by b.tahun, b.bulan, b.kode_opd
            order by p.akhir desc, case p.jenis_periode when 'tahunan' then 1 when 'triwulan' then 2 else 3 end
        ) as ke
    from bulan as b
    inner join penilaian as p
        on b.kode_opd = p.kode_opd
        and 12 * year(p.akhir) + month(p.akhir) between 12 * b.tahun + b.bulan - 11 and 12 * b.tahun + b.bulan
)
select
    r.tahun, r.bulan, r.kode_opd, r.profil, r.warna,
    t.skp_tahun, t.jenis_periode, t.periode,
    cast(t.n_dinilai as integer) as n_dinilai,
    cast(t.n_baik_ke_atas as integer) as n_baik_ke_atas,
    100 * cast(t.n_baik_ke_atas as double) / nullif(cast(t.n_dinilai as double), 0) as persen,
    r.warna = 'merah' and t.n_baik_ke_atas * 100 >= s.batas * t.n_dinilai as tidak_konsisten,
    s.batas, s.aturan_id, s.dasar_hukum, s.dasar_hukum_en, s.tag
from marts.rapor as r
inner join terakhir as t on r.tahun = t.tahun and r.bulan = t.bulan and r.kode_opd = t.kode_opd and t.ke = 1
cross join setelan as s
where r.cakupan = 'semua'
