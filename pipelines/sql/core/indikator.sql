-- One row per indicator, year and quarter in which it is in force, by the version whose dates hold at the quarter's end: a target
-- of the region (lingkup daerah) or of a post's agreement (pk), how it is counted, and its targets as written. A code belongs to
-- one of the two; the region's wins. Of two versions in force the later one counts, of one version what was recorded last.
with
semua as (
    select
        'daerah' as lingkup, 1 as ke_lingkup, trim(kode_indikator) as kode_indikator, cast(tahun as integer) as tahun,
        indikator, satuan, arah, metode, entri, rumus_turun, trim(skala) as skala,
        target_tahun, target_tw1, target_tw2, target_tw3, target_tw4, realisasi_tahun_lalu,
        target_rpjmd as target_akhir, tahun_rpjmd as tahun_akhir,
        visi, misi, tujuan, sasaran, jenis, pembanding_nasional, pembanding_provinsi, opd_pengampu, ketua_tim, sumber,
        cast(null as varchar) as tingkat, cast(null as varchar) as kode_opd_tertulis, cast(null as varchar) as kode_jabatan,
        cast(null as varchar) as nip, cast(null as varchar) as induk, cast(null as decimal(18, 4)) as bobot,
        cast(null as varchar) as kode_program, cast(null as varchar) as kode_kegiatan,
        cast(null as varchar) as kode_sub_kegiatan, cast(null as varchar) as realisasi_renstra,
        cast(null as decimal(18, 2)) as pagu_renstra, cast(null as decimal(18, 2)) as keuangan_renstra,
        cast(null as date) as berlaku_mulai, cast(null as date) as berlaku_sampai,
        urut, impor_id, lembar, baris
    from raw.target_daerah
    union all
    select
        'pk', 2, trim(kode_indikator), cast(tahun as integer), indikator, satuan, arah, metode, entri, rumus_turun, trim(skala),
        target_tahun, target_tw1, target_tw2, target_tw3, target_tw4, realisasi_tahun_lalu,
        target_renstra, null,
        null, null, null, sasaran, null, null, null, null, null, null,
        tingkat, trim(kode_opd), trim(kode_jabatan), nip, trim(kode_indikator_induk), bobot,
        trim(kode_program), trim(kode_kegiatan), trim(kode_sub_kegiatan), realisasi_renstra, pagu_renstra, keuangan_renstra,
        berlaku_mulai, berlaku_sampai, urut, impor_id, lembar, baris
    from raw.pk_indikator
),
triwulan as (
    select cast(tahun as integer) as tahun, cast(bulan / 3 as integer) as triwulan, akhir
    from raw.kalender
    where bulan % 3 = 0
),
urutan as (
    select
        s.*, t.triwulan, t.akhir,
        row_number() over (
            partition by s.kode_indikator, s.tahun, t.triwulan
            order by
                s.ke_lingkup, coalesce(s.berlaku_mulai, date '1900-01-01') desc, s.urut desc, s.impor_id desc, s.lembar, s.baris
        ) as ke
    from semua as s
    inner join triwulan as t
        on s.tahun = t.tahun
        and (s.berlaku_mulai is null or s.berlaku_mulai <= t.akhir)
        and (s.berlaku_sampai is null or s.berlaku_sampai >= t.akhir)
)
select
    u.*,
    coalesce(k.kode_unit, u.kode_opd_tertulis) as kode_unit,
    -- a bagian's agreement is answered for by its OPD
    coalesce(k.kode_opd, u.kode_opd_tertulis) as kode_opd
from urutan as u
left join core.unit_kode as k on u.kode_opd_tertulis = k.kode_tertulis
where u.ke = 1
