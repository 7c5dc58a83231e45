-- One row per person: as the latest list of staff says, and the post held now by what is recorded (definitive before acting).
-- Sebutan is what the person is called where people are not named.
with
hari_ini as (
    select max(akhir) as akhir from core.posisi
),
sekarang as (
    select
        r.orang, r.opd, r.kode_jabatan, r.judul, r.jenis_penugasan, r.mulai,
        row_number() over (
            partition by r.orang
            order by
                case when r.jenis_penugasan = 'definitif' then 0 else 1 end,
                r.mulai desc, r.kode_jabatan, r.judul, r.sumber, r.baris
        ) as ke
    from marts.riwayat_ringkas as r
    inner join hari_ini as h on r.mulai <= h.akhir and r.selesai > h.akhir
),
nip as (
    -- the NIP in use: the one appointed last
    select orang, max(orang_id) as orang_id, max(substr(nip, 9, 6) || nip) as urut from core.orang_nip group by orang
)
select
    n.orang_id, b.sebutan,
    coalesce(o.nip, substr(n.urut, 7)) as nip,
    coalesce(o.nama, t.nama) as nama,
    case
        when o.nama is not null
            then trim(coalesce(o.gelar_depan || ' ', '') || o.nama || coalesce(', ' || o.gelar_belakang, ''))
        else t.nama
    end as nama_gelar,
    o.jenis, o.gol_ruang, o.pendidikan,
    coalesce(d.kode_opd, o.kode_opd) as kode_opd,
    s.kode_jabatan,
    coalesce(j.nama_jabatan, o.nama_jabatan) as nama_jabatan,
    s.jenis_penugasan,
    coalesce(s.mulai, o.tmt_jabatan) as tmt,
    o.bup_tanggal, o.status_aktif, o.tgl_daftar,
    -- not at work: who has reached the age limit since the list; whom no list names is, as long as a post runs
    coalesce(
        o.aktif and (o.berhenti is null or h.akhir is null or o.berhenti > h.akhir), s.orang is not null
    ) as aktif
from nip as n
inner join core.sebutan as b on n.orang_id = b.orang_id
cross join hari_ini as h
left join core.orang as o on n.orang = o.orang
left join core.nama_orang as t on n.orang = t.orang
left join sekarang as s on n.orang = s.orang and s.ke = 1
left join core.opd_nomor as d on s.opd = d.opd
left join staging.judul as j on s.judul = j.judul
