-- One row per year, month and OPD: documents entered without an SP2D yet, owed but not paid; they count in no realisasi.
with
terakhir as (
    -- a register replaces the one before it for the units it names
    select
        d.*, u.kode_unit,
        dense_rank() over (partition by d.tahun, u.kode_unit order by d.direkam_pada desc, d.urut desc) as ke
    from raw.dokumen as d
    inner join core.unit as u on d.tahun = u.tahun and d.kode_opd = u.kode_tertulis
    where d.kode_rekening like '5%'
)
select
    a.tahun, a.bulan,
    cast(a.tahun as varchar) || '-' || lpad(cast(a.bulan as varchar), 2, '0') as periode,
    a.kode_opd,
    cast(count(*) as integer) as n_dokumen,
    cast(sum(t.nilai_realisasi) as decimal(18, 2)) as nilai
from terakhir as t
inner join core.anggota as a
    on t.tahun = a.tahun and t.kode_unit = a.kode_unit
    and a.bulan = case when year(t.tgl_dokumen) > t.tahun then 12 when year(t.tgl_dokumen) < t.tahun then 1 else month(t.tgl_dokumen) end
where t.ke = 1 and t.nomor_sp2d is null and coalesce(t.nilai_realisasi, 0) <> 0
group by a.tahun, a.bulan, a.kode_opd
