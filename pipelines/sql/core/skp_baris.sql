-- One row per row of an SKP report whose person and period are known, in numbers: the person, the period, its days, the OPD
-- that answers for the unit on its last day (null where unknown), what is written (tulisan) and where (sumber, baris).
with
berhari as (
    select
        *,
        -- days of another year than the one that is named say nothing
        coalesce(mulai <= akhir and (selesai is null or selesai >= awal), false) as ada_mulai,
        coalesce(selesai >= awal and (mulai is null or mulai <= akhir), false) as ada_selesai
    from staging.skp
),
terbatas as (
    select
        *,
        case when ada_mulai then greatest(mulai, awal) else awal end as dari,
        cast(case when ada_selesai then least(selesai, akhir) else akhir end + interval 1 day as date) as sampai
    from berhari
)
select
    o.orang, s.kurun,
    s.dari as mulai,
    s.sampai,
    s.ada_mulai or s.ada_selesai as bertanggal,
    coalesce(s.plt, false) as plt,
    n.opd, j.jabatan, k.tulisan, i.sumber, s.baris, s.tgl_penilaian,
    b.orang is not null as berulang,
    case when b.orang is not null then nullif(trim(s.id_sumber), '') end as id_sumber
from terbatas as s
inner join core.orang_nip as o on s.nip_pasti = o.nip
inner join staging.skp_sumber as i on s.impor_id = i.impor_id and s.urut = i.urut and s.lembar is not distinct from i.lembar
inner join staging.skp_tulisan as k
    on s.jenis_pegawai is not distinct from k.jenis_pegawai and s.status is not distinct from k.status
    and s.hasil_kerja is not distinct from k.hasil_kerja and s.perilaku is not distinct from k.perilaku
    and s.predikat is not distinct from k.predikat and s.nilai_lama is not distinct from k.nilai_lama
    and s.ide_baru is not distinct from k.ide_baru
left join staging.skp_jabatan as j on s.nama_jabatan = j.tertulis
left join core.unit_berlaku as u
    on s.unor_id is not distinct from u.unor_id and s.unor is not distinct from u.unor
    and s.unor_induk is not distinct from u.unor_induk and s.kode_opd is not distinct from u.kode_opd_tertulis
    and s.sampai > u.mulai and s.sampai <= u.sampai
left join core.opd_nomor as n on u.kode_opd = n.kode_opd
left join core.skp_berulang as b on o.orang = b.orang and s.kurun = b.kurun
