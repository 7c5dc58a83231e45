-- One row per statement in force (sebagai: rencana, or nilai, also one that says "not yet") of the people with several in a
-- period. What was recorded later takes the place of what it speaks of again: the same SKP, the same days in the same unit,
-- or days that both say in full.
with
sebagai as (
    select 'rencana' as sebagai
    union all
    select 'nilai'
),
pernyataan as (
    select
        b.*,
        s.sebagai,
        max(b.urut) over (
            partition by s.sebagai, b.orang_id, b.tahun, b.jenis_periode, b.periode, b.plt
        ) as urut_akhir
    from core.skp_baris as b
    inner join core.skp_tunggal as g
        on b.orang_id = g.orang_id and b.tahun = g.tahun and b.jenis_periode = g.jenis_periode and b.periode = g.periode
        and not g.tunggal
    inner join sebagai as s on case when s.sebagai = 'rencana' then b.bawa_rencana else b.bawa_nilai end
),
diganti as (
    select distinct l.sebagai, l.impor_id, l.lembar, l.baris
    from pernyataan as l
    inner join pernyataan as b
        on l.orang_id = b.orang_id and l.tahun = b.tahun and l.jenis_periode = b.jenis_periode and l.periode = b.periode
        and l.sebagai = b.sebagai and l.plt = b.plt and l.urut < b.urut
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
from pernyataan as r
left join diganti as d
    on r.sebagai = d.sebagai and r.impor_id = d.impor_id and r.lembar = d.lembar and r.baris = d.baris
where d.impor_id is null
