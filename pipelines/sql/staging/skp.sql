-- One row per row of an SKP report whose NIP and period are whole: its days, its words as codes, what its import speaks of.
-- An import that shows no evaluation at all speaks of plans only, one that shows no status of evaluations only: a blank in
-- the first kind says nothing of what the other kind says.
with
id_asn as (
    -- some exports of SIASN name a person by ASN id alone; an id of a crowd ("0", "-") is nobody's
    select id_asn, min(nip) as nip
    from raw.pegawai
    where nip is not null and id_asn is not null
    group by id_asn having count(distinct nip) < 10
),
tulisan as (
    select
        coalesce(s.nip, p.kode, case when s.nip_angka is null then a.nip end) as nip,
        cast(s.tahun as integer) as tahun,
        s.jenis_periode,
        case when s.jenis_periode = 'tahunan' then 0 else cast(s.periode as integer) end as periode,
        s.mulai, s.selesai,
        coalesce(s.plt, false) as plt,
        coalesce(s.unor_id, '') || '|' || coalesce(s.unor, '') || '|' || coalesce(s.unor_induk, '') || '|'
        || coalesce(s.kode_opd, '') as kunci_unit,
        nullif(trim(s.nama_jabatan), '') as nama_jabatan,
        translate(lower(s.jenis_pegawai), ' /-_().,', '') as pegawai,
        translate(lower(s.status), ' /-_().,', '') as status,
        translate(lower(s.hasil_kerja), ' /-_().,', '') as hasil,
        translate(lower(s.perilaku), ' /-_().,', '') as perilaku,
        translate(lower(s.predikat), ' /-_().,', '') as predikat,
        s.nilai_lama,
        coalesce(s.ide_baru, false) as ide_baru,
        s.tgl_penilaian,
        nullif(trim(s.id_sumber), '') as id_sumber,
        s.impor_id, s.urut, coalesce(s.lembar, '') as lembar, s.baris
    from raw.skp as s
    left join staging.padanan as p
        on p.jenis = 'nip' and s.nip is null and s.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(s.nama, ' ', '')))
    left join id_asn as a on s.id_asn = a.id_asn
),
impor as (
    select
        impor_id,
        max(case when status is not null then 1 else 0 end) = 1 as ada_status,
        max(case when coalesce(hasil_kerja, perilaku, predikat) is not null or nilai_lama is not null then 1 else 0 end) = 1
            as ada_nilai
    from raw.skp
    group by impor_id
),
berperiode as (
    select
        t.*,
        a.awal as periode_awal, k.akhir as periode_akhir,
        -- days of another year than the one that is named say nothing
        case when t.mulai <= k.akhir and coalesce(t.selesai, k.akhir) >= a.awal then t.mulai end as mulai_tertulis,
        case when t.selesai >= a.awal and coalesce(t.mulai, a.awal) <= k.akhir then t.selesai end as selesai_tertulis
    from tulisan as t
    inner join raw.kalender as a
        on t.tahun = a.tahun
        and a.bulan = case t.jenis_periode when 'tahunan' then 1 when 'triwulan' then 3 * t.periode - 2 else t.periode end
    inner join raw.kalender as k
        on t.tahun = k.tahun
        and k.bulan = case t.jenis_periode when 'tahunan' then 12 when 'triwulan' then 3 * t.periode else t.periode end
    where t.nip is not null
)
select
    b.nip, b.tahun, b.jenis_periode, b.periode, b.periode_awal, b.periode_akhir,
    greatest(coalesce(b.mulai_tertulis, b.periode_awal), b.periode_awal) as mulai,
    cast(least(coalesce(b.selesai_tertulis, b.periode_akhir), b.periode_akhir) + interval 1 day as date) as sampai,
    b.mulai_tertulis is not null or b.selesai_tertulis is not null as bertanggal,
    b.plt, b.kunci_unit, b.nama_jabatan,
    g.kode as peran_pegawai,
    coalesce(s.kode = 'disetujui', false) as disetujui,
    h.kode as hasil, r.kode as perilaku, p.kode as predikat,
    b.nilai_lama, b.ide_baru, b.tgl_penilaian, b.id_sumber,
    i.ada_status or not i.ada_nilai as bawa_rencana,
    i.ada_nilai as bawa_nilai,
    b.impor_id, b.urut, b.lembar, b.baris
from berperiode as b
inner join impor as i on b.impor_id = i.impor_id
left join raw.skp_kata as g on g.jenis = 'pegawai' and b.pegawai = g.tertulis
left join raw.skp_kata as s on s.jenis = 'status' and b.status = s.tertulis
left join raw.skp_kata as h on h.jenis = 'rating' and b.hasil = h.tertulis
left join raw.skp_kata as r on r.jenis = 'rating' and b.perilaku = r.tertulis
left join raw.skp_kata as p on p.jenis = 'predikat' and b.predikat = p.tertulis
