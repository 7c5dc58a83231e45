-- One row per person, kind of assignment, TMT and post: as recorded last, with the OPD and the seat it means. The seat is the
-- master's by its code, by what a person confirmed, or by its exact title within the unit or OPD; a structural or acting post
-- that the master does not name is a provisional seat "unit|title". Functional posts and pelaksana have no seat. In numbers;
-- core.riwayat is the same in words.
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
kursi as (
    -- every way to name a seat of the master: by code, confirmed, by title in the unit, by title in the OPD
    select
        1 as pangkat, kode_jabatan as nama, '' as tempat, kode_jabatan,
        date '1900-01-01' as mulai,
        date '9999-12-31' as sampai
    from core.kursi_master
    union all
    select 2, kunci, kunci_konteks, kode, mulai, sampai from core.judul_dipastikan where kode is not null
    union all
    select 3, kunci_jabatan, kode_unit, kode_jabatan, date '1900-01-01', date '9999-12-31' from judul_unit
    union all
    select 4, kunci_jabatan, kode_opd, kode_jabatan, date '1900-01-01', date '9999-12-31' from judul_opd
),
dikenal as (
    select
        k.pangkat, k.nama, k.tempat, k.mulai, k.sampai, k.kode_jabatan, m.kode_opd, m.kode_unit, m.eselon,
        -- '' where the master knows the seat and gives it no level
        case when m.kode_jabatan is not null then coalesce(m.tingkat, '') end as tingkat,
        coalesce(m.tunggal, true) as tunggal
    from kursi as k
    left join core.kursi_master as m on k.kode_jabatan = m.kode_jabatan
),
terbaca as (
    select
        n.orang, r.jenis_penugasan, r.mulai, r.akhir_tertulis, r.judul, r.kunci_jabatan, r.unor,
        b.kode_opd as opd_tertulis,
        b.kode_unit as unit_tertulis,
        r.kode_jabatan as kode_tertulis,
        r.eselon as eselon_tertulis,
        k.arti as tingkat_tertulis,
        coalesce(d1.kode_jabatan, d2.kode_jabatan, d3.kode_jabatan, d4.kode_jabatan) as kode_jabatan,
        coalesce(d1.kode_opd, d2.kode_opd, d3.kode_opd, d4.kode_opd) as kode_opd,
        coalesce(d1.kode_unit, d2.kode_unit, d3.kode_unit, d4.kode_unit) as kode_unit,
        coalesce(d1.eselon, d2.eselon, d3.eselon, d4.eselon) as eselon,
        coalesce(d1.tingkat, d2.tingkat, d3.tingkat, d4.tingkat) as tingkat,
        coalesce(d1.tunggal, d2.tunggal, d3.tunggal, d4.tunggal) as tunggal,
        r.jenis_penugasan <> 'definitif' or coalesce(k.arti, '') in ('I', 'II', 'III', 'IV') or h.kunci_jabatan is not null
            as struktural,
        g.kata is not null as umum,
        r.cara, r.no_sk, r.tgl_sk, r.kode_sk_batch, r.tmt_pelantikan,
        r.impor_id, r.lembar, r.baris
    from staging.riwayat_jabatan as r
    inner join core.orang_nip as n on r.nip_sah = n.nip
    left join core.unit_berlaku as b
        on r.unor_id is not distinct from b.unor_id and r.unor is not distinct from b.unor
        and r.unor_induk is not distinct from b.unor_induk and r.kode_opd is not distinct from b.kode_opd_tertulis
        and r.mulai >= b.mulai and r.mulai < b.sampai
    left join dikenal as d1 on d1.pangkat = 1 and r.kode_jabatan = d1.nama
    left join dikenal as d2
        on d2.pangkat = 2 and r.kunci_jabatan = d2.nama and lower(b.kode_opd) = d2.tempat
        and r.mulai >= d2.mulai and r.mulai < d2.sampai
    left join dikenal as d3 on d3.pangkat = 3 and r.kunci_jabatan = d3.nama and b.kode_unit = d3.tempat
    left join dikenal as d4 on d4.pangkat = 4 and r.kunci_jabatan = d4.nama and b.kode_opd = d4.tempat
    left join raw.kata_jabatan as k
        on k.jenis = 'jenjang' and upper(replace(replace(replace(r.eselon, '.', ''), '/', ''), ' ', '')) = k.kata
    left join core.judul_pimpinan as h on r.kunci_jabatan = h.kunci_jabatan
    left join raw.kata_jabatan as g on g.jenis = 'umum' and r.kunci_jabatan = g.kata
),
duduk as (
    select
        t.orang, t.jenis_penugasan, t.mulai, t.akhir_tertulis, t.judul, t.kunci_jabatan, t.unor,
        coalesce(t.kode_opd, t.opd_tertulis) as kode_opd,
        coalesce(t.kode_unit, t.unit_tertulis) as kode_unit,
        case
            when t.kode_jabatan is not null then case when t.tunggal then t.kode_jabatan end
            when t.struktural and t.kode_tertulis is not null then t.kode_tertulis
            when t.struktural and t.unit_tertulis is not null
                then t.unit_tertulis || '|' || t.kunci_jabatan
                    || case when t.umum and t.unor is not null then '|' || lower(replace(t.unor, ' ', '')) else '' end
        end as kode_jabatan,
        coalesce(t.eselon, t.eselon_tertulis) as eselon,
        nullif(coalesce(t.tingkat, t.tingkat_tertulis), '') as tingkat,
        t.cara, t.no_sk, t.tgl_sk, t.kode_sk_batch, t.tmt_pelantikan, s.sumber, s.direkam_pada, s.urut, t.lembar, t.baris,
        u.orang is not null as berulang
    from terbaca as t
    inner join staging.riwayat_sumber as s on t.impor_id = s.impor_id and t.lembar is not distinct from s.lembar
    left join core.riwayat_berulang as u
        on t.orang = u.orang and t.jenis_penugasan = u.jenis_penugasan and t.mulai = u.mulai
),
urutan as (
    select
        *,
        row_number() over (
            partition by
                orang, jenis_penugasan, mulai,
                coalesce(kode_jabatan, coalesce(kode_unit, '') || '|' || coalesce(kunci_jabatan, ''))
            order by direkam_pada desc, urut desc, akhir_tertulis desc, no_sk, lembar, baris
        ) as ke
    from duduk
    where berulang
),
terpilih as (
    select
        orang, jenis_penugasan, mulai, akhir_tertulis, kode_jabatan, judul, kode_opd, kode_unit, unor, eselon, tingkat, cara,
        no_sk, tgl_sk, kode_sk_batch, tmt_pelantikan, sumber, baris
    from duduk
    where not berulang
    union all
    select
        orang, jenis_penugasan, mulai, akhir_tertulis, kode_jabatan, judul, kode_opd, kode_unit, unor, eselon, tingkat, cara,
        no_sk, tgl_sk, kode_sk_batch, tmt_pelantikan, sumber, baris
    from urutan
    where ke = 1
)
select
    t.orang, t.jenis_penugasan, t.mulai, t.akhir_tertulis, t.kode_jabatan, t.judul,
    o.opd,
    u.opd as unit,
    t.unor, t.eselon, t.tingkat, t.cara, t.no_sk, t.tgl_sk, t.kode_sk_batch, t.tmt_pelantikan, t.sumber, t.baris
from terpilih as t
left join core.opd_nomor as o on t.kode_opd = o.kode_opd
left join core.opd_nomor as u on t.kode_unit = u.kode_opd
