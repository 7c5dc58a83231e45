-- One row per year and month of which positions of people are told: from five years back, or the first budget, to the last
-- month in which anything was recorded or reported.
with
batas as (
    select max(year(direkam_pada) * 12 + month(direkam_pada)) as akhir
    from raw.impor
    where status = 'accepted' and not ditarik
    union all
    select max(tahun * 12 + bulan) from core.status_bulan where diketahui and jenis = 'SP2D'
    union all
    select max(year(tgl_daftar) * 12 + month(tgl_daftar)) from staging.pegawai
),
rentang as (
    select
        max(b.akhir) as akhir,
        least(max(b.akhir) - 60, coalesce(min(u.awal), max(b.akhir))) as awal
    from batas as b
    cross join (select min(tahun) * 12 as awal from core.unit) as u
)
select cast(k.tahun as integer) as tahun, cast(k.bulan as integer) as bulan, k.awal, k.akhir
from raw.kalender as k
inner join rentang as r on k.tahun * 12 + k.bulan > r.awal and k.tahun * 12 + k.bulan <= r.akhir
where exists (select 1 from raw.riwayat_jabatan)
