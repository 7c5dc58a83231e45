-- One row per SKP of the people with several in a period: the plan, and the evaluation that belongs to it.
-- An evaluation belongs to the plan of the same id, else of the same unit; one whose unit is not known to the plan that
-- reaches the end of the period. Without a plan it stands for itself: who was assessed has had an approved plan.
with
rencana as (
    select * from core.skp_berlaku where sebagai = 'rencana'
),
nilai as (
    select * from core.skp_berlaku where sebagai = 'nilai'
),
calon as (
    select
        n.impor_id, n.lembar, n.baris, n.tgl_penilaian, n.urut,
        r.impor_id as r_impor_id, r.lembar as r_lembar, r.baris as r_baris,
        case
            when n.impor_id = r.impor_id and n.lembar = r.lembar and n.baris = r.baris then 1
            when n.id_sumber = r.id_sumber then 2
            when n.kode_opd = r.kode_opd and n.mulai < r.sampai and r.mulai < n.sampai then 3
            when (n.kode_opd is null or r.kode_opd is null) and n.mulai < r.sampai and r.mulai < n.sampai then 4
        end as dekat,
        r.sampai as r_sampai, r.mulai as r_mulai
    from nilai as n
    inner join rencana as r
        on n.orang_id = r.orang_id and n.tahun = r.tahun and n.jenis_periode = r.jenis_periode and n.periode = r.periode
        and n.plt = r.plt
),
terdekat as (
    select
        *,
        row_number() over (
            partition by impor_id, lembar, baris
            order by dekat, r_sampai desc, r_mulai desc, r_impor_id desc, r_lembar, r_baris
        ) as ke
    from calon
    where dekat is not null
),
berpasangan as (
    select
        *,
        row_number() over (
            partition by r_impor_id, r_lembar, r_baris
            order by dekat, urut desc, tgl_penilaian desc nulls last, impor_id, lembar, baris
        ) as giliran
    from terdekat
    where ke = 1
),
gabungan as (
    select
        r.orang_id, r.tahun, r.jenis_periode, r.periode, r.periode_awal, r.periode_akhir, r.plt,
        r.mulai, r.sampai,
        coalesce(r.kode_opd, n.kode_opd) as kode_opd,
        coalesce(r.nama_jabatan, n.nama_jabatan) as nama_jabatan,
        coalesce(r.peran_pegawai, n.peran_pegawai) as peran_pegawai,
        r.disetujui,
        n.impor_id is not null as ada_nilai,
        n.hasil, n.perilaku, n.predikat, n.nilai_lama, n.ide_baru, n.tgl_penilaian, r.rezim,
        greatest(r.urut, coalesce(n.urut, 0)) as urut,
        coalesce(n.impor_id, r.impor_id) as impor_id,
        coalesce(n.lembar, r.lembar) as lembar,
        coalesce(n.baris, r.baris) as baris
    from rencana as r
    left join berpasangan as p
        on r.impor_id = p.r_impor_id and r.lembar = p.r_lembar and r.baris = p.r_baris and p.giliran = 1
    left join nilai as n on p.impor_id = n.impor_id and p.lembar = n.lembar and p.baris = n.baris
    union all
    select
        n.orang_id, n.tahun, n.jenis_periode, n.periode, n.periode_awal, n.periode_akhir, n.plt,
        n.mulai, n.sampai, n.kode_opd, n.nama_jabatan, n.peran_pegawai, n.disetujui, true,
        n.hasil, n.perilaku, n.predikat, n.nilai_lama, n.ide_baru, n.tgl_penilaian, n.rezim, n.urut,
        n.impor_id, n.lembar, n.baris
    from nilai as n
    left join terdekat as t on n.impor_id = t.impor_id and n.lembar = t.lembar and n.baris = t.baris and t.ke = 1
    where t.impor_id is null
)
select
    *,
    cast(row_number() over (
        partition by orang_id, tahun, jenis_periode, periode
        order by plt, mulai, sampai, kode_opd, nama_jabatan, predikat, impor_id, lembar, baris
    ) as integer) as segmen
from gabungan
