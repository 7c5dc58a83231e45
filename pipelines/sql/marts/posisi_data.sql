-- One row per OPD and source (realisasi, rak, pagu, fisik, pegawai, riwayat_jabatan, skp, target): the last month it speaks of,
-- and the import that says so.
-- tanpa_tanggal: a ceiling whose version carries no date is in force from the day it was recorded, which is no date of its own.
with
tanpa_tanggal as (
    select impor_id, lower(trim(versi)) as versi
    from raw.pagu
    where lower(trim(versi)) <> 'murni'
    group by impor_id, lower(trim(versi))
    having count(tgl_berlaku) = 0
),
titik as (
    select a.kode_opd, 'realisasi' as sumber, l.tahun, l.bulan, l.impor_id, l.direkam_pada, l.urut, '' as versi
    from core.liputan as l
    inner join core.anggota as a on l.tahun = a.tahun and l.bulan = a.bulan and l.kode_unit = a.kode_unit
    where l.jenis = 'SP2D' and l.bobot = 1
    union all
    select a.kode_opd, 'rak', r.tahun, r.bulan, l.impor_id, l.direkam_pada, l.urut, ''
    from core.status_rak as r
    inner join core.liputan as l on l.jenis = 'rak' and r.tahun = l.tahun and r.kode_induk = l.kode_induk
    inner join core.anggota as a on r.tahun = a.tahun and r.bulan = a.bulan and l.kode_unit = a.kode_unit
    where r.bulan_diketahui
    union all
    select
        a.kode_opd, 'pagu', l.tahun,
        -- the ceiling is as fresh as the version in force, not as the calendar
        case when year(l.tgl_berlaku) = l.tahun then month(l.tgl_berlaku) else 1 end,
        l.impor_id, l.direkam_pada, l.urut, l.versi
    from core.liputan as l
    inner join core.anggota as a on l.tahun = a.tahun and l.bulan = a.bulan and l.kode_unit = a.kode_unit
    where l.jenis = 'pagu'
    union all
    select a.kode_opd, 'fisik', f.tahun, f.bulan, f.impor_id, f.direkam_pada, 0, ''
    from staging.fisik as f
    inner join core.unit as u on f.tahun = u.tahun and f.kode_tertulis = u.kode_tertulis
    inner join core.anggota as a on f.tahun = a.tahun and f.bulan = a.bulan and u.kode_unit = a.kode_unit
    where f.real_fisik is not null
    union all
    -- a list of staff is as old as the day it speaks of
    select b.kode_opd, 'pegawai', year(d.tgl_daftar), month(d.tgl_daftar), d.impor_id, d.direkam_pada, d.urut, ''
    from (
        select distinct unor_id, unor, kode_opd, tgl_daftar, impor_id, direkam_pada, urut from staging.pegawai
    ) as d
    inner join core.unit_berlaku as b
        on d.unor_id is not distinct from b.unor_id and d.unor is not distinct from b.unor and b.unor_induk is null
        and d.kode_opd is not distinct from b.kode_opd_tertulis
        and d.tgl_daftar >= b.mulai and d.tgl_daftar < b.sampai
    where b.kode_opd is not null
    union all
    -- a history tells how things are on the day it is recorded: that nobody moved since is told too
    select r.kode_opd, 'riwayat_jabatan', year(i.direkam_pada), month(i.direkam_pada), a.impor_id, i.direkam_pada, i.urut, ''
    from (select distinct opd, sumber from core.riwayat_ringkas) as b
    inner join core.opd_nomor as r on b.opd = r.opd
    inner join staging.riwayat_sumber as a on b.sumber = a.sumber
    inner join raw.impor as i on a.impor_id = i.impor_id
    union all
    -- a plan for the rest of a year tells nothing of days after it was recorded
    select
        s.kode_opd, 'skp',
        year(least(s.akhir, cast(i.direkam_pada as date))), month(least(s.akhir, cast(i.direkam_pada as date))),
        s.impor_id, i.direkam_pada, i.urut, ''
    from (
        select n.kode_opd, a.impor_id, max(p.akhir) as akhir
        from (select distinct opd, sumber, kurun from core.skp_ringkas) as b
        inner join core.opd_nomor as n on b.opd = n.opd
        inner join staging.skp_sumber as a on b.sumber = a.sumber
        inner join core.skp_periode as p on b.kurun = p.kurun
        group by n.kode_opd, a.impor_id
    ) as s
    inner join raw.impor as i on s.impor_id = i.impor_id
    union all
    -- agreements are as fresh as the last quarter told of them
    select t.kode_opd, 'target', t.tahun, 3 * t.triwulan, t.impor_id, i.direkam_pada, i.urut, ''
    from (
        select distinct n.kode_opd, r.tahun, r.triwulan, r.impor_id
        from core.realisasi_indikator as r
        inner join core.indikator as n
            on r.kode_indikator = n.kode_indikator and r.tahun = n.tahun and r.triwulan = n.triwulan
        where n.lingkup = 'pk'
    ) as t
    inner join raw.impor as i on t.impor_id = i.impor_id
),
urutan as (
    select
        *,
        row_number() over (
            partition by kode_opd, sumber order by tahun desc, bulan desc, direkam_pada desc, urut desc, impor_id
        ) as ke
    from titik
)
select
    u.kode_opd, u.sumber,
    cast(u.tahun as varchar) || '-' || lpad(cast(u.bulan as varchar), 2, '0') as posisi_terakhir,
    u.direkam_pada, u.impor_id,
    i.format,
    t.impor_id is not null as tanpa_tanggal
from urutan as u
left join raw.impor as i on u.impor_id = i.impor_id
left join tanpa_tanggal as t on u.sumber = 'pagu' and u.impor_id = t.impor_id and u.versi = t.versi
where u.ke = 1
