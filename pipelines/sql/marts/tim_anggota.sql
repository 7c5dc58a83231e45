-- One row per team, member and first day: role, home unit and the indicator of that unit which is the contribution. A member whom
-- no list of staff knows has no person; one in three teams is one person (n_tim tells of how many at the same time).
with
urutan as (
    select
        trim(a.kode_tim) as kode_tim, o.orang_id, a.peran, trim(a.kode_indikator) as kode_indikator, a.mulai,
        cast(a.selesai + interval 1 day as date) as selesai,
        trim(a.kode_opd) as kode_tertulis, a.impor_id, a.lembar, a.baris,
        row_number() over (
            partition by trim(a.kode_tim), coalesce(a.nip, a.nip_angka, a.nama), a.mulai
            order by a.urut desc, a.impor_id desc, a.lembar, a.baris
        ) as ke
    from raw.tim_anggota as a
    left join core.orang_nip as o on a.nip = o.nip
),
anggota as (
    select
        u.kode_tim, u.orang_id, u.peran, u.kode_indikator, u.mulai,
        -- a membership without an end lasts as long as its team
        coalesce(u.selesai, t.selesai, date '9999-12-31') as selesai,
        t.kode_opd as opd_tim, t.nama as nama_tim, u.impor_id, u.lembar, u.baris,
        coalesce(k.kode_opd, u.kode_tertulis) as kode_opd
    from urutan as u
    left join core.unit_kode as k on u.kode_tertulis = k.kode_tertulis
    left join marts.tim as t on u.kode_tim = t.kode_tim
    where u.ke = 1
)
select
    a.kode_tim, a.orang_id, a.peran, a.kode_indikator, a.mulai, a.selesai, a.kode_opd, a.opd_tim, a.nama_tim,
    case
        when a.orang_id is not null then (
            select count(distinct b.kode_tim)
            from anggota as b
            where b.orang_id = a.orang_id and b.mulai < a.selesai and b.selesai > a.mulai
        )
    end as n_tim,
    a.impor_id, a.lembar, a.baris
from anggota as a
