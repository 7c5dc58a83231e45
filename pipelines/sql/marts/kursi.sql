-- One row per seat: those of the master, and those that only histories name (sementara). The head of an OPD is the master's,
-- else the post that SIASN names as head of its unor, else the best title by data/aturan/jabatan.toml (pimpinan_dari).
with
dari_riwayat as (
    select
        r.*,
        row_number() over (
            partition by r.kode_jabatan
            order by
                case when r.jenis_penugasan = 'definitif' then 0 else 1 end,
                r.direkam_pada desc, r.urut desc, r.mulai desc, r.nama_jabatan, r.orang_id
        ) as ke
    from core.riwayat as r
    left join core.kursi_master as m on r.kode_jabatan = m.kode_jabatan
    where r.kode_jabatan is not null and m.kode_jabatan is null
),
semua as (
    select
        kode_jabatan, kode_opd, kode_unit, nama_jabatan, kunci_jabatan, eselon, tingkat, atasan_kode_jabatan, pimpinan,
        tunggal, false as sementara
    from core.kursi_master
    union all
    select
        kode_jabatan, kode_opd, kode_unit, nama_jabatan, kunci_jabatan, eselon, tingkat, cast(null as varchar), false, true,
        true
    from dari_riwayat
    where ke = 1
),
unor_opd as (
    select distinct o.kode_opd, u.kunci_jabatan
    from staging.opd as o
    inner join staging.unor as u on o.unor_id_siasn = u.unor_id
    where u.kunci_jabatan is not null
),
calon as (
    select
        s.kode_jabatan,
        case
            when s.pimpinan then 'master'
            when u.kode_opd is not null then 'unor'
            else 'pola'
        end as dari,
        row_number() over (
            partition by s.kode_opd
            order by
                case when s.pimpinan then 1 when u.kode_opd is not null then 2 else 3 end,
                coalesce(s.tingkat, 'IX'), j.urutan, case when s.sementara then 1 else 0 end, s.kode_jabatan
        ) as ke
    from semua as s
    left join unor_opd as u on s.kode_opd = u.kode_opd and s.kunci_jabatan = u.kunci_jabatan
    left join core.judul_pimpinan as j on s.kunci_jabatan = j.kunci_jabatan
    where
        s.kode_unit = s.kode_opd and s.tunggal
        and (s.pimpinan or u.kode_opd is not null or j.kunci_jabatan is not null)
)
select
    s.kode_jabatan, s.kode_opd, s.kode_unit, s.nama_jabatan, s.eselon, s.tingkat, s.atasan_kode_jabatan,
    c.kode_jabatan is not null as pimpinan_opd,
    c.dari as pimpinan_dari,
    s.pimpinan and s.kode_unit <> s.kode_opd as pimpinan_unit,
    s.tunggal, s.sementara
from semua as s
left join calon as c on s.kode_jabatan = c.kode_jabatan and c.ke = 1
