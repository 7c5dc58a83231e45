-- One row per SKP of the people with several in a period: the plan, and the evaluation that belongs to it.
-- An evaluation belongs to the plan of the same id, else of the same unit; one whose unit is not known to the plan that
-- reaches the end of the period. Without a plan it stands for itself: who was assessed has had an approved plan.
with
rencana as (
    select * from core.skp_berlaku where sebagai = 'rencana'
),
nilai as (
    select * from core.skp_berlaku where sebagai = 'nilai'
),
calon as (
    select
        n.sumber, n.baris, n.impor_id, n.lembar, n.tgl_penilaian, n.urut,
        r.sumber as r_sumber, r.baris as r_baris, r.impor_id as r_impor_id, r.lembar as r_lembar,
        case
            when n.sumber = r.sumber and n.baris = r.baris then 1
            when n.id_sumber = r.id_sumber then 2
            when n.opd = r.opd and n.mulai < r.sampai and r.mulai < n.sampai then 3
            when (n.opd is null or r.opd is null) and n.mulai < r.sampai and r.mulai < n.sampai then 4
        end as dekat,
        r.sampai as r_sampai, r.mulai as r_mulai
    from nilai as n
    inner join rencana as r on n.orang = r.orang and n.kurun = r.kurun and n.plt = r.plt
),
terdekat as (
    select
        *,
        row_number() over (
            partition by sumber, baris
            order by dekat, r_sampai desc, r_mulai desc, r_impor_id desc, r_lembar, r_baris
        ) as ke
    from calon
    where dekat is not null
),
berpasangan as (
    select
        *,
        row_number() over (
            partition by r_sumber, r_baris
            order by dekat, urut desc, tgl_penilaian desc nulls last, impor_id, lembar, baris
        ) as giliran
    from terdekat
    where ke = 1
),
gabungan as (
    select
        r.orang, r.kurun, r.plt, r.mulai, r.sampai,
        coalesce(r.opd, n.opd) as opd,
        coalesce(r.jabatan, n.jabatan) as jabatan,
        r.tulisan as tulisan_rencana,
        n.tulisan as tulisan_nilai,
        n.tgl_penilaian,
        greatest(r.urut, coalesce(n.urut, 0)) as urut,
        coalesce(n.sumber, r.sumber) as sumber,
        coalesce(n.baris, r.baris) as baris
    from rencana as r
    left join berpasangan as p on r.sumber = p.r_sumber and r.baris = p.r_baris and p.giliran = 1
    left join nilai as n on p.sumber = n.sumber and p.baris = n.baris
    union all
    select
        n.orang, n.kurun, n.plt, n.mulai, n.sampai, n.opd, n.jabatan, cast(null as integer), n.tulisan, n.tgl_penilaian,
        n.urut, n.sumber, n.baris
    from nilai as n
    left join terdekat as t on n.sumber = t.sumber and n.baris = t.baris and t.ke = 1
    where t.sumber is null
)
select
    g.*,
    cast(row_number() over (
        partition by g.orang, g.kurun
        order by g.plt, g.mulai, g.sampai, g.opd, j.nama_jabatan, t.kode_predikat, i.impor_id, i.lembar, g.baris
    ) as integer) as segmen
from gabungan as g
inner join staging.skp_sumber as i on g.sumber = i.sumber
left join staging.skp_jabatan as j on g.jabatan = j.jabatan
left join staging.skp_tulisan as t on g.tulisan_nilai = t.tulisan
