-- One row per stage (SP2D, SPJ), year, OPD before mergers and month: is the cumulative known, and from where it is summed.
-- A month is known when a cumulative report covers it, or a monthly one does and the month before is known.
with
terliput as (
    select
        jenis, tahun, kode_induk, bulan,
        max(basis) as basis,
        max(direkam_pada) as direkam_pada,
        max(urut) as urut
    from core.liputan
    where jenis in ('SP2D', 'SPJ')
    group by jenis, tahun, kode_induk, bulan
),
padat as (
    select s.jenis, s.tahun, s.kode_induk, cast(k.bulan as integer) as bulan
    from (select distinct jenis, tahun, kode_induk from terliput) as s
    inner join raw.kalender as k on s.tahun = k.tahun
),
jejak as (
    select
        p.jenis, p.tahun, p.kode_induk, p.bulan,
        t.basis is not null as terliput,
        t.basis, t.direkam_pada,
        coalesce(max(case when t.basis = 'kumulatif' then p.bulan end) over urut_bulan, 0) as titik,
        coalesce(max(case when t.basis is null then p.bulan end) over urut_bulan, 0) as kosong
    from padat as p
    left join terliput as t
        on p.jenis = t.jenis and p.tahun = t.tahun and p.kode_induk = t.kode_induk and p.bulan = t.bulan
    window urut_bulan as (
        partition by p.jenis, p.tahun, p.kode_induk order by p.bulan rows between unbounded preceding and current row
    )
)
select
    jenis, tahun, kode_induk, bulan, basis, titik, direkam_pada,
    terliput and kosong <= titik as diketahui
from jejak
