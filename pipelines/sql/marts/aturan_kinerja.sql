-- One row per value by which people's performance is judged: its group, what it is of, the number or word, and its basis.
select
    'rezim' as kelompok, rezim as kunci, cast(null as decimal(9, 4)) as nilai, cast(null as varchar) as kata,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_rezim
union all
select
    'setelan', kunci, nilai, cast(null as varchar),
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_setelan
union all
select
    'matriks', hasil || ' ' || perilaku, cast(null as decimal(9, 4)), predikat,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_matriks
union all
select
    'pita', rezim || ' ' || predikat, bawah, case when ide_baru then 'ide_baru' end,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_pita
union all
select
    'iki', kategori, capaian_bawah, cast(nilai_bawah as varchar),
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_iki
union all
select distinct
    'pola', organisasi || ' ' || syarat, batas, cara,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_pola
union all
select
    'kepala', organisasi, cast(null as decimal(9, 4)), hasil,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.skp_kepala
union all
select
    'angka_kredit', predikat, persen, cast(null as varchar),
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.ak_predikat
union all
select
    'jenjang', jenjang, koefisien, cast(null as varchar),
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.ak_jenjang
union all
select
    'diklat', kelompok, jp, arah,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.diklat_batas
union all
select
    'disiplin', hukuman || ' ' || cast(cast(hari as integer) as varchar), hari, hukuman,
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.disiplin_tangga
union all
select
    'ip_asn', kategori, bawah, cast(null as varchar),
    aturan_id, dasar_hukum, dasar_hukum_en, tag, berlaku_mulai, berlaku_sampai
from raw.ip_pita
