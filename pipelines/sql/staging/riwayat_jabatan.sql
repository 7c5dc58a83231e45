-- One row per import, NIP, post as written, kind of assignment and TMT: equal rows of one file are one. Those that say
-- different things of the same assignment (bertentangan) and those that end before they begin stay marked, for nobody to use.
with
dibaca as (
    select
        r.impor_id, r.urut, r.direkam_pada, r.lembar, r.baris,
        coalesce(r.nip, p.kode) as nip,
        r.unor_id, r.unor, r.unor_induk, r.kode_opd,
        nullif(trim(r.kode_jabatan), '') as kode_jabatan,
        r.nama_jabatan,
        lower(replace(r.nama_jabatan, ' ', '')) as judul,
        r.eselon,
        lower(r.jenis_penugasan) as jenis_penugasan,
        lower(trim(r.cara)) as cara,
        r.no_sk, r.tgl_sk, r.tmt_mulai, r.tmt_pelantikan, r.tmt_selesai, r.kode_sk_batch
    from raw.riwayat_jabatan as r
    left join staging.padanan as p
        on p.jenis = 'nip' and r.nip is null and r.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(r.nama, ' ', '')))
),
berjudul as (
    -- "Plt. Kepala Dinas" is the post "Kepala Dinas"
    select
        *,
        case
            when jenis_penugasan = 'definitif' then judul
            when judul like 'plt.%' or judul like 'plh.%' then substr(judul, 5)
            when judul like 'plt%' or judul like 'plh%' or judul like 'pj.%' then substr(judul, 4)
            when judul like 'pj%' then substr(judul, 3)
            else judul
        end as kunci_jabatan
    from dibaca
    where nip is not null
),
kembar as (
    -- nearly every row stands alone: only those that may be double are compared
    select impor_id, nip, jenis_penugasan, tmt_mulai
    from berjudul
    group by impor_id, nip, jenis_penugasan, tmt_mulai
    having count(*) > 1
)
select
    b.impor_id, b.nip, b.jenis_penugasan,
    b.tmt_mulai as mulai,
    b.urut, b.direkam_pada, b.lembar, b.baris, b.unor_id, b.unor, b.unor_induk, b.kode_opd, b.kode_jabatan,
    b.nama_jabatan, b.kunci_jabatan, b.eselon, b.cara, b.no_sk, b.tgl_sk, b.tmt_pelantikan,
    cast(b.tmt_selesai + interval 1 day as date) as akhir_tertulis,
    b.kode_sk_batch,
    false as bertentangan,
    coalesce(b.tmt_selesai < b.tmt_mulai, false) as terbalik
from berjudul as b
left join kembar as k
    on b.impor_id = k.impor_id and b.nip = k.nip and b.jenis_penugasan = k.jenis_penugasan and b.tmt_mulai = k.tmt_mulai
where k.nip is null
union all
select
    b.impor_id, b.nip, b.jenis_penugasan, b.tmt_mulai,
    min(urut) as urut,
    min(direkam_pada) as direkam_pada,
    min(lembar) as lembar,
    min(baris) as baris,
    max(unor_id) as unor_id,
    max(unor) as unor,
    max(unor_induk) as unor_induk,
    max(kode_opd) as kode_opd,
    b.kode_jabatan,
    max(nama_jabatan) as nama_jabatan,
    b.kunci_jabatan,
    max(eselon) as eselon,
    max(cara) as cara,
    max(no_sk) as no_sk,
    max(tgl_sk) as tgl_sk,
    max(tmt_pelantikan) as tmt_pelantikan,
    cast(max(tmt_selesai) + interval 1 day as date) as akhir_tertulis,
    max(kode_sk_batch) as kode_sk_batch,
    coalesce(
        min(unor_id) <> max(unor_id) or min(kode_opd) <> max(kode_opd) or lower(min(unor)) <> lower(max(unor))
        or lower(min(unor_induk)) <> lower(max(unor_induk)),
        false
    )
    or coalesce(min(eselon) <> max(eselon), false)
    or coalesce(min(cara) <> max(cara), false)
    or coalesce(min(no_sk) <> max(no_sk), false)
    or coalesce(min(tgl_sk) <> max(tgl_sk), false)
    or coalesce(min(tmt_pelantikan) <> max(tmt_pelantikan), false)
    or coalesce(min(tmt_selesai) <> max(tmt_selesai), false)
    or coalesce(min(kode_sk_batch) <> max(kode_sk_batch), false) as bertentangan,
    coalesce(max(tmt_selesai) < b.tmt_mulai, false) as terbalik
from berjudul as b
inner join kembar as k
    on b.impor_id = k.impor_id and b.nip = k.nip and b.jenis_penugasan = k.jenis_penugasan and b.tmt_mulai = k.tmt_mulai
group by b.impor_id, b.nip, b.jenis_penugasan, b.tmt_mulai, b.kode_jabatan, b.kunci_jabatan
