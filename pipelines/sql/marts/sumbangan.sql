-- One row per year, quarter, regional indicator, OPD that answers for it or works on it, and that OPD's indicator (none where it
-- has agreed to none): where the contribution stands, and its place from the slowest on (1) among those with a number.
with
jalur as (
    -- what the tree says: the nearest agreement of each OPD under the regional indicator
    select l.leluhur as kode_indikator, l.tahun, l.triwulan, l.kode_opd, l.kode_indikator as kode_sumbangan, 'pk' as lewat
    from marts.leluhur as l
    inner join core.indikator as i on l.leluhur = i.kode_indikator and l.tahun = i.tahun and l.triwulan = i.triwulan
    where i.lingkup = 'daerah' and l.lingkup = 'pk' and l.jarak = 1
    union
    -- what a team says its members bring, while the team is at work
    select t.kode_indikator, i.tahun, i.triwulan, a.kode_opd, a.kode_indikator, 'tim'
    from marts.tim as t
    inner join marts.tim_anggota as a on t.kode_tim = a.kode_tim
    inner join core.indikator as i on t.kode_indikator = i.kode_indikator and i.lingkup = 'daerah'
    where
        a.mulai <= i.akhir and a.selesai > i.akhir and t.mulai <= i.akhir and t.selesai > i.akhir
),
disebut as (
    select
        i.kode_indikator, i.tahun, i.triwulan,
        coalesce(k.kode_opd, trim(split_part(i.opd_pengampu, ',', n.ke))) as kode_opd
    from core.indikator as i
    cross join (select distinct cast(bulan as integer) as ke from raw.kalender) as n -- twelve at most
    left join core.unit_kode as k on trim(split_part(i.opd_pengampu, ',', n.ke)) = k.kode_tertulis
    where i.lingkup = 'daerah' and trim(split_part(i.opd_pengampu, ',', n.ke)) <> ''
),
tunggal as (
    -- the same contribution by tree and by team is one
    select kode_indikator, tahun, triwulan, kode_opd, kode_sumbangan, min(lewat) as lewat
    from jalur
    group by kode_indikator, tahun, triwulan, kode_opd, kode_sumbangan
),
lengkap as (
    select * from tunggal
    union all
    select d.kode_indikator, d.tahun, d.triwulan, d.kode_opd, cast(null as varchar), 'pengampu'
    from disebut as d
    left join tunggal as t
        on d.kode_indikator = t.kode_indikator and d.tahun = t.tahun and d.triwulan = t.triwulan and d.kode_opd = t.kode_opd
    where t.kode_opd is null
)
select
    l.kode_indikator, l.tahun, l.triwulan, l.kode_opd, l.kode_sumbangan, l.lewat,
    m.indikator, m.satuan, m.nilai, m.target_triwulan, m.target_tahun, m.acuan,
    case m.acuan when 'triwulan' then m.capaian when 'tahun' then m.capaian_tahun end as capaian,
    case
        when m.acuan is not null then cast(null as varchar)
        when l.kode_sumbangan is null then 'tanpa_pk'
        when m.kode_indikator is null then 'pk_tak_dikenal'
        when m.sebab = 'tanpa_target' and m.sebab_tahun is not null then m.sebab_tahun
        else m.sebab
    end as sebab,
    case
        when m.acuan is not null
            then cast(
                row_number() over (
                    partition by l.kode_indikator, l.tahun, l.triwulan, m.acuan is null
                    order by
                        case m.acuan when 'triwulan' then m.capaian when 'tahun' then m.capaian_tahun end, l.kode_opd,
                        l.kode_sumbangan
                ) as integer
            )
    end as ke
from lengkap as l
left join marts.indikator as m
    on l.kode_sumbangan = m.kode_indikator and l.tahun = m.tahun and l.triwulan = m.triwulan
