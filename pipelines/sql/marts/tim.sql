-- One row per team as recorded last: its purpose, the regional indicator it serves, its owner and leader, and its days.
with
urutan as (
    select
        trim(t.kode_tim) as kode_tim, t.nama, t.tujuan, trim(t.kode_indikator) as kode_indikator, t.no_sk, t.mulai,
        coalesce(cast(t.selesai + interval 1 day as date), date '9999-12-31') as selesai,
        trim(t.kode_opd) as kode_tertulis, t.ketua_nip, t.impor_id, t.baris,
        row_number() over (partition by trim(t.kode_tim) order by t.urut desc, t.impor_id desc, t.lembar, t.baris) as ke
    from raw.tim as t
)
select
    u.kode_tim, u.nama, u.tujuan, u.kode_indikator, u.no_sk, u.mulai, u.selesai,
    coalesce(k.kode_opd, u.kode_tertulis) as kode_opd,
    o.orang_id as ketua_orang_id, u.ketua_nip is not null as ketua_tertulis, u.impor_id, u.baris
from urutan as u
left join core.unit_kode as k on u.kode_tertulis = k.kode_tertulis
left join core.orang_nip as o on u.ketua_nip = o.nip
where u.ke = 1
