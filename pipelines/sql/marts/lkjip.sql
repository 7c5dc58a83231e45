-- One row per indicator, year and quarter of an attainment table (LKjIP): targets of the region, and of each OPD the agreement of
-- its highest level only, each number as written and as a number (…_angka), null where it is a range, a predicate or unreadable.
with
berjenjang as (
    select
        i.*,
        case i.tingkat when 'II' then 1 when 'III' then 2 when 'IV' then 3 when 'JF' then 4 else 0 end as jenjang
    from marts.indikator as i
),
tertinggi as (
    select *, min(jenjang) over (partition by tahun, triwulan, lingkup, kode_opd) as jenjang_tertinggi
    from berjenjang
)
select
    i.tahun, i.triwulan, i.lingkup, i.kode_opd, i.kode_indikator, i.tingkat, i.misi, i.tujuan, i.sasaran, i.jenis, i.indikator,
    i.satuan, i.arah, i.metode, i.entri, i.cara, i.target_bawah < i.target_atas as rentang,
    i.target_tahun, case when i.target_bawah = i.target_atas and i.metode <> 'predikat' then i.target_bawah end as target_tahun_angka,
    case when i.metode = 'predikat' then i.tertulis end as realisasi,
    case when i.metode <> 'predikat' then i.nilai end as realisasi_angka,
    i.capaian_tahun, i.sebab_tahun, i.lengkap,
    i.realisasi_tahun_lalu,
    case when i.metode <> 'predikat' and a.bawah = a.atas and not a.meragukan then a.bawah end as realisasi_tahun_lalu_angka,
    i.target_akhir,
    case when i.metode <> 'predikat' and b.bawah = b.atas and not b.meragukan then b.bawah end as target_akhir_angka,
    i.tahun_akhir, i.capaian_akhir, i.sebab_akhir,
    i.pembanding_nasional,
    case
        when i.metode = 'predikat' then cast(null as decimal(18, 4))
        when i.sumber_nasional is not null then try_cast(replace(i.pembanding_nasional, ',', '.') as decimal(18, 4))
        when c.bawah = c.atas and not c.meragukan then c.bawah
    end as pembanding_nasional_angka,
    i.sumber_nasional,
    i.pembanding_provinsi,
    case
        when i.metode = 'predikat' then cast(null as decimal(18, 4))
        when i.sumber_provinsi is not null then try_cast(replace(i.pembanding_provinsi, ',', '.') as decimal(18, 4))
        when d.bawah = d.atas and not d.meragukan then d.bawah
    end as pembanding_provinsi_angka,
    i.sumber_provinsi,
    i.sumber, i.predikat, i.rata_batas, i.impor_id, i.impor_realisasi, i.baris
from tertinggi as i
left join staging.tulisan_angka as a on trim(i.realisasi_tahun_lalu) = a.kata
left join staging.tulisan_angka as b on i.target_akhir = b.kata
left join staging.tulisan_angka as c on trim(i.pembanding_nasional) = c.kata
left join staging.tulisan_angka as d on trim(i.pembanding_provinsi) = d.kata
where i.lingkup = 'daerah' or i.jenjang = i.jenjang_tertinggi
