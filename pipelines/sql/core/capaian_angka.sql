-- One row per result, target as a range, direction and way of counting: attainment in percent, not capped, or why a nil target or
-- result leaves none (sebab). The formula is that of pipelines/capaian.py; whoever has a result and a target reads it here.
with
pasangan as (
    select
        cast(nilai as decimal(38, 6)) as nilai, cast(bawah as decimal(18, 4)) as bawah, cast(atas as decimal(18, 4)) as atas,
        arah, cara
    from core.acuan_indikator
    where cacat is null and nilai is not null
    union
    select
        cast(nilai as decimal(38, 6)), cast(target_rkpd as decimal(18, 4)), cast(target_rkpd as decimal(18, 4)), arah, cara
    from core.indikator_wilayah
    where nilai is not null and target_rkpd is not null and arah is not null
    union
    select
        cast(realisasi_angka as decimal(38, 6)), cast(target_bawah as decimal(18, 4)), cast(target_atas as decimal(18, 4)), arah, cara
    from core.acuan_skp
    where cacat is null
),
didekati as (
    select
        *,
        -- outside a range its nearer edge is the target; inside it the target is met
        case when nilai > atas then atas when nilai < bawah then bawah when bawah = atas then bawah end as t
    from pasangan
),
berarah as (
    select *, case when arah = 'tetap' then case when nilai < t then 'naik' else 'turun' end else arah end as menuju
    from didekati
),
dihitung as (
    select
        *,
        case
            when t is null or t <> 0 then cast(null as varchar)
            when menuju = 'naik' and nilai = 0 then 'belum_ditargetkan'
            when menuju = 'naik' then 'target_nol'
        end as sebab_nol,
        cast(round(
            case
                when t is null then 100
                when menuju = 'naik' then 100 * cast(nilai as double) / nullif(cast(t as double), 0)
                when t = 0 and nilai = 0 then 100
                when t = 0 then 0
                when cara = 'selisih' then 100 * (2 * cast(t as double) - cast(nilai as double)) / nullif(cast(t as double), 0)
                else 100 * cast(t as double) / nullif(cast(nilai as double), 0)
            end, 6
        ) as decimal(38, 6)) as hasil_bagi
    from berarah
)
select
    nilai, bawah, atas, arah, cara,
    case when sebab_nol is null then hasil_bagi end as capaian,
    coalesce(sebab_nol, case when hasil_bagi is null then 'realisasi_nol' end) as sebab
from dihitung
