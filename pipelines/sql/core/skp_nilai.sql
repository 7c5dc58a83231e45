-- One row per evaluation in force, also one that says "not yet", of the people with several in a period. What was recorded later takes the place of
-- what it speaks of again: the same SKP, the same days in the same unit, or days that both say in full.
with
penilaian as (
    select
        b.*,
        max(b.urut) over (partition by b.orang_id, b.tahun, b.jenis_periode, b.periode, b.plt) as urut_akhir
    from core.skp_baris as b
    inner join core.skp_tunggal as g
        on b.orang_id = g.orang_id and b.tahun = g.tahun and b.jenis_periode = g.jenis_periode and b.periode = g.periode
        and not g.tunggal
    where b.bawa_nilai
),
diganti as (
    select distinct l.impor_id, l.lembar, l.baris
    from penilaian as l
    inner join penilaian as b
        on l.orang_id = b.orang_id and l.tahun = b.tahun and l.jenis_periode = b.jenis_periode and l.periode = b.periode
        and l.plt = b.plt and l.urut < b.urut
        and l.mulai < b.sampai and b.mulai < l.sampai
        and (
            (l.bertanggal and b.bertanggal)
            or l.id_sumber = b.id_sumber
            or coalesce(l.kode_opd, '') = coalesce(b.kode_opd, '')
            or l.kode_opd is null or b.kode_opd is null
        )
    where l.urut < l.urut_akhir
)
select r.*
from penilaian as r
left join diganti as d on r.impor_id = d.impor_id and r.lembar = d.lembar and r.baris = d.baris
where d.impor_id is null
