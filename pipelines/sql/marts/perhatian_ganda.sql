-- One row per year, month and seat or person with more than there should be: two definitive holders of a seat, one person on
-- two seats. An acting post beside one's own definitive post is normal and said as such (rangkap_plt).
with
definitif as (
    select kode_jabatan, kode_opd, orang_id, mulai, max(selesai) as selesai
    from marts.riwayat
    where kode_jabatan is not null and jenis_penugasan = 'definitif'
    group by kode_jabatan, kode_opd, orang_id, mulai
),
di_kursi as (
    select
        d.*,
        max(selesai) over (
            partition by kode_jabatan order by mulai, orang_id rows between unbounded preceding and 1 preceding
        ) as selesai_lain,
        lag(orang_id) over (partition by kode_jabatan order by mulai, orang_id) as orang_lain
    from definitif as d
),
pada_orang as (
    select
        d.*,
        max(selesai) over (
            partition by orang_id order by mulai, kode_jabatan rows between unbounded preceding and 1 preceding
        ) as selesai_lain,
        lag(kode_jabatan) over (partition by orang_id order by mulai, kode_jabatan) as kursi_lain
    from definitif as d
)
select
    p.tahun, p.bulan, p.akhir, 'definitif_ganda' as jenis, 'definitif_ganda' as kunci, d.kode_opd, d.kode_jabatan,
    d.orang_id,
    d.mulai as sejak,
    cast(date_diff('day', d.mulai, least(p.akhir, d.selesai, d.selesai_lain)) as integer) as hari,
    cast(2 as integer) as nilai
from di_kursi as d
inner join core.posisi as p on d.mulai <= p.akhir and least(d.selesai, d.selesai_lain) > p.awal
where d.selesai_lain > d.mulai and d.orang_lain <> d.orang_id
union all
select
    p.tahun, p.bulan, p.akhir, 'rangkap_definitif', 'rangkap_definitif', d.kode_opd, d.kode_jabatan, d.orang_id, d.mulai,
    cast(date_diff('day', d.mulai, least(p.akhir, d.selesai, d.selesai_lain)) as integer), cast(2 as integer)
from pada_orang as d
inner join core.posisi as p on d.mulai <= p.akhir and least(d.selesai, d.selesai_lain) > p.awal
where d.selesai_lain > d.mulai and d.kursi_lain <> d.kode_jabatan
union all
select
    b.tahun, b.bulan, p.akhir, 'rangkap_plt', 'rangkap_plt', b.kode_opd, b.kode_jabatan, b.orang_id, b.mulai, b.hari,
    cast(count(*) as integer)
from marts.plt_bulan as b
inner join core.posisi as p on b.tahun = p.tahun and b.bulan = p.bulan
inner join definitif as d
    on b.orang_id = d.orang_id and b.kode_jabatan <> d.kode_jabatan and d.mulai <= p.akhir and d.selesai > p.akhir
group by b.tahun, b.bulan, p.akhir, b.kode_opd, b.kode_jabatan, b.orang_id, b.mulai, b.hari
