-- One row per indicator, year, quarter and profile that judges attainment: its colour by the rule in force at the end of the
-- quarter, with the legal basis; no colour where there is no number to judge, and then why (alasan).
with
dasar as (
    select
        i.kode_indikator, i.tahun, i.triwulan, i.kode_opd, i.lingkup, i.acuan, i.sebab, i.sebab_tahun,
        case i.acuan when 'triwulan' then i.capaian when 'tahun' then i.capaian_tahun end as capaian,
        k.akhir
    from marts.indikator as i
    inner join raw.kalender as k on i.tahun = k.tahun and k.bulan = 3 * i.triwulan
)
select
    d.kode_indikator, d.tahun, d.triwulan, d.kode_opd, d.lingkup, d.acuan, d.capaian, p.profil, p.warna, p.urutan,
    p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag,
    cast(null as varchar) as alasan
from dasar as d
inner join core.pita as p
    on p.ukuran = 'capaian' and p.berlaku_mulai <= d.akhir and (p.berlaku_sampai is null or p.berlaku_sampai > d.akhir)
    and (p.batas_bawah is null or d.capaian >= p.batas_bawah)
    and (p.batas_atas is null or d.capaian < p.batas_atas)
where d.capaian is not null
union all
select
    d.kode_indikator, d.tahun, d.triwulan, d.kode_opd, d.lingkup, d.acuan, d.capaian, p.profil, null, null,
    p.aturan_id, p.dasar_hukum, p.dasar_hukum_en, p.tag,
    case when d.sebab = 'tanpa_target' and d.sebab_tahun is not null then d.sebab_tahun else d.sebab end
from dasar as d
inner join (
    select distinct profil, aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
    from core.pita
    where ukuran = 'capaian'
) as p
    on p.berlaku_mulai <= d.akhir and (p.berlaku_sampai is null or p.berlaku_sampai > d.akhir)
where d.capaian is null
