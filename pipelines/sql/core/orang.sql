-- One row per person of whom any list of staff speaks: as the latest list says, and from which day no longer at work.
with
tercatat as (
    select n.orang_id, n.orang, g.*
    from staging.pegawai as g
    inner join core.orang_nip as n on case when not g.bertentangan then g.nip end = n.nip
),
berulang as (
    select orang from tercatat group by orang having count(*) > 1
),
daftar as (
    select t.*, 1 as ke
    from tercatat as t
    left join berulang as u on t.orang = u.orang
    where u.orang is null
    union all
    select
        t.*,
        row_number() over (
            partition by t.orang
            order by t.tgl_daftar desc, t.direkam_pada desc, t.urut desc, substr(t.nip, 9, 6) desc, t.nip desc
        )
    from tercatat as t
    inner join berulang as u on t.orang = u.orang
),
status as (
    select
        d.status_aktif,
        max(case when k.kata is not null then 1 else 0 end) as berakhir
    from (select distinct status_aktif from daftar) as d
    left join raw.kata_jabatan as k on k.jenis = 'tidak_aktif' and lower(trim(d.status_aktif)) like k.kata
    group by d.status_aktif
)
select
    d.orang_id, d.orang, d.nip, d.nama, d.gelar_depan, d.gelar_belakang, d.jenis, d.gol_ruang, d.pendidikan,
    b.kode_opd, b.kode_unit, d.nama_jabatan, d.jenis_jabatan, d.tmt_jabatan, d.bup_tanggal, d.status_aktif, d.tgl_daftar,
    coalesce(s.berakhir, 0) = 0 as aktif,
    -- an age limit that a later list contradicts ends nothing
    case
        when coalesce(s.berakhir, 0) = 1 then least(coalesce(d.bup_tanggal, d.tgl_daftar), d.tgl_daftar)
        when d.bup_tanggal >= d.tgl_daftar then d.bup_tanggal
    end as berhenti
from daftar as d
left join status as s on d.status_aktif is not distinct from s.status_aktif
left join core.unit_berlaku as b
    on d.unor_id is not distinct from b.unor_id and d.unor is not distinct from b.unor and b.unor_induk is null
    and d.kode_opd is not distinct from b.kode_opd_tertulis
    and d.tgl_daftar >= b.mulai and d.tgl_daftar < b.sampai
where d.ke = 1
