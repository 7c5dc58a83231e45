-- One row per area, indicator, year, period and kind of figure (nilai, nasional, target_rkp, target_rpjmn, target_rkpd,
-- target_kewilayahan): the figure released last, of one day the one recorded last, of one file the one under the area's code of today.
-- A blank cell takes nothing back.
with
tertulis as (
    select
        k.kode as kode_wilayah,
        trim(r.kode_wilayah) <> k.kode as kode_lain,
        r.nama_wilayah,
        trim(r.kode_makro) as kode_makro,
        cast(r.tahun as integer) as tahun,
        coalesce(nullif(trim(r.periode), ''), '00') as periode,
        r.indikator, r.satuan, r.versi, r.sumber, r.urut, r.impor_id, r.lembar, r.baris,
        r.nilai, r.nasional, r.target_rkp, r.target_rpjmn, r.target_rkpd, r.target_kewilayahan
    from raw.indikator_wilayah as r
    inner join staging.wilayah_kode as k on r.kode_wilayah = k.tertulis
),
memanjang as (
    select *, 'nilai' as jenis, nilai as angka from tertulis where nilai is not null
    union all
    select *, 'nasional', nasional from tertulis where nasional is not null
    union all
    select *, 'target_rkp', target_rkp from tertulis where target_rkp is not null
    union all
    select *, 'target_rpjmn', target_rpjmn from tertulis where target_rpjmn is not null
    union all
    select *, 'target_rkpd', target_rkpd from tertulis where target_rkpd is not null
    union all
    select *, 'target_kewilayahan', target_kewilayahan from tertulis where target_kewilayahan is not null
),
urutan as (
    select
        *,
        row_number() over (
            partition by kode_wilayah, kode_makro, tahun, periode, jenis
            order by coalesce(versi, date '1900-01-01') desc, urut desc, impor_id desc, kode_lain, lembar, baris
        ) as ke
    from memanjang
)
select
    kode_wilayah, nama_wilayah, kode_makro, tahun, periode, jenis, angka, indikator, satuan, versi, sumber, impor_id, lembar, baris
from urutan
where ke = 1
