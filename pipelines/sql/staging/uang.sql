-- One row per stored row of money on belanja (accounts 5): pagu, rak, realisasi and documents with one shape (names apart).
-- jenis: pagu, rak, SP2D, SPJ. slot: what a later import replaces whole: -1 a version of pagu, 0 the year's rak, 1..12 a month.
with
pagu as (
    select
        impor_id, urut, direkam_pada, 'pagu' as jenis, false as register, tahun, -1 as slot, cast(null as integer) as bulan,
        lower(trim(versi)) as versi,
        case
            when tgl_berlaku is not null then tgl_berlaku
            when lower(trim(versi)) = 'murni' then make_date(cast(tahun as integer), 1, 1)
            -- a version without a date is in force from the day it became known, within its year
            else least(
                greatest(cast(direkam_pada as date), make_date(cast(tahun as integer), 1, 1)),
                make_date(cast(tahun as integer), 12, 31)
            )
        end as tgl_berlaku,
        '' as basis, pagu as nilai,
        kode_opd, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
    from raw.pagu
),
rak as (
    select
        impor_id, urut, direkam_pada, 'rak' as jenis, false as register, tahun, 0 as slot, bulan,
        '' as versi, date '1900-01-01' as tgl_berlaku, '' as basis, rak as nilai,
        kode_opd, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
    from raw.rak
),
realisasi as (
    select
        impor_id, urut, direkam_pada, tahap as jenis, false as register, tahun, bulan as slot, bulan,
        '' as versi, date '1900-01-01' as tgl_berlaku, basis, realisasi as nilai,
        kode_opd, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
    from raw.realisasi
),
dokumen_bertanggal as (
    select
        *,
        coalesce(tgl_sp2d, tgl_transfer, tgl_dokumen) as tgl_kas
    from raw.dokumen
    where nomor_sp2d is not null or coalesce(nilai_setoran, 0) <> 0
),
dokumen as (
    select
        impor_id, urut, direkam_pada, 'SP2D' as jenis, true as register, tahun,
        -- money of a year stays in that year: an SP2D dated after 31 December closes December
        case
            when year(tgl_kas) > tahun then 12
            when year(tgl_kas) < tahun then 1
            else month(tgl_kas)
        end as slot,
        case
            when year(tgl_kas) > tahun then 12
            when year(tgl_kas) < tahun then 1
            else month(tgl_kas)
        end as bulan,
        '' as versi, date '1900-01-01' as tgl_berlaku, 'bulanan' as basis,
        case when nomor_sp2d is not null then coalesce(nilai_realisasi, 0) else 0 end - coalesce(nilai_setoran, 0) as nilai,
        kode_opd, kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
    from dokumen_bertanggal
    where tgl_kas is not null
),
semua as (
    select * from pagu
    union all
    select * from rak
    union all
    select * from realisasi
    union all
    select * from dokumen
),
nyata as (
    select
        impor_id, urut, direkam_pada, jenis, register,
        cast(tahun as integer) as tahun,
        cast(slot as integer) as slot,
        cast(bulan as integer) as bulan,
        versi, tgl_berlaku, basis,
        cast(nilai as decimal(18, 2)) as nilai,
        kode_opd as kode_tertulis,
        -- the template code X.XX stands for the first bidang urusan of the unit
        case when kode_opd like '_.__._.__._.__.__.____' then substr(kode_opd, 1, 4) else 'X.XX' end as bidang_unit,
        kode_program, kode_kegiatan, kode_sub_kegiatan, kode_rekening, sumber_dana
    from semua
    where kode_rekening like '5%' and nilai is not null
)
select
    impor_id, urut, direkam_pada, jenis, register, tahun, slot, bulan, versi, tgl_berlaku, basis, nilai, kode_tertulis,
    -- blank rather than null, so that keys can be joined by equality
    case
        when kode_program like 'X.XX%' then bidang_unit || substr(kode_program, 5)
        else coalesce(kode_program, '')
    end as kode_program,
    case
        when kode_kegiatan like 'X.XX%' then bidang_unit || substr(kode_kegiatan, 5)
        else coalesce(kode_kegiatan, '')
    end as kode_kegiatan,
    case
        when kode_sub_kegiatan like 'X.XX%' then bidang_unit || substr(kode_sub_kegiatan, 5)
        else coalesce(kode_sub_kegiatan, '')
    end as kode_sub_kegiatan,
    kode_rekening,
    coalesce(sumber_dana, '') as sumber_dana
from nyata
