-- One row per row of an SKP report whose person and period are known: its days, its words as codes, the OPD that answers for
-- the unit on its last day (null where unknown), the regime of that day, and what its import speaks of.
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
impor as (
    select
        impor_id,
        max(case when status is not null then 1 else 0 end) = 1 as ada_status,
        max(case when hasil_kerja is not null or perilaku is not null or predikat is not null or nilai_lama is not null
            then 1 else 0 end) = 1 as ada_nilai
    from raw.skp
    group by impor_id
),
berperiode as (
    select
        coalesce(s.nip, p.kode, case when s.nip_angka is null then a.nip end) as nip,
        m.tahun, m.jenis_periode, m.periode,
        m.awal, m.akhir,
        -- days of another year than the one that is named say nothing
        case when s.mulai <= m.akhir and (s.selesai is null or s.selesai >= m.awal) then s.mulai end as mulai,
        case when s.selesai >= m.awal and (s.mulai is null or s.mulai <= m.akhir) then s.selesai end as selesai,
        coalesce(s.plt, false) as plt,
        s.unor_id, s.unor, s.unor_induk,
        s.kode_opd as kode_opd_tertulis,
        nullif(trim(s.nama_jabatan), '') as nama_jabatan,
        k.peran_pegawai, k.disetujui, k.kode_hasil, k.kode_perilaku, k.kode_predikat,
        s.nilai_lama,
        coalesce(s.ide_baru, false) as ide_baru,
        s.tgl_penilaian,
        nullif(trim(s.id_sumber), '') as id_sumber,
        i.ada_status or not i.ada_nilai as bawa_rencana,
        i.ada_nilai as bawa_nilai,
        s.impor_id, s.urut, coalesce(s.lembar, '') as lembar, s.baris
    from raw.skp as s
    inner join impor as i on s.impor_id = i.impor_id
    inner join staging.skp_periode as m
        on s.tahun = m.tahun and s.jenis_periode = m.jenis_periode and s.periode is not distinct from m.tertulis
    inner join staging.skp_tulisan as k
        on s.jenis_pegawai is not distinct from k.jenis_pegawai and s.status is not distinct from k.status
        and s.hasil_kerja is not distinct from k.hasil_kerja and s.perilaku is not distinct from k.perilaku
        and s.predikat is not distinct from k.predikat
    left join staging.padanan as p
        on p.jenis = 'nip' and s.nip is null and s.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(s.nama, ' ', '')))
    left join id_asn as a on s.id_asn = a.id_asn
),
berhari as (
    select
        *,
        greatest(coalesce(mulai, awal), awal) as dari,
        cast(least(coalesce(selesai, akhir), akhir) + interval 1 day as date) as sampai
    from berperiode
    where nip is not null
)
select
    o.orang_id, s.tahun, s.jenis_periode, s.periode,
    s.awal as periode_awal,
    s.akhir as periode_akhir,
    s.dari as mulai,
    s.sampai,
    s.mulai is not null or s.selesai is not null as bertanggal,
    s.plt, u.kode_opd, s.nama_jabatan, s.peran_pegawai, s.disetujui,
    s.kode_hasil as hasil,
    s.kode_perilaku as perilaku,
    s.kode_predikat as predikat,
    s.nilai_lama, s.ide_baru, s.tgl_penilaian, s.id_sumber, s.bawa_rencana, s.bawa_nilai, r.rezim,
    s.impor_id, s.urut, s.lembar, s.baris
from berhari as s
inner join core.orang_nip as o on s.nip = o.nip
left join core.unit_berlaku as u
    on s.unor_id is not distinct from u.unor_id and s.unor is not distinct from u.unor
    and s.unor_induk is not distinct from u.unor_induk and s.kode_opd_tertulis is not distinct from u.kode_opd_tertulis
    and s.sampai > u.mulai and s.sampai <= u.sampai
left join raw.skp_rezim as r
    on s.sampai > r.berlaku_mulai and (r.berlaku_sampai is null or s.sampai <= r.berlaku_sampai)
