-- One row per year, quarter looked at, OPD, line of the Renja and indicator on it: the columns of form E.81, what is written and
-- its number (…_angka). Money stands on the first row of its line only (ke = 1); a line of the budget without indicators has one
-- row. A quarter after the one looked at, or not reported, is null. Column 14 of an indicator is its attainment of the end of the
-- Renstra, by its own direction; lanjut and rp_lanjut are column 12 over column 7: the year's progress, another number.
with
triwulanan as (
    select
        kode_indikator, tahun,
        max(case when triwulan = 1 and not percobaan then realisasi end) as tw1,
        max(case when triwulan = 2 and not percobaan then realisasi end) as tw2,
        max(case when triwulan = 3 and not percobaan then realisasi end) as tw3,
        max(case when triwulan = 4 and not percobaan then realisasi end) as tw4,
        max(case when triwulan = 1 and not percobaan then angka end) as tw1_angka,
        max(case when triwulan = 2 and not percobaan then angka end) as tw2_angka,
        max(case when triwulan = 3 and not percobaan then angka end) as tw3_angka,
        max(case when triwulan = 4 and not percobaan then angka end) as tw4_angka
    from core.realisasi_indikator
    group by kode_indikator, tahun
),
setelan as (
    select
        max(case when kunci = 'rata_batas' then nilai end) as rata_batas,
        max(case when kunci = 'predikat_cara' then nilai end) as predikat_cara
    from raw.target_setelan
),
indikator as (
    select
        r.tingkat, r.kunci, i.kode_opd, i.tahun, i.triwulan, i.kode_indikator, i.sasaran, i.indikator, i.satuan, i.arah,
        i.metode, i.entri, a.cara,
        nullif(trim(i.target_akhir), '') as target_akhir,
        nullif(trim(i.realisasi_renstra), '') as realisasi_renstra,
        nullif(trim(coalesce(i.target_tahun, i.target_tw4)), '') as target_tahun,
        i.impor_id, s.impor_realisasi, s.nilai, s.tertulis, s.lengkap, s.sebab, s.triwulan_terakhir,
        a.nilai_akhir, a.capaian_akhir, a.sebab_akhir, a.capaian_tahun, a.sebab_tahun,
        p.realisasi is not null and p.percobaan as percobaan,
        nullif(trim(p.pendorong), '') as pendorong,
        nullif(trim(p.penghambat), '') as penghambat,
        nullif(trim(p.tindak_lanjut), '') as tindak_lanjut,
        row_number() over (
            partition by r.tahun, r.triwulan, r.kode_opd, r.tingkat, r.kunci order by i.kode_indikator
        ) as ke
    from core.indikator_renja as r
    inner join core.indikator as i
        on r.kode_indikator = i.kode_indikator and r.tahun = i.tahun and r.triwulan = i.triwulan
    inner join core.indikator_sampai as s
        on i.kode_indikator = s.kode_indikator and i.tahun = s.tahun and i.triwulan = s.triwulan
    inner join core.capaian_sisi as a on i.kode_indikator = a.kode_indikator and i.tahun = a.tahun and i.triwulan = a.triwulan
    left join core.realisasi_indikator as p
        on i.kode_indikator = p.kode_indikator and i.tahun = p.tahun and i.triwulan = p.triwulan
)
select
    b.tahun, b.triwulan, b.kode_opd, b.urut, b.tingkat, nullif(b.kode, '') as kode,
    b.kode_program, b.kode_kegiatan, b.kode_sub_kegiatan, b.kunci, b.berpagu,
    cast(coalesce(i.ke, 1) as integer) as ke,
    i.kode_indikator, i.sasaran, i.indikator, i.satuan, i.arah, i.metode, i.entri, i.cara,
    i.target_akhir,
    case when i.metode <> 'predikat' and l5.bawah = l5.atas and not l5.meragukan then l5.bawah end as target_akhir_angka,
    i.realisasi_renstra,
    case when i.metode <> 'predikat' and l6.bawah = l6.atas and not l6.meragukan then l6.bawah end as realisasi_renstra_angka,
    i.target_tahun,
    case when i.metode <> 'predikat' and l7.bawah = l7.atas and not l7.meragukan then l7.bawah end as target_tahun_angka,
    q.tw1, case when i.metode <> 'predikat' then q.tw1_angka end as tw1_angka,
    case when b.triwulan >= 2 then q.tw2 end as tw2,
    case when b.triwulan >= 2 and i.metode <> 'predikat' then q.tw2_angka end as tw2_angka,
    case when b.triwulan >= 3 then q.tw3 end as tw3,
    case when b.triwulan >= 3 and i.metode <> 'predikat' then q.tw3_angka end as tw3_angka,
    case when b.triwulan >= 4 then q.tw4 end as tw4,
    case when b.triwulan >= 4 and i.metode <> 'predikat' then q.tw4_angka end as tw4_angka,
    -- a predicate stands as it is written; of everything else the number
    case when i.metode = 'predikat' and i.sebab is null then i.tertulis end as realisasi,
    case when i.metode <> 'predikat' then i.nilai end as realisasi_angka,
    case when i.metode <> 'predikat' then i.nilai_akhir end as realisasi_akhir_angka,
    i.capaian_akhir, i.sebab_akhir, i.capaian_tahun as lanjut, i.sebab_tahun as sebab_lanjut,
    i.lengkap, i.triwulan_terakhir, i.sebab, i.percobaan, i.pendorong, i.penghambat, i.tindak_lanjut,
    case when coalesce(i.ke, 1) = 1 then b.pagu_renstra end as rp_target_akhir,
    case when coalesce(i.ke, 1) = 1 then b.keuangan_renstra end as rp_renstra,
    case when coalesce(i.ke, 1) = 1 then b.pagu end as rp_target_tahun,
    case when coalesce(i.ke, 1) = 1 then b.tw1 end as rp_tw1,
    case when coalesce(i.ke, 1) = 1 then b.tw2 end as rp_tw2,
    case when coalesce(i.ke, 1) = 1 then b.tw3 end as rp_tw3,
    case when coalesce(i.ke, 1) = 1 then b.tw4 end as rp_tw4,
    case when coalesce(i.ke, 1) = 1 then b.realisasi end as rp_realisasi,
    case when coalesce(i.ke, 1) = 1 then b.realisasi_akhir end as rp_realisasi_akhir,
    case when coalesce(i.ke, 1) = 1 then cast(
        round(10000 * cast(b.realisasi_akhir as double) / nullif(cast(b.pagu_renstra as double), 0), 0) / 100 as decimal(18, 2)
    ) end as rp_capaian_akhir,
    case when coalesce(i.ke, 1) = 1 then cast(
        round(10000 * cast(b.realisasi as double) / nullif(cast(b.pagu as double), 0), 0) / 100 as decimal(18, 2)
    ) end as rp_lanjut,
    b.renstra_berbeda, b.bulan_lapor, i.impor_id, i.impor_realisasi,
    u.rata_batas, u.predikat_cara
from core.baris_renja as b
cross join setelan as u
left join indikator as i
    on b.tahun = i.tahun and b.triwulan = i.triwulan and b.kode_opd = i.kode_opd and b.tingkat = i.tingkat and b.kunci = i.kunci
left join triwulanan as q on i.kode_indikator = q.kode_indikator and i.tahun = q.tahun
left join staging.tulisan_angka as l5 on i.target_akhir = l5.kata
left join staging.tulisan_angka as l6 on i.realisasi_renstra = l6.kata
left join staging.tulisan_angka as l7 on i.target_tahun = l7.kata
