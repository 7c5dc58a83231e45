-- One row per kind, year, month (0 = the year as a whole, or the ceiling first set) and candidate (import, version, unit).
with
pengamatan as (
    select
        m.*,
        min(m.tgl_berlaku) over (partition by m.tahun, m.kode_induk) as tgl_pertama,
        max(case when m.versi = 'murni' then 1 else 0 end) over (partition by m.tahun, m.kode_induk) as ada_murni
    from core.muatan as m
    where m.jenis = 'pagu'
)
select
    jenis, tahun, slot as bulan, kode_induk, kode_unit, impor_id, urut, direkam_pada, versi, tgl_berlaku, basis, bobot
from core.muatan
where jenis <> 'pagu'
union all
select
    p.jenis, p.tahun, a.bulan, p.kode_induk, p.kode_unit, p.impor_id, p.urut, p.direkam_pada, p.versi, p.tgl_berlaku,
    p.basis, p.bobot
from pengamatan as p
inner join core.anggota as a
    on p.tahun = a.tahun and p.kode_unit = a.kode_unit and p.kode_induk = a.kode_induk
inner join raw.kalender as k on a.tahun = k.tahun and a.bulan = k.bulan
where
    -- before the first observation of the year, the first one
    (p.tgl_berlaku <= k.akhir or p.tgl_berlaku = p.tgl_pertama)
    and p.tgl_berlaku >= a.digabung_sejak
union all
select
    jenis, tahun, 0 as bulan, kode_induk, kode_unit, impor_id, urut, direkam_pada, versi, tgl_berlaku, basis, bobot
from pengamatan
where (ada_murni = 1 and versi = 'murni') or (ada_murni = 0 and tgl_berlaku = tgl_pertama)
