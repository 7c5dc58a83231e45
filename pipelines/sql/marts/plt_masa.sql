-- One row per acting term (Plt) on a seat: renewals that follow at once are one term. What one person has served before in
-- the same vacancy is counted (hari_sebelum), and set before the term as if served at once (mulai_kumulatif).
with
duduk as (
    select
        kode_jabatan, kode_opd, orang_id, jenis_penugasan, mulai, selesai,
        -- a vacancy ends when a definitive holder comes
        sum(case when jenis_penugasan = 'definitif' then 1 else 0 end) over (
            partition by kode_jabatan order by mulai, jenis_penugasan rows between unbounded preceding and current row
        ) as lowongan
    from (
        select
            kode_jabatan, kode_opd, orang_id, jenis_penugasan, mulai,
            max(selesai) as selesai
        from marts.riwayat
        where kode_jabatan is not null and jenis_penugasan in ('definitif', 'plt')
        group by kode_jabatan, kode_opd, orang_id, jenis_penugasan, mulai
    ) as penugasan
),
bersambung as (
    select
        *,
        case
            when mulai <= max(selesai) over (
                partition by kode_jabatan, lowongan, orang_id order by mulai rows between unbounded preceding and 1 preceding
            ) then 0
            else 1
        end as baru
    from duduk
    where jenis_penugasan = 'plt'
),
bernomor as (
    select
        *,
        sum(baru) over (
            partition by kode_jabatan, lowongan, orang_id order by mulai rows between unbounded preceding and current row
        ) as masa_ke
    from bersambung
),
masa as (
    select
        kode_jabatan, lowongan, orang_id, masa_ke,
        max(kode_opd) as kode_opd,
        min(mulai) as mulai,
        max(selesai) as selesai
    from bernomor
    group by kode_jabatan, lowongan, orang_id, masa_ke
),
jumlah as (
    select
        *,
        coalesce(sum(date_diff('day', mulai, selesai)) over (
            partition by kode_jabatan, lowongan, orang_id order by mulai rows between unbounded preceding and 1 preceding
        ), 0) as hari_sebelum,
        row_number() over (partition by kode_jabatan, lowongan order by mulai, orang_id) as giliran
    from masa
),
jarak as (
    select
        *,
        lag(giliran) over (partition by kode_jabatan, lowongan, orang_id order by mulai) as giliran_lalu
    from jumlah
)
select
    kode_jabatan, kode_opd, orang_id, mulai, selesai,
    cast(masa_ke as integer) as masa_ke,
    cast(hari_sebelum as integer) as hari_sebelum,
    cast(mulai - cast(hari_sebelum as integer) as date) as mulai_kumulatif,
    -- somebody else acted between two terms of this person
    coalesce(giliran - giliran_lalu > 1, false) as bergantian
from jarak
