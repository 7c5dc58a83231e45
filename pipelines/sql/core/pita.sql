-- One row per profile, start of validity, month (null = every month) and band: the built-in profiles and the pemda's own.
-- A pemda's bands are taken only when they are whole: open at both ends, no gap, no overlap, worst to best. From the day
-- it sets a profile of the same name, its own replaces the built-in one.
with
warna as (
    select 'merah' as warna, 1 as urutan
    union all select 'oranye', 2
    union all select 'kuning', 3
    union all select 'hijau', 4
    union all select 'biru', 5
),
pemda_terakhir as (
    select
        trim(profil) as profil, ukuran, bulan, batas_bawah, batas_atas, warna, dasar_hukum, berlaku_mulai, urut,
        max(urut) over (partition by trim(profil), berlaku_mulai) as urut_akhir
    from raw.aturan_rapor
),
pemda_urut as (
    select
        p.*, w.urutan,
        lag(p.batas_atas) over dalam as atas_sebelum,
        lag(w.urutan) over dalam as urutan_sebelum,
        row_number() over dalam as ke,
        count(*) over (partition by p.profil, p.berlaku_mulai, p.bulan) as n
    from pemda_terakhir as p
    inner join warna as w on p.warna = w.warna
    where p.urut = p.urut_akhir
    window dalam as (
        partition by p.profil, p.berlaku_mulai, p.bulan
        order by coalesce(p.batas_bawah, cast(-99999 as decimal(18, 4))), w.urutan
    )
),
pemda_rusak as (
    select distinct profil, berlaku_mulai
    from pemda_urut
    where
        (ke = 1 and batas_bawah is not null)
        or (ke = n and batas_atas is not null)
        or (ke > 1 and (batas_bawah is null or atas_sebelum is null or batas_bawah <> atas_sebelum))
        or (ke > 1 and urutan <= urutan_sebelum)
        or (batas_bawah >= batas_atas)
),
pemda_ukuran as (
    -- a profile measures one thing, for every month or month by month
    select profil, berlaku_mulai
    from pemda_urut
    group by profil, berlaku_mulai
    having count(distinct ukuran) > 1 or (count(bulan) > 0 and count(distinct bulan) < 12) or count(bulan) not in (0, count(*))
),
pemda_utuh as (
    select u.*
    from pemda_urut as u
    left join pemda_rusak as r on u.profil = r.profil and u.berlaku_mulai = r.berlaku_mulai
    left join pemda_ukuran as k on u.profil = k.profil and u.berlaku_mulai = k.berlaku_mulai
    where r.profil is null and k.profil is null
),
pemda_mulai as (
    select
        profil, berlaku_mulai,
        lead(berlaku_mulai) over (partition by profil order by berlaku_mulai) as berlaku_sampai,
        min(berlaku_mulai) over (partition by profil) as pertama
    from pemda_utuh
    group by profil, berlaku_mulai
)
select
    a.profil, a.ukuran, cast(a.bulan as integer) as bulan, a.batas_bawah, a.batas_atas, a.warna, w.urutan,
    a.aturan_id, a.dasar_hukum, a.dasar_hukum_en, a.tag, a.berlaku_mulai,
    case
        when m.pertama is not null and (a.berlaku_sampai is null or a.berlaku_sampai > m.pertama) then m.pertama
        else a.berlaku_sampai
    end as berlaku_sampai,
    a.label_id, a.label_en, a.rumus_id, a.rumus_en,
    true as bawaan
from raw.aturan as a
inner join warna as w on a.warna = w.warna
left join (select distinct profil, pertama from pemda_mulai) as m on a.profil = m.profil
where m.pertama is null or a.berlaku_mulai < m.pertama
union all
select
    u.profil, u.ukuran, cast(u.bulan as integer),
    cast(u.batas_bawah as decimal(9, 4)), cast(u.batas_atas as decimal(9, 4)),
    u.warna, u.urutan,
    u.profil || '@' || cast(u.berlaku_mulai as varchar),
    u.dasar_hukum, u.dasar_hukum, 'pemda', u.berlaku_mulai, m.berlaku_sampai,
    u.profil, u.profil,
    coalesce(r.rumus_id, u.ukuran), coalesce(r.rumus_en, u.ukuran),
    false
from pemda_utuh as u
inner join pemda_mulai as m on u.profil = m.profil and u.berlaku_mulai = m.berlaku_mulai
left join (
    select ukuran, max(rumus_id) as rumus_id, max(rumus_en) as rumus_en from raw.aturan group by ukuran
) as r
    on u.ukuran = r.ukuran
