-- One row per import, NIP, post as written, kind of assignment and TMT of those that a file names more than once in a day:
-- equal rows are one; those that say different things of the same assignment are marked (bertentangan).
with
kembar as (
    select impor_id, nip, nip_angka, jenis_penugasan, tmt_mulai
    from raw.riwayat_jabatan
    group by impor_id, nip, nip_angka, jenis_penugasan, tmt_mulai
    having count(*) > 1
)
select
    r.impor_id, r.nip, r.nip_angka, r.jenis_penugasan, r.tmt_mulai, r.kode_jabatan,
    max(r.nama) as nama,
    max(r.nama_jabatan) as nama_jabatan,
    min(r.urut) as urut,
    min(r.direkam_pada) as direkam_pada,
    min(r.lembar) as lembar,
    min(r.baris) as baris,
    max(r.unor_id) as unor_id,
    max(r.unor) as unor,
    max(r.unor_induk) as unor_induk,
    max(r.kode_opd) as kode_opd,
    max(r.eselon) as eselon,
    max(r.cara) as cara,
    max(r.no_sk) as no_sk,
    max(r.tgl_sk) as tgl_sk,
    max(r.tmt_pelantikan) as tmt_pelantikan,
    max(r.tmt_selesai) as tmt_selesai,
    max(r.kode_sk_batch) as kode_sk_batch,
    coalesce(min(r.unor_id) <> max(r.unor_id), false)
    or coalesce(min(r.kode_opd) <> max(r.kode_opd), false)
    or coalesce(lower(min(r.unor)) <> lower(max(r.unor)), false)
    or coalesce(lower(min(r.unor_induk)) <> lower(max(r.unor_induk)), false)
    or coalesce(min(r.eselon) <> max(r.eselon), false)
    or coalesce(lower(min(r.cara)) <> lower(max(r.cara)), false)
    or coalesce(min(r.no_sk) <> max(r.no_sk), false)
    or coalesce(min(r.tgl_sk) <> max(r.tgl_sk), false)
    or coalesce(min(r.tmt_pelantikan) <> max(r.tmt_pelantikan), false)
    or coalesce(min(r.tmt_selesai) <> max(r.tmt_selesai), false)
    or coalesce(min(r.kode_sk_batch) <> max(r.kode_sk_batch), false) as bertentangan
from raw.riwayat_jabatan as r
inner join kembar as k
    on r.impor_id = k.impor_id and r.nip is not distinct from k.nip and r.nip_angka is not distinct from k.nip_angka
    and r.jenis_penugasan = k.jenis_penugasan and r.tmt_mulai = k.tmt_mulai
group by
    r.impor_id, r.nip, r.nip_angka, r.jenis_penugasan, r.tmt_mulai, r.kode_jabatan, lower(replace(r.nama_jabatan, ' ', ''))
