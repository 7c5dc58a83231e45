-- One row per person, year and kind (diklat, tidak_masuk, hukuman, ip_asn and its four elements): the sum, and what the rule
-- in force at the end of the year says of it. An IP ASN has a category only when all four elements are there.
with
jenis_catatan as (
    select
        o.orang_id, o.orang, c.tahun,
        replace(c.jenis, ' ', '_') as jenis,
        c.nilai, c.uraian,
        max(c.nip) over (partition by o.orang_id) as nip,
        row_number() over (
            partition by o.orang_id, c.tahun, c.jenis order by c.tanggal desc nulls last, c.urut desc, c.uraian, c.nilai
        ) as dari_akhir
    from staging.catatan_pegawai as c
    inner join core.orang_nip as o on c.nip = o.nip
),
unsur as (
    select
        orang_id, orang, tahun, jenis,
        max(nip) as nip,
        cast(count(*) as integer) as n_catatan,
        -- hours and days add up, points are those said last
        cast(case when jenis like 'ip_%' then max(case when dari_akhir = 1 then nilai end) else sum(nilai) end as decimal(18, 4))
            as nilai,
        max(case when dari_akhir = 1 then uraian end) as uraian
    from jenis_catatan
    group by orang_id, orang, tahun, jenis
),
jumlah as (
    select orang_id, orang, tahun, jenis, nip, n_catatan, nilai, uraian from unsur
    union all
    select
        orang_id, orang, tahun, 'ip_asn', max(nip), cast(count(nilai) as integer),
        case when count(nilai) = 4 then cast(sum(nilai) as decimal(18, 4)) end,
        cast(null as varchar)
    from unsur
    where jenis like 'ip_%'
    group by orang_id, orang, tahun
),
orang as (
    select
        j.*, make_date(j.tahun, 12, 31) as akhir,
        coalesce(n.kode_opd, o.kode_opd) as kode_opd,
        coalesce(k.kode, case when substr(j.nip, 13, 1) = '2' then 'PPPK' else 'PNS' end) as kelompok
    from jumlah as j
    left join core.orang as o on j.orang_id = o.orang_id
    left join marts.skp_wajib_ringkas as w on j.orang = w.orang and 100 * j.tahun = w.kurun
    left join core.opd_nomor as n on w.opd = n.opd
    left join raw.skp_kata as k on k.jenis = 'kelompok' and translate(lower(o.jenis), ' /-_().,', '') = k.tertulis
),
pita_ip as (
    select
        p.*, lag(p.bawah) over (partition by p.berlaku_mulai order by coalesce(p.bawah, -1) desc) as atas
    from raw.ip_pita as p
)
select
    j.orang_id, j.tahun, j.jenis, j.kode_opd, j.n_catatan, j.nilai, j.uraian,
    case
        when d.kelompok is null or j.nilai is null then coalesce(t.hukuman, i.kategori)
        when d.arah = 'minimal' and j.nilai < d.jp then 'kurang'
        when d.arah = 'maksimal' and j.nilai > d.jp then 'melebihi'
        else 'cukup'
    end as kategori,
    d.jp as batas,
    d.arah,
    t.persen as potongan_persen,
    t.bulan as potongan_bulan,
    coalesce(d.aturan_id, t.aturan_id, i.aturan_id) as aturan_id,
    coalesce(d.dasar_hukum, t.dasar_hukum, i.dasar_hukum) as dasar_hukum,
    coalesce(d.dasar_hukum_en, t.dasar_hukum_en, i.dasar_hukum_en) as dasar_hukum_en,
    coalesce(d.tag, t.tag, i.tag) as tag
from orang as j
left join raw.diklat_batas as d
    on j.jenis = 'diklat' and j.kelompok = d.kelompok
    and j.akhir >= d.berlaku_mulai and (d.berlaku_sampai is null or j.akhir < d.berlaku_sampai)
left join raw.disiplin_tangga as t
    on j.jenis = 'tidak_masuk' and j.nilai >= t.hari and (t.sampai_hari is null or j.nilai < t.sampai_hari)
    and j.akhir >= t.berlaku_mulai and (t.berlaku_sampai is null or j.akhir < t.berlaku_sampai)
left join pita_ip as i
    on j.jenis = 'ip_asn' and j.nilai is not null
    and (i.bawah is null or round(j.nilai, 0) >= i.bawah) and (i.atas is null or round(j.nilai, 0) < i.atas)
    and j.akhir >= i.berlaku_mulai and (i.berlaku_sampai is null or j.akhir < i.berlaku_sampai)
