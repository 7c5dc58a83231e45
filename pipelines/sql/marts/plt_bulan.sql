-- One row per year, month and seat in the hands of a Plt on the last day of the month: how long, by calendar months, by days,
-- and with what the same person served before in this vacancy.
with
aturan as (
    select
        p.tahun, p.bulan, p.akhir,
        max(case when a.kunci = 'plt_perpanjangan' then a.nilai end) as bulan_3,
        max(case when a.kunci = 'plt_batas' then a.nilai end) as bulan_6
    from core.posisi as p
    left join raw.aturan_jabatan as a
        on a.kunci in ('plt_perpanjangan', 'plt_batas')
        and a.berlaku_mulai <= p.akhir and (a.berlaku_sampai is null or a.berlaku_sampai > p.akhir)
    group by p.tahun, p.bulan, p.akhir
),
urutan as (
    select
        a.*,
        m.kode_jabatan, m.kode_opd, m.orang_id, m.mulai, m.masa_ke, m.hari_sebelum, m.mulai_kumulatif, m.bergantian,
        row_number() over (
            partition by a.tahun, a.bulan, m.kode_jabatan order by m.mulai desc, m.orang_id
        ) as ke
    from aturan as a
    inner join marts.plt_masa as m on m.mulai <= a.akhir and m.selesai > a.akhir
)
select
    u.tahun, u.bulan, u.kode_jabatan, u.kode_opd, u.orang_id, u.mulai,
    -- a month ends on a day that is full for every day of beginning
    cast(year(u.akhir) * 12 + month(u.akhir) - year(u.mulai) * 12 - month(u.mulai) as integer) as bulan_lewat,
    b3.batas as batas_3,
    b6.batas as batas_6,
    k3.batas as batas_3_kumulatif,
    k6.batas as batas_6_kumulatif,
    cast(date_diff('day', u.mulai, u.akhir) as integer) as hari,
    cast(u.hari_sebelum + date_diff('day', u.mulai, u.akhir) as integer) as hari_kumulatif,
    u.masa_ke, u.bergantian,
    u.akhir > b3.batas as lewat_3,
    u.akhir > b6.batas as lewat_6,
    u.akhir > k3.batas as lewat_3_kumulatif,
    u.akhir > k6.batas as lewat_6_kumulatif
from urutan as u
left join marts.batas_bulan as b3 on u.mulai = b3.mulai and u.bulan_3 = b3.bulan
left join marts.batas_bulan as b6 on u.mulai = b6.mulai and u.bulan_6 = b6.bulan
left join marts.batas_bulan as k3 on u.mulai_kumulatif = k3.mulai and u.bulan_3 = k3.bulan
left join marts.batas_bulan as k6 on u.mulai_kumulatif = k6.mulai and u.bulan_6 = k6.bulan
where u.ke = 1
