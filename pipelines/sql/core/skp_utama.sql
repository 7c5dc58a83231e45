-- One row per person and period with several SKP that are no pair: the segment of the own post that counts, which is the one
-- that reaches furthest. An SKP as Plt never does: its holder is counted where the own post stands.
with
urutan as (
    select
        g.orang, g.kurun, g.segmen,
        row_number() over (
            partition by g.orang, g.kurun
            order by g.sampai desc, g.mulai desc, x.dinilai desc, g.urut desc, g.opd, x.predikat, g.segmen
        ) as ke
    from core.skp_ganda as g
    inner join core.skp_isi as x
        on coalesce(g.tulisan_rencana, 0) = x.tulisan_rencana and coalesce(g.tulisan_nilai, 0) = x.tulisan_nilai
        and g.sampai = x.sampai
    where not g.plt
)
select orang, kurun, segmen
from urutan
where ke = 1
