-- One row per year, month and OPD: did it report its realisasi, when was that recorded, and does a control total differ.
with
status as (
    select
        a.tahun, a.bulan, a.kode_opd,
        max(case when s.diketahui then 1 else 0 end) as dilaporkan,
        max(case when s.diketahui then s.direkam_pada end) as direkam_pada
    from core.anggota as a
    inner join core.status_bulan as s
        on s.jenis = 'SP2D' and a.tahun = s.tahun and a.bulan = s.bulan and a.kode_induk = s.kode_induk
    group by a.tahun, a.bulan, a.kode_opd
),
selisih as (
    select distinct a.tahun, a.bulan, a.kode_opd
    from core.anggota as a
    inner join core.liputan as l
        on a.tahun = l.tahun and a.kode_unit = l.kode_unit and (l.bulan = a.bulan or (l.jenis = 'rak' and l.bulan = 0))
    inner join raw.kontrol as k on l.impor_id = k.impor_id
    where k.di_berkas <> k.dijumlah
)
select
    o.tahun, o.bulan, o.kode_opd,
    coalesce(s.dilaporkan, 0) = 1 as dilaporkan,
    max(case when s.dilaporkan = 1 then o.tahun * 100 + o.bulan end) over sampai_bulan as posisi,
    max(s.direkam_pada) over sampai_bulan as direkam_pada,
    c.kode_opd is not null as selisih_kontrol
from core.opd_aktif as o
left join status as s on o.tahun = s.tahun and o.bulan = s.bulan and o.kode_opd = s.kode_opd
left join selisih as c on o.tahun = c.tahun and o.bulan = c.bulan and o.kode_opd = c.kode_opd
window sampai_bulan as (
    partition by o.kode_opd order by o.tahun, o.bulan rows between unbounded preceding and current row
)
