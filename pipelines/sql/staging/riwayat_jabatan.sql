-- view: One row per import, NIP, post as written, kind of assignment and TMT. Rows that contradict each other (bertentangan) and
-- those that end before they begin (terbalik) stay marked, for nobody to use: they have no nip_sah.
with
semua as (
    select
        r.impor_id, r.urut, r.direkam_pada, r.lembar, r.baris, r.nip, r.nip_angka, r.nama, r.unor_id, r.unor, r.unor_induk,
        r.kode_opd, r.kode_jabatan, r.nama_jabatan, r.eselon, r.jenis_penugasan, r.cara, r.no_sk, r.tgl_sk, r.tmt_mulai,
        r.tmt_pelantikan, r.tmt_selesai, r.kode_sk_batch,
        false as bertentangan
    from raw.riwayat_jabatan as r
    where not exists (
        select 1
        from staging.riwayat_kembar as k
        where
            r.impor_id = k.impor_id and r.nip is not distinct from k.nip and r.nip_angka is not distinct from k.nip_angka
            and r.jenis_penugasan = k.jenis_penugasan and r.tmt_mulai = k.tmt_mulai
    )
    union all
    select
        impor_id, urut, direkam_pada, lembar, baris, nip, nip_angka, nama, unor_id, unor, unor_induk, kode_opd, kode_jabatan,
        nama_jabatan, eselon, jenis_penugasan, cara, no_sk, tgl_sk, tmt_mulai, tmt_pelantikan, tmt_selesai, kode_sk_batch,
        bertentangan
    from staging.riwayat_kembar
)
select
    s.impor_id, s.urut, s.direkam_pada, s.lembar, s.baris,
    coalesce(s.nip, p.kode) as nip,
    case when not s.bertentangan and coalesce(s.tmt_selesai >= s.tmt_mulai, true) then coalesce(s.nip, p.kode) end as nip_sah,
    s.unor_id, s.unor, s.unor_induk, s.kode_opd,
    nullif(trim(s.kode_jabatan), '') as kode_jabatan,
    j.judul, j.nama_jabatan, j.kunci_jabatan,
    s.eselon,
    j.jenis as jenis_penugasan,
    lower(trim(s.cara)) as cara,
    s.no_sk, s.tgl_sk,
    s.tmt_mulai as mulai,
    s.tmt_pelantikan,
    cast(s.tmt_selesai + interval 1 day as date) as akhir_tertulis,
    s.kode_sk_batch,
    s.bertentangan,
    coalesce(s.tmt_selesai < s.tmt_mulai, false) as terbalik
from semua as s
inner join staging.judul as j
    on s.jenis_penugasan = j.jenis_penugasan and s.nama_jabatan is not distinct from j.nama_jabatan
left join staging.padanan as p
    on p.jenis = 'nip' and s.nip is null and s.nip_angka = p.tertulis
    and p.kunci_konteks in ('', lower(replace(s.nama, ' ', '')))
where coalesce(s.nip, p.kode) is not null
