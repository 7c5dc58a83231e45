-- One row per newly appointed official, target and span of days [dari, sampai) in which one statement of progress was the last:
-- what is promised, how far, the evaluator's verdict, and the days of the clock (mulai = day 0, hari_100). From day 0 until the
-- first statement nothing is known of it.
with
terbaca as (
    select
        o.orang_id, trim(s.kode_jabatan) as kode_jabatan, s.tmt, cast(s.nomor as integer) as nomor, s.jenis, s.target, s.ukuran,
        s.bukti, s.kemajuan, s.putusan, s.catatan,
        coalesce(s.tgl_kemajuan, cast(s.direkam_pada as date)) as dari,
        s.tgl_kemajuan, s.impor_id, s.baris,
        coalesce(s.nip, s.nip_angka, s.nama) as kunci_orang,
        row_number() over (
            partition by
                coalesce(s.nip, s.nip_angka, s.nama), s.tmt, s.nomor, coalesce(s.tgl_kemajuan, cast(s.direkam_pada as date))
            order by s.urut desc, s.impor_id desc, s.lembar, s.baris
        ) as ke
    from raw.seratus_hari as s
    left join core.orang_nip as o on s.nip = o.nip
),
berurut as (
    select
        *,
        row_number() over (partition by kunci_orang, tmt, nomor order by dari) as pernyataan,
        lead(dari) over (partition by kunci_orang, tmt, nomor order by dari) as berikut
    from terbaca
    where ke = 1
),
dilantik as (
    select
        b.kunci_orang, b.tmt, max(coalesce(p.tmt_pelantikan, p.masa_mulai)) as mulai, max(p.cara) as cara,
        max(p.kode_opd) as kode_opd
    from berurut as b
    inner join marts.pemegang as p
        on b.kode_jabatan = p.kode_jabatan and b.orang_id = p.orang_id and p.keadaan = 'definitif' and p.masa_mulai = b.tmt
    group by b.kunci_orang, b.tmt
),
diketahui as (
    select b.*, d.cara, d.kunci_orang is not null as tercatat, d.kode_opd as opd_dilantik, coalesce(d.mulai, b.tmt) as mulai
    from berurut as b
    left join dilantik as d on b.kunci_orang = d.kunci_orang and b.tmt = d.tmt
),
pernyataan as (
    select
        orang_id, kode_jabatan, tmt, nomor, jenis, target, ukuran, cara, tercatat, opd_dilantik, mulai, impor_id, baris,
        bukti, kemajuan, tgl_kemajuan, putusan, catatan, dari, coalesce(berikut, date '9999-12-31') as sampai
    from diketahui
    union all
    select
        orang_id, kode_jabatan, tmt, nomor, jenis, target, ukuran, cara, tercatat, opd_dilantik, mulai, impor_id, baris,
        cast(null as varchar), cast(null as decimal(18, 4)), cast(null as date), cast(null as varchar), cast(null as varchar),
        mulai, dari
    from diketahui
    where pernyataan = 1 and dari > mulai
)
select
    p.orang_id, p.kode_jabatan, coalesce(p.opd_dilantik, k.kode_opd) as kode_opd, k.nama_jabatan, k.eselon, p.tmt, p.mulai,
    cast(p.mulai + cast(a.nilai as integer) as date) as hari_100,
    p.cara, p.tercatat, p.nomor, p.jenis, p.target, p.ukuran, p.bukti, p.kemajuan, p.tgl_kemajuan, p.putusan, p.catatan,
    p.dari, p.sampai, p.impor_id, p.baris
from pernyataan as p
left join marts.kursi as k on p.kode_jabatan = k.kode_jabatan
left join raw.aturan_jabatan as a
    on a.kunci = 'seratus_hari' and a.berlaku_mulai <= p.tmt and (a.berlaku_sampai is null or a.berlaku_sampai > p.tmt)
