-- One row per import, NIP, post as written, kind of assignment and TMT. Rows that contradict each other (bertentangan) and
-- those that end before they begin (terbalik) stay marked, for nobody to use.
with
semua as (
    select
        r.impor_id, r.urut, r.direkam_pada, r.lembar, r.baris, r.nip, r.nip_angka, r.nama, r.unor_id, r.unor, r.unor_induk,
        r.kode_opd, r.kode_jabatan, r.nama_jabatan, r.eselon, r.jenis_penugasan, r.cara, r.no_sk, r.tgl_sk, r.tmt_mulai,
        r.tmt_pelantikan, r.tmt_selesai, r.kode_sk_batch,
        false as bertentangan
    from raw.riwayat_jabatan as r
    left join (
        select distinct impor_id, nip, nip_angka, jenis_penugasan, tmt_mulai from staging.riwayat_kembar
    ) as k
        on r.impor_id = k.impor_id and r.nip is not distinct from k.nip and r.nip_angka is not distinct from k.nip_angka
        and r.jenis_penugasan = k.jenis_penugasan and r.tmt_mulai = k.tmt_mulai
    where k.impor_id is null
    union all
    select
        impor_id, urut, direkam_pada, lembar, baris, nip, nip_angka, nama, unor_id, unor, unor_induk, kode_opd, kode_jabatan,
        nama_jabatan, eselon, jenis_penugasan, cara, no_sk, tgl_sk, tmt_mulai, tmt_pelantikan, tmt_selesai, kode_sk_batch,
        bertentangan
    from staging.riwayat_kembar
),
dibaca as (
    select
        s.*,
        coalesce(s.nip, p.kode) as nip_pasti,
        lower(s.jenis_penugasan) as jenis,
        lower(replace(s.nama_jabatan, ' ', '')) as judul
    from semua as s
    left join staging.padanan as p
        on p.jenis = 'nip' and s.nip is null and s.nip_angka = p.tertulis
        and p.kunci_konteks in ('', lower(replace(s.nama, ' ', '')))
)
select
    impor_id, urut, direkam_pada, lembar, baris,
    nip_pasti as nip,
    unor_id, unor, unor_induk, kode_opd,
    nullif(trim(kode_jabatan), '') as kode_jabatan,
    nama_jabatan,
    -- "Plt. Kepala Dinas" is the post "Kepala Dinas"
    case
        when jenis = 'definitif' then judul
        when judul like 'plt.%' or judul like 'plh.%' then substr(judul, 5)
        when judul like 'plt%' or judul like 'plh%' or judul like 'pj.%' then substr(judul, 4)
        when judul like 'pj%' then substr(judul, 3)
        else judul
    end as kunci_jabatan,
    eselon,
    jenis as jenis_penugasan,
    lower(trim(cara)) as cara,
    no_sk, tgl_sk,
    tmt_mulai as mulai,
    tmt_pelantikan,
    cast(tmt_selesai + interval 1 day as date) as akhir_tertulis,
    kode_sk_batch,
    bertentangan,
    coalesce(tmt_selesai < tmt_mulai, false) as terbalik
from dibaca
where nip_pasti is not null
