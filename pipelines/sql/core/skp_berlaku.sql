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
        s.sebagai, i.impor_id, i.urut, coalesce(i.lembar, '') as lembar,
        max(i.urut) over (partition by s.sebagai, b.orang, b.kurun, b.plt) as urut_akhir
    from core.skp_baris as b
    inner join core.skp_tunggal as g on b.orang = g.orang and b.kurun = g.kurun and not g.tunggal
    inner join staging.skp_sumber as i on b.sumber = i.sumber
    inner join sebagai as s on case when s.sebagai = 'rencana' then i.bawa_rencana else i.bawa_nilai end
    where b.berulang
),
diganti as (
    select distinct l.sebagai, l.sumber, l.baris
    from pernyataan as l
    inner join pernyataan as b
        on l.orang = b.orang and l.kurun = b.kurun
        and l.sebagai = b.sebagai and l.plt = b.plt and l.urut < b.urut
        and l.mulai < b.sampai and b.mulai < l.sampai
        and (
            (l.bertanggal and b.bertanggal)
            or l.id_sumber = b.id_sumber
            or coalesce(l.opd, 0) = coalesce(b.opd, 0)
            or l.opd is null or b.opd is null
        )
    where l.urut < l.urut_akhir
)
select r.*
from pernyataan as r
left join diganti as d on r.sebagai = d.sebagai and r.sumber = d.sumber and r.baris = d.baris
where d.sumber is null
