-- One row per kind of name (opd, program, kegiatan, sub_kegiatan, rekening), year, code and spelling: where it was read last.
with
berkas as (
    select
        tahun, kode_opd, nama_opd, kode_program, nama_program, kode_kegiatan, nama_kegiatan, kode_sub_kegiatan,
        nama_sub_kegiatan, kode_rekening, nama_rekening, direkam_pada, urut
    from raw.pagu
    union all
    select
        tahun, kode_opd, nama_opd, kode_program, nama_program, kode_kegiatan, nama_kegiatan, kode_sub_kegiatan,
        nama_sub_kegiatan, kode_rekening, nama_rekening, direkam_pada, urut
    from raw.rak
    union all
    select
        tahun, kode_opd, nama_opd, kode_program, nama_program, kode_kegiatan, nama_kegiatan, kode_sub_kegiatan,
        nama_sub_kegiatan, kode_rekening, nama_rekening, direkam_pada, urut
    from raw.realisasi
    union all
    select
        tahun, kode_opd, nama_opd, kode_program, nama_program, kode_kegiatan, nama_kegiatan, kode_sub_kegiatan,
        nama_sub_kegiatan, kode_rekening, nama_rekening, direkam_pada, urut
    from raw.dokumen
),
pasangan as (
    select 'opd' as jenis, kode_opd, tahun, kode_opd as kode, nama_opd as nama, max(direkam_pada) as direkam_pada, max(urut) as urut
    from berkas
    group by kode_opd, tahun, nama_opd
    union all
    select 'program', kode_opd, tahun, kode_program, nama_program, max(direkam_pada), max(urut)
    from berkas
    where kode_program is not null and nama_program is not null
    group by kode_opd, tahun, kode_program, nama_program
    union all
    select 'kegiatan', kode_opd, tahun, kode_kegiatan, nama_kegiatan, max(direkam_pada), max(urut)
    from berkas
    where kode_kegiatan is not null and nama_kegiatan is not null
    group by kode_opd, tahun, kode_kegiatan, nama_kegiatan
    union all
    select 'sub_kegiatan', kode_opd, tahun, kode_sub_kegiatan, nama_sub_kegiatan, max(direkam_pada), max(urut)
    from berkas
    where kode_sub_kegiatan is not null and nama_sub_kegiatan is not null
    group by kode_opd, tahun, kode_sub_kegiatan, nama_sub_kegiatan
    union all
    select 'rekening', '', tahun, kode_rekening, nama_rekening, max(direkam_pada), max(urut)
    from berkas
    where kode_rekening is not null and nama_rekening is not null
    group by tahun, kode_rekening, nama_rekening
)
select
    jenis,
    cast(tahun as integer) as tahun,
    -- the template code X.XX stands for the first bidang urusan of the unit
    case
        when kode like 'X.XX%' and kode_opd like '_.__._.__._.__.__.____' then substr(kode_opd, 1, 4) || substr(kode, 5)
        else kode
    end as kode,
    nama,
    max(direkam_pada) as direkam_pada,
    max(urut) as urut
from pasangan
group by
    jenis, tahun,
    case
        when kode like 'X.XX%' and kode_opd like '_.__._.__._.__.__.____' then substr(kode_opd, 1, 4) || substr(kode, 5)
        else kode
    end,
    nama
