-- One row per person, kind of assignment, TMT and post: as recorded last, with the OPD and the seat it means. The seat is the
-- master's by its code, by what a person confirmed, or by its exact title within the unit or OPD; a structural or acting post
-- that the master does not name is a provisional seat "unit|title". Functional posts and pelaksana have no seat.
with
judul_unit as (
    select kode_unit, kunci_jabatan, min(kode_jabatan) as kode_jabatan
    from core.kursi_master
    group by kode_unit, kunci_jabatan
    having count(*) = 1
),
judul_opd as (
    select kode_opd, kunci_jabatan, min(kode_jabatan) as kode_jabatan
    from core.kursi_master
    group by kode_opd, kunci_jabatan
    having count(*) = 1
),
padanan as (
    select
        kunci, kunci_konteks, kode,
        row_number() over (partition by kunci, kunci_konteks order by mulai desc, kode) as ke
    from staging.padanan
    where jenis = 'jabatan'
),
terbaca as (
    select
        n.orang_id, r.jenis_penugasan, r.mulai, r.akhir_tertulis, r.kunci_jabatan, r.nama_jabatan, r.unor,
        b.kode_opd, b.kode_unit,
        coalesce(s1.kode_jabatan, p.kode, s2.kode_jabatan, s3.kode_jabatan) as kode_master,
        r.kode_jabatan as kode_tertulis,
        r.eselon,
        k.arti as tingkat,
        r.jenis_penugasan <> 'definitif' or coalesce(k.arti, '') in ('I', 'II', 'III', 'IV') or h.kunci_jabatan is not null
            as struktural,
        g.kata is not null as umum,
        r.cara, r.no_sk, r.tgl_sk, r.kode_sk_batch, r.tmt_pelantikan,
        r.impor_id, r.urut, r.direkam_pada, r.lembar, r.baris
    from staging.riwayat_jabatan as r
    inner join core.orang_nip as n on r.nip = n.nip
    left join core.unit_berlaku as b
        on r.unor_id is not distinct from b.unor_id and r.unor is not distinct from b.unor
        and r.unor_induk is not distinct from b.unor_induk and r.kode_opd is not distinct from b.kode_opd_tertulis
        and r.mulai >= b.mulai and r.mulai < b.sampai
    left join core.kursi_master as s1 on r.kode_jabatan = s1.kode_jabatan
    left join padanan as p
        on p.ke = 1 and r.kunci_jabatan = p.kunci and lower(b.kode_opd) = p.kunci_konteks
    left join judul_unit as s2 on b.kode_unit = s2.kode_unit and r.kunci_jabatan = s2.kunci_jabatan
    left join judul_opd as s3 on b.kode_opd = s3.kode_opd and r.kunci_jabatan = s3.kunci_jabatan
    left join raw.kata_jabatan as k
        on k.jenis = 'jenjang' and upper(replace(replace(replace(r.eselon, '.', ''), '/', ''), ' ', '')) = k.kata
    left join core.judul_pimpinan as h on r.kunci_jabatan = h.kunci_jabatan
    left join raw.kata_jabatan as g on g.jenis = 'umum' and r.kunci_jabatan = g.kata
    where not r.bertentangan and not r.terbalik
),
duduk as (
    select
        t.orang_id, t.jenis_penugasan, t.mulai, t.akhir_tertulis, t.kunci_jabatan, t.nama_jabatan, t.unor,
        coalesce(m.kode_opd, t.kode_opd) as kode_opd,
        coalesce(m.kode_unit, t.kode_unit) as kode_unit,
        case
            when m.kode_jabatan is not null then case when m.tunggal then m.kode_jabatan end
            when t.kode_master is not null then t.kode_master
            when t.struktural and t.kode_tertulis is not null then t.kode_tertulis
            when t.struktural and t.kode_unit is not null
                then t.kode_unit || '|' || t.kunci_jabatan
                    || case when t.umum and t.unor is not null then '|' || lower(replace(t.unor, ' ', '')) else '' end
        end as kode_jabatan,
        coalesce(m.eselon, t.eselon) as eselon,
        coalesce(m.tingkat, t.tingkat) as tingkat,
        t.cara, t.no_sk, t.tgl_sk, t.kode_sk_batch, t.tmt_pelantikan,
        t.impor_id, t.urut, t.direkam_pada, t.lembar, t.baris
    from terbaca as t
    left join core.kursi_master as m on t.kode_master = m.kode_jabatan
),
urutan as (
    select
        *,
        row_number() over (
            partition by
                orang_id, jenis_penugasan, mulai,
                coalesce(kode_jabatan, coalesce(kode_unit, '') || '|' || coalesce(kunci_jabatan, ''))
            order by direkam_pada desc, urut desc, akhir_tertulis desc, no_sk, lembar, baris
        ) as ke
    from duduk
)
select
    orang_id, jenis_penugasan, mulai, akhir_tertulis, kode_jabatan, kunci_jabatan, nama_jabatan, kode_opd, kode_unit, unor,
    eselon, tingkat, cara, no_sk, tgl_sk, kode_sk_batch, tmt_pelantikan, impor_id, urut, direkam_pada, lembar, baris
from urutan
where ke = 1
